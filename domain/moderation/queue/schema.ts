import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { COMMENT_QUEUES, ITEMS_ON_A_PAGE, QUEUES } from "./queue";
import { HANDLE_PATTERN } from "@/domain/members/member";
import * as t from "#messages/desk";

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** The address of a page may hold any sign, and NUL is in no text of the database. */
const textField = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes("\0"));

/** What a moderator asks the desk for. Filters come from a form, so an empty one is none. */
export const QueueQuery = z.strictObject({
  queue: z.preprocess((value) => (value === "" ? undefined : value), z.enum(QUEUES).default("reported")),
  /** An article's slug. */
  article: emptyIsNone(textField(200)),
  member: emptyIsNone(z.string().regex(HANDLE_PATTERN, t.thatIsNotAHandle)),
  /** A check's key. */
  rule: emptyIsNone(textField(40)),
  /** A report's reason. */
  reason: emptyIsNone(textField(40)),
  /** Hours it has waited at least. */
  age: emptyIsNone(numberSaid(z.number().int().min(1).max(8_760))),
  /** Words in the text. */
  q: emptyIsNone(textField(100)),
  after: emptyIsNone(z.string().max(200)),
  limit: emptyIsNone(numberSaid(z.number().int().min(1).max(100))),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

export const DEFAULT_LIMIT = ITEMS_ON_A_PAGE;

/** Up to so many items are on a screen. */
export const Subjects = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).min(1).max(100)),
});

/**
 * Comments to be decided together: those picked; or all that match in a queue, as the desk shows it; or all of a member (of the
 * last days), of an article, or held by a check.
 */
export const Selection = z.object({
  /** One is a text in the address, several are a list. */
  pick: z
    .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(500)])
    .default([])
    .catch([]),
  member: emptyIsNone(z.string().regex(HANDLE_PATTERN)).catch(undefined),
  article: emptyIsNone(textField(200)).catch(undefined),
  rule: emptyIsNone(textField(40)).catch(undefined),
  days: emptyIsNone(numberSaid(z.number().int().min(1).max(3_650))).catch(undefined),
  queue: emptyIsNone(z.enum(COMMENT_QUEUES)).catch(undefined),
  reason: emptyIsNone(textField(40)).catch(undefined),
  age: emptyIsNone(numberSaid(z.number().int().min(1).max(8_760))).catch(undefined),
  q: emptyIsNone(textField(100)).catch(undefined),
});
export type Selection = z.infer<typeof Selection>;
