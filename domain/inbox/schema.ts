import { z } from "zod";
import { DIGESTS } from "./mails/choice";
import { STOPS } from "./mails/stop";
import { NOTICE_KINDS } from "./notice";
import { INBOX_VIEWS } from "./groups";

/** Longer ones are none of ours. */
const TOKEN_LENGTH = 400;
const token = z.string().max(TOKEN_LENGTH);

export const InboxQuery = z.strictObject({
  after: z.uuid().optional(),
  only: z.enum(INBOX_VIEWS).optional(),
});

/** A form has one field with commas between. */
const Ids = z.preprocess(
  (given) => (typeof given === "string" ? given.split(",") : given),
  z.array(z.uuid()).max(100),
);
/** Of these alone: all up to and including `upTo`, those with `ids`, or those about `comments`; else all there are. */
export const ReadNotices = z.strictObject({
  upTo: z.uuid().optional(),
  ids: Ids.optional(),
  comments: Ids.optional(),
});

/** From a form: each kind whose box is ticked is a field of its own, and `kinds` says that there were boxes. */
const kindFields = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, z.literal("on").optional()]));
const MailForm = z.strictObject({
  form: z.literal("kinds"),
  digest: z.enum(DIGESTS).optional(),
  ...kindFields,
});
const MailChoices = z.strictObject({
  kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length).optional(),
  digest: z.enum(DIGESTS).optional(),
  none: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]).optional(),
  again: z.union([z.literal(true), z.literal("yes").transform(() => true as const)]).optional(),
});
export const ChangedMail = z.union([
  MailChoices,
  MailForm.transform(({ digest, form: _form, ...ticked }) => ({
    digest,
    kinds: NOTICE_KINDS.filter((kind) => Object.hasOwn(ticked, kind)),
    none: undefined,
    again: undefined,
  })),
]);

export const StopMails = z.strictObject({ token, stop: z.enum(STOPS) });
export const OneClick = z.strictObject({ token });
/** What RFC 8058 has a mail program send. */
export const OneClickBody = z.strictObject({ "List-Unsubscribe": z.literal("One-Click").optional() });
