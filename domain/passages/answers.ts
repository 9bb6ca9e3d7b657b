import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import type { PassageCount, PassageView } from "./passage";

export const PassageSchema = answerSchema<PassageView>()(
  "Passage",
  z.strictObject({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    revision: z.int(),
    place: z.int().nullable(),
  }),
);

export const PassageCountsSchema = z
  .strictObject({
    revision: z.int(),
    items: z.array(
      answerSchema<PassageCount>()(
        "PassageCount",
        z.strictObject({ block: z.int(), comments: z.int(), moved: z.boolean() }),
      ),
    ),
  })
  .meta({ id: "PassageCounts" });
