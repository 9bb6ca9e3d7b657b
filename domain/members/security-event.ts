import * as t from "#messages/members";

/** What can be done to an account, with the sentence in which its owner reads it. */
const SENTENCES = {
  "password-changed": t.youChangedThePassword,
  "password-recovered": t.aNewPasswordByMail,
  "password-set": t.theOperatorSetThePassword,
  "address-changed": t.theAddressWasChanged,
  "address-undone": t.theChangeOfAddressWasUndone,
  "address-set": t.theOperatorSetTheAddress,
  "sessions-ended": t.otherBrowsersWereSignedOut,
  "sessions-ended-by-operator": t.theOperatorSignedOutEverywhere,
  "role-given": t.aRoleWasGiven,
} as const;

export type SecurityKind = keyof typeof SENTENCES;

export const isSecurityKind = (kind: string): kind is SecurityKind => kind in SENTENCES;

export const securitySentence = (kind: SecurityKind): string => SENTENCES[kind];
