import { z } from "zod";

/** What a mail says, before it is set as text or HTML. Kept sealed until it has been sent. */
export const MailWords = z.strictObject({
  subject: z.string(),
  paragraphs: z.array(z.string()),
  /** The one thing there is to do, as a button. */
  action: z.strictObject({ label: z.string(), url: z.string() }).optional(),
  /** Six figures to type where one asked. */
  code: z.string().optional(),
});
export type MailWords = z.infer<typeof MailWords>;

/** What can cause a mail. */
export const MAIL_KINDS = [
  "password-forgotten",
  "password-no-account",
  "password-changed",
  "address-proof",
  "address-taken",
  "address-changed",
  "passkey-added",
  "passkey-removed",
  "app-added",
  "app-removed",
  "recovery-codes-made",
  "recovery-code-used",
  "claim-proof",
  "claim-taken",
  "sign-in-link",
  "provider-joined",
  "provider-left",
  "sign-in-no-account",
  "erasure-asked",
  "account-erased",
  "test",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** To somebody who is gone: its row is kept no longer than it takes to send it. */
export const LAST_MAIL = "account-erased" satisfies MailKind;

/** A link by mail that lets its reader in is good so long, in seconds. */
export const WAY_IN_SECONDS = 900;
/** Mails of one way in that strangers can cause to one address while one of them is good: where no more is sent, one lies there that opens. */
export const WAYS_IN_MAILS = 2;
/** Mails of all other kinds together that strangers can cause to one mailbox within an hour. */
export const STRANGERS_MAILS = 5;

/** Each with what is sent to an address without an account: it is counted alike, for the time it takes tells nobody who is here. */
const WAYS_IN: readonly MailKind[][] = [
  ["password-forgotten", "password-no-account"],
  ["sign-in-link", "sign-in-no-account"],
];
const OTHERS = MAIL_KINDS.filter((kind) => !WAYS_IN.flat().includes(kind));

/** So many `mails` of these `kinds`, to this address or to all that are one mailbox, within so many `seconds`. */
type StrangersLimit = { kinds: MailKind[]; to: "address" | "mailbox"; mails: number; seconds: number };

/**
 * What strangers can cause. Who signs up with somebody's address, or asks for a link to sign in, uses up none of the mails by which its
 * owner chooses a new password.
 */
export function strangersLimit(kind: MailKind): StrangersLimit {
  const wayIn = WAYS_IN.find((kinds) => kinds.includes(kind));
  return wayIn
    ? { kinds: wayIn, to: "address", mails: WAYS_IN_MAILS, seconds: WAY_IN_SECONDS }
    : { kinds: OTHERS, to: "mailbox", mails: STRANGERS_MAILS, seconds: 3_600 };
}
