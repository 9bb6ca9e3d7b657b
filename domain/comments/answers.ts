import { z } from "zod";
import { FollowingHereSchema } from "@/domain/following/answers";
import { AuthorSchema } from "@/domain/members/answers";
import { MyPollSchema } from "@/domain/polls/answers";
import { PassageSchema } from "@/domain/passages/answers";
import { Html, Time, answerSchema } from "@/domain/answer-schema";
import {
  REACTION_KINDS,
  type Absence,
  type CommentContext,
  type CommentPage,
  type CommentView,
  type HistoryStep,
  type MembersComment,
  type MyComment,
  type ViewerState,
  type ReactionCounts,
  type Stance,
} from "./comment";

export const AbsenceSchema = answerSchema<Absence>()(
  "CommentAbsence",
  z.strictObject({
    by: z.enum(["author", "moderator", "admin"]),
    reason: z.string().nullable(),
    at: Time,
  }),
);

export const StanceSchema = answerSchema<Stance>()(
  "Stance",
  z.strictObject({
    option: z.string(),
    label: z.string(),
    outdated: z.boolean(),
  }),
);

export const ReactionCountsSchema = answerSchema<ReactionCounts>()(
  "ReactionCounts",
  z.strictObject({
    respect: z.int(),
    unconvinced: z.int(),
  }),
);

export const MyCommentSchema = answerSchema<MyComment>()(
  "MyComment",
  z.strictObject({
    reaction: z.enum(REACTION_KINDS).nullable(),
    reactions: ReactionCountsSchema.nullable(),
    stance: StanceSchema.nullable(),
    unread: z.boolean(),
    can: z.strictObject({
      edit: z.boolean(),
      withdraw: z.boolean(),
      restore: z.boolean(),
      hideStance: z.boolean(),
      react: z.boolean(),
      report: z.boolean(),
      reply: z.boolean(),
      moderate: z.boolean(),
      decide: z.boolean(),
      pin: z.boolean(),
    }),
    until: Time.nullable(),
    standing: z
      .strictObject({ state: z.enum(["visible", "held", "rejected", "withdrawn"]), locked: z.boolean() })
      .nullable(),
  }),
);

const aboutOne = {
  id: z.uuid(),
  articleSlug: z.string(),
  parentId: z.uuid().nullable(),
  depth: z.int(),
  author: AuthorSchema.nullable(),
  html: Html,
  source: z.string().optional(),
  state: z.enum(["visible", "held", "rejected", "withdrawn"]),
  absence: AbsenceSchema.nullable(),
  stance: StanceSchema.nullable(),
  postedAt: Time,
  editedAt: Time.nullable(),
  revision: z.int(),
  replyCount: z.int(),
  threadCount: z.int(),
  reactions: ReactionCountsSchema.nullable(),
  valuedByBothSides: z.boolean(),
  changedMinds: z.int(),
  locked: z.boolean(),
  pinned: z.boolean(),
  answers: z
    .strictObject({
      id: z.uuid(),
      handle: z.string().nullable(),
      name: z.string().nullable(),
      excerpt: z.string(),
    })
    .nullable(),
  passage: PassageSchema.nullable(),
  mine: MyCommentSchema.optional(),
};

/** The first direct replies; a reply holds replies of its own. */
const RepliesSchema = z.strictObject({
  items: z.array(z.lazy((): z.ZodType<CommentView, CommentView> => CommentViewSchema)),
  next: z.string().nullable(),
});

export const CommentViewSchema = answerSchema<CommentView>()(
  "Comment",
  z.strictObject({ ...aboutOne, replies: RepliesSchema }),
);

export const OneCommentSchema = z.strictObject({ comment: CommentViewSchema });
export type OneComment = z.output<typeof OneCommentSchema>;

export const PreviewedSchema = z.strictObject({ html: Html });
export type Previewed = z.output<typeof PreviewedSchema>;

export const CommentPageSchema = answerSchema<CommentPage>()(
  "CommentPage",
  z.strictObject({
    items: z.array(CommentViewSchema),
    next: z.string().nullable(),
    asOf: z.string(),
  }),
);

export const CommentContextSchema = answerSchema<CommentContext>()(
  "CommentContext",
  z.strictObject({
    comment: CommentViewSchema,
    ancestors: z.array(CommentViewSchema),
    skipped: z.int(),
  }),
);

export const HistoryStepSchema = answerSchema<HistoryStep>()(
  "HistoryStep",
  z.strictObject({
    number: z.int(),
    at: Time,
    html: Html,
    diff: z
      .array(
        z.strictObject({
          text: z.string(),
          change: z.enum(["added", "removed"]).nullable(),
        }),
      )
      .nullable(),
  }),
);

export const HistorySchema = z.strictObject({ steps: z.array(HistoryStepSchema) });

export const ReactedSchema = z
  .strictObject({
    reaction: z.enum(REACTION_KINDS).nullable(),
    reactions: ReactionCountsSchema.nullable(),
  })
  .meta({ id: "Reacted" });
export type Reacted = z.output<typeof ReactedSchema>;

export const MembersCommentSchema = answerSchema<MembersComment>()(
  "MembersComment",
  z.strictObject({ ...aboutOne, replies: RepliesSchema, articleTitle: z.string() }),
);

export const MembersCommentsSchema = z.strictObject({
  items: z.array(MembersCommentSchema),
  next: z.string().nullable(),
});

/** A reader's own comments that wait for a moderator; `handle` is null for somebody who is not signed in. */
export const PendingSchema = z
  .strictObject({ handle: z.string().nullable(), items: z.array(MembersCommentSchema) })
  .meta({ id: "PendingComments" });
export type PendingComments = z.output<typeof PendingSchema>;

export const ViewerStateSchema = answerSchema<ViewerState>()(
  "ViewerState",
  z.strictObject({
    can: z.strictObject({
      comment: z.boolean(),
      moderate: z.boolean(),
    }),
    closed: z.string().nullable(),
    until: Time.nullable(),
    comments: z.record(z.string(), MyCommentSchema),
    waiting: z.array(CommentViewSchema),
    recent: z.array(CommentViewSchema),
    unread: z.strictObject({
      since: Time.nullable(),
      ids: z.array(z.uuid()),
      more: z.boolean(),
    }),
    following: FollowingHereSchema,
    now: Time,
  }),
);

/** Who reads an article, what they may do here, and what is theirs. */
export const ViewerSchema = z
  .strictObject({
    member: z
      .strictObject({
        ...AuthorSchema.shape,
        suspended: z.boolean(),
        first: z.boolean(),
        mailed: z.boolean(),
      })
      .nullable(),
    discussion: ViewerStateSchema,
    poll: MyPollSchema.nullable(),
  })
  .meta({ id: "Viewer" });
export type Viewer = z.output<typeof ViewerSchema>;
