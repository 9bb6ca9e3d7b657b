import { FEWEST_SHOWN, type HiddenBecause, type PollView } from "@/domain/polls/poll";

/** A moment in words, the same for every reader: "14 November 2026, 18:00 UTC". */
export const moment = (at: string): string =>
  `${new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(at))} UTC`;

/** Why there is no bar. */
export function hiddenSentence(reason: HiddenBecause, poll: PollView): string {
  switch (reason) {
    case "not-open":
      return `This poll opens on ${moment(poll.opensAt)}.`;
    case "vote-first":
      return "What others said is shown once you have answered, so that you answer for yourself.";
    case "guess-first":
      return "One guess first: what did the others say? Then the result is shown.";
    case "until-close":
      return `Results are shown to everyone, the author included, when the poll closes${
        poll.closesAt === null ? "" : ` on ${moment(poll.closesAt)}`
      }.`;
    case "too-few":
      return poll.state === "closed"
        ? `Fewer than ${FEWEST_SHOWN} votes were counted, so no figure is shown.`
        : `Results appear after ${FEWEST_SHOWN} votes.`;
  }
}

/** When it ends, or ended; nothing for a poll without an end. */
export function endSentence(poll: PollView): string {
  if (poll.closesAt === null) return "";
  return poll.state === "closed"
    ? `Closed on ${moment(poll.closesAt)}.`
    : `Open until ${moment(poll.closesAt)}.`;
}

/** What a self-selected poll can say of itself (AAPOR, "Opt-In Surveys and Margin of Error"). */
export const sampleSentence = (total: number): string =>
  `Among ${total} signed-in readers who chose to vote; not a sample of anyone else.`;

/** Why these figures may lack somebody's vote. */
export const batchSentence = (poll: PollView): string =>
  poll.state === "closed"
    ? `Counts moved in steps of at least ${FEWEST_SHOWN} votes, so up to ${FEWEST_SHOWN - 1} last ones are not in them.`
    : `Counts move in steps of at least ${FEWEST_SHOWN} votes.`;

/** Whole per cent: more would claim more. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const labelOf = (poll: PollView, key: string): string =>
  poll.options.find((option) => option.key === key)?.label ?? key;

/** A p-value as one reads it: two digits, and never "0". */
export const pWords = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toPrecision(2)}`);

/** Guess less truth, in points. */
export function gapWords(gap: number): string {
  const points = Math.round(Math.abs(gap) * 100);
  if (points === 0) return "just right";
  return `${points} ${points === 1 ? "point" : "points"} too ${gap > 0 ? "high" : "low"}`;
}
