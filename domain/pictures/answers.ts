import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import type { LeadPicture } from "./picture";

/** `markdown` is the figure as an article's text has it; `url` is that of a file which everything can read. */
export const UploadedPictureSchema = z
  .strictObject({
    hash: z.string(),
    width: z.int(),
    height: z.int(),
    url: z.url(),
    reference: z.string(),
    markdown: z.string(),
  })
  .meta({ id: "UploadedPicture" });

/** A picture as others may show it. */
export const ShownPictureSchema = z
  .strictObject({
    url: z.url(),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
  })
  .meta({ id: "ShownPicture" });

/** What a revision's column holds. */
export const LeadPictureSchema = answerSchema<LeadPicture>()(
  "LeadPicture",
  z.strictObject({
    hash: z.string(),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
  }),
);
