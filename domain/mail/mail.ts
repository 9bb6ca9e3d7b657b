import { z } from "zod";

/** A piece of somebody's text, one paragraph; quoted where they quote. */
const Piece = z.strictObject({ text: z.string(), quoted: z.boolean() });
export type Piece = z.infer<typeof Piece>;

/** One thing a mail tells: the sentence, the words it is about, what those answer, and the one link to the place. */
const MailItem = z.strictObject({
  sentence: z.string(),
  words: z.array(Piece),
  answers: z.strictObject({ intro: z.string(), words: z.array(Piece) }).nullable(),
  label: z.string(),
  url: z.string(),
});
export type MailItem = z.infer<typeof MailItem>;

/** Where a mail stands among others (RFC 5322, 3.6.4): ids before the @, the nearest parent last. */
const Thread = z.strictObject({ id: z.string().optional(), parents: z.array(z.string()) });

/** What a mail says, before it is set as text or HTML. Kept sealed until it has been sent. */
export const MailWords = z.strictObject({
  subject: z.string(),
  paragraphs: z.array(z.string()),
  /** The one thing there is to do, as a button. */
  action: z.strictObject({ label: z.string(), url: z.string() }).optional(),
  /** Six figures to type where one asked. */
  code: z.string().optional(),
  /** The name beside our address, where it is not the site's alone. */
  from: z.string().optional(),
  items: z.array(MailItem).optional(),
  /** Why one gets it. */
  reasons: z.array(z.string()).optional(),
  /** What ends such mails, one after the other. */
  ways: z.array(z.strictObject({ label: z.string(), url: z.string() })).optional(),
  /** Where a mail program ends them by itself (RFC 8058). */
  oneClick: z.string().optional(),
  thread: Thread.optional(),
});
export type MailWords = z.infer<typeof MailWords>;

/** What can cause a mail. */
export const MAIL_KINDS = [
  "password-forgotten",
  "password-no-account",
  "password-changed",
  "new-browser",
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
  "notices",
  "digest",
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

/** So many mails in a row that an address refuses for good end the mails about notices to it. */
export const REFUSALS = 3;

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
