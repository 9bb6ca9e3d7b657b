import { FEWEST_SHOWN, type HiddenBecause, type PollView } from "@/domain/polls/poll";
import * as t from "#messages/polls";
import { say } from "@/messages/say";
import { LOCALE } from "#messages/locale";

/** A moment in words, the same for every reader: "14 November 2026, 18:00 UTC". */
export const moment = (at: string): string =>
  say(t.inUtc, {
    when: new Intl.DateTimeFormat(LOCALE, {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: "UTC",
    }).format(new Date(at)),
  });

/** Why there is no bar. */
export function hiddenSentence(reason: HiddenBecause, poll: PollView): string {
  switch (reason) {
    case "not-open":
      return say(t.thisPollOpensOn, { when: moment(poll.opensAt) });
    case "vote-first":
      return t.whatOthersSaidIsShownOnce;
    case "guess-first":
      return t.oneGuessFirst;
    case "until-close":
      return say(t.resultsAreShownToEveryone, {
        closesAt: poll.closesAt === null ? "" : say(t.onWhen, { when: moment(poll.closesAt) }),
      });
    case "too-few":
      return poll.state === "closed"
        ? say(t.fewerThanVotesWereCounted, { fewestShown: FEWEST_SHOWN })
        : say(t.resultsAppearAfterVotes, { fewestShown: FEWEST_SHOWN });
  }
}

/** When it ends, or ended; nothing for a poll without an end. */
export function endSentence(poll: PollView): string {
  if (poll.closesAt === null) return "";
  return poll.state === "closed"
    ? say(t.closedOn, { when: moment(poll.closesAt) })
    : say(t.openUntil, { when: moment(poll.closesAt) });
}

/** What a self-selected poll can say of itself (AAPOR, "Opt-In Surveys and Margin of Error"). */
export const sampleSentence = (total: number): string => say(t.amongSignedInReadersWhoChose, { total });

/** Why these figures may lack somebody's vote. */
export const batchSentence = (poll: PollView): string =>
  poll.state === "closed"
    ? say(t.countsMovedInSteps, { fewestShown: FEWEST_SHOWN, uncounted: FEWEST_SHOWN - 1 })
    : say(t.countsMoveInSteps, { fewestShown: FEWEST_SHOWN });

/** Whole per cent: more would claim more. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const labelOf = (poll: PollView, key: string): string =>
  poll.options.find((option) => option.key === key)?.label ?? key;

/** A p-value as one reads it: two digits, and never "0". */
export const pWords = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toPrecision(2)}`);

/** Guess less truth, in points. */
export function gapWords(gap: number): string {
  const points = Math.round(Math.abs(gap) * 100);
  if (points === 0) return t.justRight;
  return say(gap > 0 ? t.pointsTooHigh : t.pointsTooLow, { points });
}
