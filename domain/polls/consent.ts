import * as t from "#messages/polls";

/**
 * What a member agrees to with their first vote in a poll; the number of the text is kept with the vote. Texts are added,
 * never changed: each stands for the votes that were given under it.
 */
export const CONSENT_TEXTS = [t.yourVoteIsSecret + t.itIsCountedWithAtLeast] as const;

export const CONSENT_VERSION = CONSENT_TEXTS.length;

/** The present text. Detached ballots are told their own price beside it. */
export const consentText: string = CONSENT_TEXTS[CONSENT_VERSION - 1] ?? "";

export const DETACHED_TEXT = t.thisPollIsDetached + t.thePriceIsThatYouCannot;
