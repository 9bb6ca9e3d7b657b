import { z } from "zod";
import { answerSchema, Html, Time } from "@/domain/answer-schema";
import { ArticleAuthorSchema, CallToActionSchema } from "@/domain/articles/answers";
import { LeadPictureSchema } from "@/domain/pictures/answers";
import { DRAFT_FIELDS, type Draft, type DraftReading, type ListedDraft, type WrittenArticle } from "./draft";

const Field = z.enum(DRAFT_FIELDS);
const Name = z.strictObject({ handle: z.string(), name: z.string() });

const LISTED = {
  id: z.uuid(),
  version: z.int(),
  owner: Name,
  savedBy: Name,
  savedAt: Time,
  publishAt: Time.nullable(),
  problem: z.string().nullable(),
};

export const DraftSchema = z
  .strictObject({
    ...LISTED,
    fields: z.partialRecord(Field, z.string()),
    problems: z.array(z.strictObject({ field: Field, line: z.int().nullable(), reason: z.string() })),
    words: z.int(),
    minutes: z.int(),
    article: z.strictObject({ slug: z.string(), revision: z.int(), changedSince: z.boolean() }).nullable(),
    preview: z.strictObject({ path: z.string(), until: Time }).nullable(),
  } satisfies Record<keyof Draft, z.ZodType>)
  .meta({ id: "Draft" });

export const DraftReadingSchema = answerSchema<DraftReading>()(
  "DraftReading",
  z.strictObject({
    version: z.int(),
    title: z.string(),
    standfirst: z.string(),
    authors: z.array(ArticleAuthorSchema),
    picture: LeadPictureSchema.nullable(),
    html: Html.nullable(),
    callToAction: CallToActionSchema.nullable(),
    words: z.int(),
    publishedAt: Time,
  }),
);

const ListedDraftSchema = answerSchema<ListedDraft>()(
  "ListedDraft",
  z.strictObject({ ...LISTED, title: z.string(), article: z.string().nullable() }),
);

const WrittenArticleSchema = answerSchema<WrittenArticle>()(
  "WrittenArticle",
  z.strictObject({
    slug: z.string(),
    title: z.string(),
    author: z.string(),
    revision: z.int(),
    publishedAt: Time,
    unpublishedAt: Time.nullable(),
    deletedAt: Time.nullable(),
    corrected: z.boolean(),
    isLead: z.boolean(),
    draft: z.uuid().nullable(),
  }),
);

export const WritingSchema = z.strictObject({
  drafts: z.array(ListedDraftSchema),
  articles: z.array(WrittenArticleSchema),
  next: z.string().nullable(),
});

export const DraftBegunSchema = z.strictObject({ id: z.uuid() });

export const PublishedSchema = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    revision: z.int(),
    words: z.int(),
    kept: z.array(z.string()),
  })
  .meta({ id: "Published" });
