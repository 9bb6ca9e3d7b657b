import { z } from "zod";
import { answerSchema, Html, Time } from "@/domain/answer-schema";
import { ShownPictureSchema } from "@/domain/pictures/answers";
import { type CallToAction } from "./article";
import type { ArticleAuthor } from "./author";

export const CallToActionSchema = answerSchema<CallToAction>()(
  "CallToAction",
  z.strictObject({
    label: z.string(),
    href: z.string(),
    kind: z.enum(["link", "download"]),
    text: z.string(),
  }),
);

export const ArticleAuthorSchema = answerSchema<ArticleAuthor>()(
  "ArticleAuthor",
  z.strictObject({ name: z.string(), handle: z.string().nullable() }),
);

export const ArticleCardSchema = z
  .strictObject({
    slug: z.string(),
    url: z.url(),
    title: z.string(),
    standfirst: z.string(),
    author: z.string(),
    authors: z.array(ArticleAuthorSchema),
    tags: z.array(z.string()),
    picture: ShownPictureSchema.nullable(),
    words: z.int(),
    minutes: z.int(),
    revision: z.int(),
    publishedAt: Time,
    revisedAt: Time,
    comments: z.int(),
  })
  .meta({ id: "ArticleCard" });

export const ArticleSchema = z
  .strictObject({
    ...ArticleCardSchema.shape,
    html: Html,
    callToAction: CallToActionSchema.nullable(),
    commentsState: z.enum(["open", "closed", "locked"]),
    closesAt: Time.nullable(),
  })
  .meta({ id: "Article" });

export const ListedArticleSchema = z
  .strictObject({
    ...ArticleCardSchema.shape,
    poll: z
      .strictObject({
        question: z.string(),
        state: z.enum(["upcoming", "open", "closed"]),
        opensAt: Time,
        closesAt: Time.nullable(),
        votes: z.int().nullable(),
        options: z
          .array(z.strictObject({ key: z.string(), label: z.string(), side: z.boolean(), votes: z.int() }))
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: "ListedArticle" });

export const ArticleListSchema = z.strictObject({
  items: z.array(ListedArticleSchema),
  next: z.string().nullable(),
});
