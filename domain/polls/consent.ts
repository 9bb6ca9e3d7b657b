import * as t from "#messages/polls";

/**
 * What a member agrees to with their first vote in a poll; the number of the text is kept with the vote. Texts are added,
 * never changed: each stands for the votes that were given under it.
 */
export const CONSENT_TEXTS = [
  t.yourVoteIsSecret + t.itIsCountedWithAtLeast,
  t.nobodyElseCanLookItUp + t.itEntersTheFiguresTogether,
] as const;

export const CONSENT_VERSION = CONSENT_TEXTS.length;

/** The present text in its two parts: what is always in sight, and what is one fold away. */
export const CONSENT = { line: t.nobodyElseCanLookItUp, more: t.itEntersTheFiguresTogether.trim() } as const;

/** A detached poll's own, with what it costs. */
export const DETACHED_TEXT = t.thisPollIsDetached + t.thePriceIsThatYouCannot;
