/**
 * What a member agrees to with their first vote in a poll; the number of the text is kept with the vote. Texts are added,
 * never changed: each stands for the votes that were given under it.
 */
export const CONSENT_TEXTS = [
  "Your vote is secret. It is stored with your account so that you can change or withdraw it, and nobody else can look it up. " +
    "It is counted with at least four others before any figure moves, and shown with a comment only if you say so there.",
] as const;

export const CONSENT_VERSION = CONSENT_TEXTS.length;

/** The present text. Detached ballots are told their own price beside it. */
export const consentText: string = CONSENT_TEXTS[CONSENT_VERSION - 1] ?? "";

export const DETACHED_TEXT =
  "This poll is detached: that you voted is kept apart from what you voted, so nobody can ever join the two. " +
  "The price is that you cannot change, withdraw or look up your vote, nor show it with a comment.";
