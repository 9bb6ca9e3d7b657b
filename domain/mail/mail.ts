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
  "no-account-here",
  "password-changed",
  "address-proof",
  "address-taken",
  "address-changed",
  "claim-proof",
  "claim-taken",
  "sign-in-link",
  "provider-joined",
  "provider-left",
  "erasure-asked",
  "account-erased",
  "test",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** To somebody who is gone: its row is kept no longer than it takes to send it. */
export const LAST_MAIL = "account-erased" satisfies MailKind;

/** Mails that strangers can cause to one address within an hour. */
export const STRANGERS_MAILS = 5;
