import { showsAfterAnswer, stateOf, type HiddenBecause, type ResultsShown, type ViewerAnswer } from "./poll";

/** What the answer depends on, and nothing else: not who asks, not their role. The author waits like everybody. */
export type Hideable = { resultsShown: ResultsShown; opensAt: Date; closesAt: Date | null };

type Answered = Pick<ViewerAnswer, "voted" | "asked">;

export type Visibility = { visible: true } | { visible: false; reason: HiddenBecause };

const VISIBLE: Visibility = { visible: true };
const hidden = (reason: HiddenBecause): Visibility => ({ visible: false, reason });

/**
 * Whether results may be shown to somebody with this standing, at `now` of the database. Every surface asks here:
 * page, door, live stream, feed, mail, share image, export, structured data. A surface that is drawn for nobody
 * in particular (a kept page, a feed) asks with NO_ANSWER_YET.
 *
 * `published` says that there are published counts, and so at least FEWEST_SHOWN votes. Before that a vote shows no result,
 * so nobody is told that it would: that there is none yet is what anybody with an account can see.
 */
export function resultsVisibleTo(
  poll: Hideable & { guessing: boolean; published: boolean },
  standing: ViewerAnswer,
  now: Date,
): Visibility {
  const opinions = opinionsVisibleTo(poll, standing, now);
  if (!opinions.visible)
    return opinions.reason === "vote-first" && !poll.published ? hidden("too-few") : opinions;
  const asksFirst = poll.guessing && showsAfterAnswer(poll.resultsShown) && stateOf(poll, now) === "open";
  if (asksFirst && !standing.guessed) return hidden("guess-first");
  return poll.published ? VISIBLE : hidden("too-few");
}

/**
 * Whether stances may be shown: what authors chose to show of their votes would answer for the reader, too, so they wait
 * like results. A poll of few votes shows them: each was shown by its author. The same holds for whatever is drawn
 * from stances, like the best case of each side.
 */
export const stancesVisibleTo = (poll: Hideable, standing: Answered, now: Date): boolean =>
  whyStancesHidden(poll, standing, now) === null;

/** The same with its reason, for those who ask to read one side; null where they may. */
export function whyStancesHidden(poll: Hideable, standing: Answered, now: Date): HiddenBecause | null {
  const visibility = opinionsVisibleTo(poll, standing, now);
  return visibility.visible ? null : visibility.reason;
}

function opinionsVisibleTo(poll: Hideable, standing: Answered, now: Date): Visibility {
  const state = stateOf(poll, now);
  if (state === "upcoming") return hidden("not-open");
  if (state === "closed") return VISIBLE;
  switch (poll.resultsShown) {
    case "always":
      return VISIBLE;
    case "after_vote":
      return standing.voted || standing.asked ? VISIBLE : hidden("vote-first");
    case "after_close":
      return hidden("until-close");
    // A mode that this release does not know (written by a newer one) shows nothing before the close.
    default:
      return unknownMode(poll.resultsShown);
  }
}

/** A new mode does not compile until it has a case above. */
const unknownMode = (_: never): Visibility => hidden("until-close");
