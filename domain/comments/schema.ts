import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { COMMENT_LIMIT, DEFAULT_SORT, REACTION_KINDS, SORTS } from "./comment";
import { saysNothing } from "@/domain/prose/comment";
import { writtenText } from "@/domain/prose/schema";
import { readableLength } from "@/domain/prose/text";
import { momentOf } from "@/domain/moment";
import { NewPassage } from "@/domain/passages/schema";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

const body = writtenText(COMMENT_LIMIT, {
  blank: t.writeSomethingFirst,
  tooLong: say(t.aCommentHasAtMostCharacters, { commentLimit: COMMENT_LIMIT }),
  // Every rule is asked, also of a text that is too long, which must not be rendered.
}).refine((text) => readableLength(text) > COMMENT_LIMIT || !saysNothing(text), {
  error: t.nothingOfThisWouldBeSeen,
});

const commentId = z.uuid({ error: t.thisIsNotTheId }).toLowerCase();

/** A plain form sends "on" for a ticked box and nothing for an empty one. */
const ticked = z
  .union([z.boolean(), z.enum(["on", "true", "false", ""])])
  .transform((value) => value === true || value === "on" || value === "true");

const blankIsNone = z.literal("").transform(() => undefined);

export const NewComment = z.strictObject({
  body,
  parentId: z.union([blankIsNone, commentId]).optional(),
  showStance: ticked.optional(),
  passage: NewPassage,
});
export type NewComment = z.output<typeof NewComment>;

/** `revision` is the one its author saw when they began to write. */
export const EditComment = z.strictObject({
  body,
  revision: numberSaid(z.number().int().min(1).max(1_000_000)),
});
export type EditComment = z.output<typeof EditComment>;

export const NewReaction = z.strictObject({
  kind: z.enum(REACTION_KINDS, { error: t.aReactionIsRespectOrUnconvinced }),
});

export const Preview = z.strictObject({ body });

/** Comments a page of one level holds at most, and unless told. */
export const PAGE_MOST = 50;
export const PAGE_USUAL = 20;

export const CommentPageQuery = z.strictObject({
  parent: commentId.optional(),
  sort: z.enum(SORTS, { error: say(t.sortByOneOf, { sorts: SORTS.join(", ") }) }).default(DEFAULT_SORT),
  after: z.string().max(1_000).optional(),
  limit: numberSaid(z.number().int().min(1).max(PAGE_MOST)).default(PAGE_USUAL),
});
export type CommentPageQuery = z.output<typeof CommentPageQuery>;

/** With `side`, the comments of the whole discussion whose authors show this answer of the poll. */
export const SidePageQuery = CommentPageQuery.extend({
  side: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: t.aSideIsNamed })
    .optional(),
}).refine(({ side, parent }) => side === undefined || parent === undefined, {
  error: t.askForOneSide,
  path: ["side"],
});
export type SidePageQuery = z.output<typeof SidePageQuery>;

/** Ids an overlay may ask for at once: a first view and a page or two; more would not fit into an address. */
export const OVERLAY_IDS = 100;

export const OverlayQuery = z.strictObject({
  ids: z
    .string()
    .max(OVERLAY_IDS * 37)
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(commentId).max(OVERLAY_IDS))
    .optional(),
});

/** `at` is the `now` of the overlay that was read; without it, this moment. */
export const NewVisit = z.strictObject({ at: momentOf(t.aTimeLooksLike).optional() });
export type NewVisit = z.output<typeof NewVisit>;

export const MembersCommentsQuery = z.strictObject({
  after: z.string().max(1_000).optional(),
  limit: numberSaid(z.number().int().min(1).max(PAGE_MOST)).default(PAGE_USUAL),
});
