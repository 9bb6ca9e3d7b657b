import { seededRandom, seedFrom, shuffled } from "./random";
import { mustBeCounts, wilsonLower, Z_90_ONE_SIDED } from "./wilson";

/** Two who agree may be friends of the author; three of the other side are a beginning. */
export const OTHER_SIDE_REACTORS = 3;

/**
 * A comment that shows its author's vote (`stance`), with the reactions of members who stood on *another* side
 * when they reacted. Leave out what may not be shown: hidden, withdrawn, or with a stance taken back.
 */
export type Candidate = { id: string; stance: string; respectOfOthers: number; reactedOfOthers: number };

export type Case = {
  side: string;
  comment: string | null;
  chosenBy: "the other side" | "an editor or a moderator" | null;
};

/**
 * The best case for each side: of the comments that argue for it, the one the other side respects most.
 *
 * The measure is the lower Wilson bound (z = 1.28) of P(respect | reacted) among members of other sides, so that
 * 9 of 10 beat 3 of 3; at least OTHER_SIDE_REACTORS of them. Equal bounds: the elder comment (ids sort by
 * time). `pins` names an editor's choice by side; it counts only if that comment is a candidate of that
 * side, and the page says that an editor chose. A side nobody argues for well has `comment: null`, and that is said.
 *
 * Counts must be counts (RangeError). The counts themselves are not for showing: three reactors are below
 * the smallest figure. Two columns are not fifty-fifty: the true split belongs beside them.
 */
export function caseForEachSide(
  sides: readonly string[],
  candidates: readonly Candidate[],
  pins: Readonly<Record<string, string>> = {},
): Case[] {
  for (const candidate of candidates) mustBeCounts(candidate.respectOfOthers, candidate.reactedOfOthers);
  return sides.map((side) => {
    const own = candidates.filter((candidate) => candidate.stance === side);
    const pinned = own.find((candidate) => candidate.id === pins[side]);
    if (pinned) return { side, comment: pinned.id, chosenBy: "an editor or a moderator" };
    const best = own
      .filter((candidate) => candidate.reactedOfOthers >= OTHER_SIDE_REACTORS)
      .sort(byRespect)[0];
    return { side, comment: best?.id ?? null, chosenBy: best ? "the other side" : null };
  });
}

/**
 * The order in which the sides stand in this hour (UTC), the same for every reader and every copy of the page, and
 * over the hours each side as often first. Who stands first is read more.
 */
export const sidesInOrder = <T>(sides: readonly T[], articleSlug: string, now: Date): T[] =>
  shuffled(sides, seededRandom(seedFrom(articleSlug, now.toISOString().slice(0, "2026-03-01T12".length))));

function byRespect(one: Candidate, other: Candidate): number {
  const difference = respect(other) - respect(one);
  return difference === 0 ? (one.id < other.id ? -1 : 1) : difference;
}

const respect = ({ respectOfOthers, reactedOfOthers }: Candidate): number =>
  wilsonLower(respectOfOthers, reactedOfOthers, Z_90_ONE_SIDED);
