import { z } from "zod";
import { AuthorSchema } from "./answers";
import { STANDINGS, type DirectoryPage } from "./directory-line";
import { HANDLE_PATTERN, ROLES } from "./member";
import { answerSchema, Time } from "@/domain/answer-schema";

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Filters come from a form, so an empty one is none. */
export const DirectoryQuery = z.strictObject({
  /** A part of a handle or name, or a whole e-mail address. */
  q: emptyIsNone(
    z
      .string()
      .trim()
      .max(254)
      .refine((text) => !text.includes("\0")),
  ),
  role: emptyIsNone(z.enum(ROLES)),
  standing: emptyIsNone(z.enum(STANDINGS)),
  after: emptyIsNone(z.string().regex(HANDLE_PATTERN)),
});
export type DirectoryQuery = z.infer<typeof DirectoryQuery>;

export const DirectoryPageSchema = answerSchema<DirectoryPage>()(
  "MemberDirectory",
  z.strictObject({
    items: z.array(
      z.strictObject({
        ...AuthorSchema.shape,
        sample: z.boolean(),
        joinedAt: Time,
        seenAt: Time.nullable(),
        standing: z.enum(STANDINGS),
        moderates: z.int(),
      }),
    ),
    next: z.string().nullable(),
  }),
);
