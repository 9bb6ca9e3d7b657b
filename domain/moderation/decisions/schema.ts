import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { COMMENT_ACTIONS, SOURCES, BULK_LIMIT, EXPLANATION_LIMIT } from "./decision";
import { RuleKey } from "@/domain/moderation/rules/schema";
import { dayOf, momentOf, withZone } from "@/domain/moment";
import { optionalText } from "@/domain/prose/schema";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

/** A form sends what was left empty as an empty text. */
const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const Ground = emptyIsNone(RuleKey);
export const Explanation = optionalText(
  EXPLANATION_LIMIT,
  say(t.anExplanationMayHaveCharacters, { explanationLimit: EXPLANATION_LIMIT }),
).default("");

/** What was on the moderator's screen: the comment, its text, and the last decision about it (none: left out). */
export const SeenComment = z.strictObject({
  comment: z.uuid(),
  revision: numberSaid(z.number().int().positive()),
  seen: emptyIsNone(z.uuid()),
});
export type SeenComment = z.infer<typeof SeenComment>;

/** A form sends them in one field, with commas. */
export const SeenComments = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map(fromWord) : value),
  z
    .array(SeenComment)
    .min(1, t.chooseAtLeastOneComment)
    .max(BULK_LIMIT, say(t.tooManyCommentsAtOnce, { limit: BULK_LIMIT })),
);

/** As it stands in a form: `comment:revision:seen`. */
export const asWord = ({ comment, revision, seen }: SeenComment): string =>
  `${comment}:${revision}:${seen ?? ""}`;

function fromWord(word: string): Record<keyof SeenComment, unknown> {
  const [comment, revision, seen] = word.split(":");
  return { comment, revision, seen };
}

export const OnComment = z.strictObject({
  action: z.enum(COMMENT_ACTIONS),
  ...SeenComment.shape,
  ground: Ground,
  explanation: Explanation,
});
export type OnComment = z.infer<typeof OnComment>;

export const Undo = z.strictObject({ action: z.literal("undo"), decision: z.uuid() });
export const OnThread = z.strictObject({
  action: z.enum(["lock", "unlock"]),
  comment: z.uuid(),
  ground: Ground,
  explanation: Explanation,
});
export type OnThread = z.infer<typeof OnThread>;

export const NewDecision = z.discriminatedUnion("action", [OnComment, Undo, OnThread]);
export type NewDecision = z.infer<typeof NewDecision>;

export const BulkDecision = z.strictObject({
  action: z.enum(COMMENT_ACTIONS),
  ground: Ground,
  explanation: Explanation,
  comments: SeenComments,
});
export type BulkDecision = z.infer<typeof BulkDecision>;

/** As it is kept beside a decision; older rows may have less. */
export const KeptStatement = z
  .object({
    scope: z.string(),
    until: z.string().nullable(),
    facts: z.string(),
    source: z.enum(SOURCES),
    automatedDetection: z.boolean(),
    automatedDecision: z.literal(false),
    explanation: z.string(),
    redress: z.string(),
  })
  .partial()
  .nullable();

/** A discussion as a whole; what is left out stays as it is, and an empty `closesAt` takes the closing time away. */
export const OnDiscussion = z.strictObject({
  comments: emptyIsNone(z.enum(["open", "closed", "locked"])),
  moderation: emptyIsNone(z.enum(["post", "pre"])),
  slowSeconds: emptyIsNone(numberSaid(z.number().int().min(0).max(86_400))),
  closesAt: z.preprocess(
    (said) => (said === "" ? null : withZone(said)),
    z
      .union([momentOf(), dayOf()], t.aClosingDayIsWrittenAs)
      .transform((moment) => new Date(moment))
      .nullable()
      .optional(),
  ),
  ground: Ground,
  explanation: Explanation,
});
export type OnDiscussion = z.infer<typeof OnDiscussion>;
