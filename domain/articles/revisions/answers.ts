import { z } from "zod";
import { answerSchema, Time } from "@/domain/answer-schema";
import { DRAFT_FIELDS } from "@/domain/articles/drafts/draft";
import type { Comparison, ListedRevision } from "./revision";

const ListedRevisionSchema = answerSchema<ListedRevision>()(
  "ArticleRevision",
  z.strictObject({
    number: z.int(),
    at: Time,
    title: z.string(),
    origin: z.enum(["file", "browser"]),
    correction: z.string().nullable(),
  }),
);

export const RevisionListSchema = z.strictObject({
  items: z.array(ListedRevisionSchema),
  next: z.int().nullable(),
});

export const ComparisonSchema = answerSchema<Comparison>()(
  "ArticleComparison",
  z.strictObject({
    from: z.int(),
    to: z.int(),
    changes: z.array(
      z.strictObject({
        field: z.enum(DRAFT_FIELDS),
        parts: z.array(z.strictObject({ text: z.string(), change: z.enum(["added", "removed"]).nullable() })),
      }),
    ),
  }),
);
