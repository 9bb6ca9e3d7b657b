import * as keys from "#messages/keys";
import * as t from "#messages/members";

/** What can be done to an account. */
export const SECURITY_KINDS = [
  "new-browser",
  "password-changed",
  "password-recovered",
  "password-set",
  "address-proven",
  "address-changed",
  "address-undone",
  "address-set",
  "provider-joined",
  "provider-left",
  "passkey-added",
  "passkey-removed",
  "passkey-doubted",
  "app-added",
  "app-removed",
  "recovery-codes-made",
  "recovery-code-used",
  "keys-removed-by-operator",
  "sessions-ended",
  "sessions-ended-by-operator",
  "role-given",
  "erasure-asked",
  "erasure-taken-back",
  "erasure-taken-back-by-admin",
] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

/** The sentence in which its owner reads it. */
const SENTENCES: Record<SecurityKind, string> = {
  "new-browser": t.aNewBrowserSignedIn,
  "password-changed": t.youChangedThePassword,
  "password-recovered": t.aNewPasswordByMail,
  "password-set": t.theOperatorSetThePassword,
  "address-proven": t.theAddressWasConfirmed,
  "address-changed": t.theAddressWasChanged,
  "address-undone": t.theChangeOfAddressWasUndone,
  "address-set": t.theOperatorSetTheAddress,
  "provider-joined": t.anAccountElsewhereWasConnected,
  "provider-left": t.anAccountElsewhereWasDisconnected,
  "passkey-added": keys.aPasskeyWasAdded,
  "passkey-removed": keys.aPasskeyWasRemoved,
  "passkey-doubted": keys.aPasskeyWasDoubted,
  "app-added": keys.anAppWasAdded,
  "app-removed": keys.theAppWasRemoved,
  "recovery-codes-made": keys.recoveryCodesWereMade,
  "recovery-code-used": keys.aRecoveryCodeWasTyped,
  "keys-removed-by-operator": keys.theOperatorRemovedTheKeys,
  "sessions-ended": t.otherBrowsersWereSignedOut,
  "sessions-ended-by-operator": t.theOperatorSignedOutEverywhere,
  "role-given": t.aRoleWasGiven,
  "erasure-asked": t.erasureWasAsked,
  "erasure-taken-back": t.erasureWasTakenBack,
  "erasure-taken-back-by-admin": t.anAdminKeptTheAccount,
};

export const isSecurityKind = (kind: string): kind is SecurityKind => kind in SENTENCES;

export const securitySentence = (kind: SecurityKind): string => SENTENCES[kind];
