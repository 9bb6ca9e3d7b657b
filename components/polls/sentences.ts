import { FEWEST_SHOWN, type HiddenBecause, type PollView } from "@/domain/polls/poll";
import {
  closingCrowd,
  ESTABLISHED_SECONDS,
  fullCrowd,
  LATE_CROWD,
  lateFrom,
} from "@/domain/polls/statistics/publish";
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
      return t.shownAfterYouVote;
    case "guess-first":
      return t.oneGuessFirst;
    case "until-close":
      return say(t.resultsAreShownToEveryone, {
        closesAt: poll.closesAt === null ? "" : say(t.onWhen, { when: moment(poll.closesAt) }),
      });
    case "too-few":
      return poll.state === "closed"
        ? say(t.fewerThanVotesWereCounted, { fewestShown: FEWEST_SHOWN })
        : say(t.noResultYet, { crowd: fullCrowd(null) });
  }
}

/** What else there is to say of when figures come; empty for most reasons. */
export function hiddenDetails(reason: HiddenBecause, poll: PollView): string[] {
  if (reason !== "too-few") return [];
  return poll.state === "closed"
    ? [say(t.newAccountsWaitAtTheClose, { when: settledAt(poll) })]
    : crowdSentences(poll, null);
}

/** When it ends, or ended; nothing for a poll without an end. */
export function endSentence(poll: PollView): string {
  if (poll.closesAt === null) return "";
  return poll.state === "closed"
    ? say(t.closedOn, { when: moment(poll.closesAt) })
    : say(t.openUntil, { when: moment(poll.closesAt) });
}

/** What a self-selected poll can say of itself (AAPOR, "Opt-In Surveys and Margin of Error"). */
export const sampleSentence = (total: number): string => say(t.readersVoted, { total });

/** Why these figures may lack somebody's vote: what they wait for, until when, and what the close still brings. */
export function batchSentences(poll: PollView, shown: Published): string[] {
  if (poll.state === "closed")
    return [say(t.countsMovedInSteps, { uncounted: LATE_CROWD - 1, when: settledAt(poll) })];
  const crowd = fullCrowd({ total: shown.total });
  return [say(t.figuresMoveOnce, { crowd }), ...crowdSentences(poll, shown)];
}

type Published = { total: number; asOf: string };

/** Which votes count towards the next figures, and when fewer do. It depends on what everybody sees, never on who has voted since. */
function crowdSentences({ opensAt, closesAt }: PollView, shown: Published | null): string[] {
  const published = shown && { total: shown.total, asOf: new Date(shown.asOf) };
  const late = lateFrom(published, { opensAt: new Date(opensAt) })?.toISOString() ?? null;
  const fewer = { crowd: closingCrowd(published) };
  return [
    say(t.newAccountsWait, { crowd: fullCrowd(published) }),
    ...(late !== null && (closesAt === null || late < closesAt)
      ? [say(t.fromThenOnFewer, { ...fewer, when: moment(late) })]
      : []),
    ...(closesAt === null ? [] : [say(t.atTheCloseFewer, fewer)]),
    ...(closesAt === null || shown === null ? [] : [say(t.someAreLeftOut, { uncounted: LATE_CROWD - 1 })]),
  ];
}

/** When the last account that could vote is a day old, and with it the last votes are in the figures. */
const settledAt = ({ opensAt, closesAt }: PollView): string =>
  moment(new Date(Date.parse(closesAt ?? opensAt) + ESTABLISHED_SECONDS * 1_000).toISOString());

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
