import { z } from "zod";
import { answerSchema, Time } from "@/domain/answer-schema";
import { AuthorSchema } from "@/domain/members/answers";
import {
  FOLLOWING_STATES,
  type DiscussionNews,
  type FollowedListing,
  type FollowedSubject,
  type FollowingHere,
  type MutedMember,
  type NewArticle,
} from "./following";

const State = z.enum(FOLLOWING_STATES);
const ArticleNamed = z.strictObject({ slug: z.string(), title: z.string() });

export const FollowingHereSchema = answerSchema<FollowingHere>()(
  "FollowingHere",
  z.strictObject({
    discussion: State.nullable(),
    branches: z.record(z.uuid(), State),
    muted: z.array(z.string()),
  }),
);

const FollowedSubjectSchema = answerSchema<FollowedSubject>()(
  "FollowedSubject",
  z.strictObject({
    state: State,
    article: ArticleNamed,
    comment: z
      .strictObject({ id: z.uuid(), author: AuthorSchema.nullable(), excerpt: z.string() })
      .nullable(),
  }),
);

export const FollowedSchema = z.strictObject({
  items: z.array(FollowedSubjectSchema),
  next: z.string().nullable(),
});

const DiscussionNewsSchema = answerSchema<DiscussionNews>()(
  "DiscussionNews",
  z.strictObject({
    article: ArticleNamed,
    count: z.int(),
    since: Time.nullable(),
    first: z.array(
      z.strictObject({ id: z.uuid(), author: AuthorSchema.nullable(), excerpt: z.string(), at: Time }),
    ),
  }),
);

export const NewsSchema = z.strictObject({
  items: z.array(DiscussionNewsSchema),
  next: z.uuid().nullable(),
});
export type News = z.output<typeof NewsSchema>;

const NewArticleSchema = answerSchema<NewArticle>()(
  "NewArticle",
  z.strictObject({
    slug: z.string(),
    title: z.string(),
    standfirst: z.string(),
    author: z.string(),
    published: Time,
  }),
);

export const NewArticlesSchema = z.strictObject({ items: z.array(NewArticleSchema) });

const FollowedListingSchema = answerSchema<FollowedListing>()(
  "FollowedListing",
  z.strictObject({ kind: z.enum(["tag", "author"]), name: z.string(), since: Time }),
);

export const FollowedListingsSchema = z.strictObject({ items: z.array(FollowedListingSchema) });

const MutedMemberSchema = answerSchema<MutedMember>()(
  "MutedMember",
  z.strictObject({ handle: z.string(), name: z.string(), role: AuthorSchema.shape.role, since: Time }),
);

export const MutedSchema = z.strictObject({ members: z.array(MutedMemberSchema) });

export const ReplyFeedSchema = z.strictObject({ address: z.string().nullable() });
