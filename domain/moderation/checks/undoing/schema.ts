import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { SeenComments } from "@/domain/moderation/decisions/schema";

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What a check did: all of it, or only for one reason it gave (one watched word), or only in the last days. */
export const Deeds = z.strictObject({
  reason: emptyIsNone(z.string().max(500)),
  days: emptyIsNone(numberSaid(z.number().int().min(1).max(3_650))),
});
export type Deeds = z.infer<typeof Deeds>;

/** The comments are those that were shown; `rejected` also brings back what a moderator rejected after the check had held it. */
export const UndoingCheck = z.strictObject({
  ...Deeds.shape,
  comments: SeenComments,
  rejected: z
    .preprocess((value) => value === true || value === "on" || value === "true", z.boolean())
    .default(false),
});
export type UndoingCheck = z.infer<typeof UndoingCheck>;
