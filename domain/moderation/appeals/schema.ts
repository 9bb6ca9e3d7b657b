import { z } from "zod";
import { APPEAL_OUTCOMES, WORDS_LIMIT } from "@/domain/moderation/appeals/appeal";

const longText = (empty: string) =>
  z.string().trim().min(1, empty).max(WORDS_LIMIT, `Please keep to ${WORDS_LIMIT} characters.`);

export const NewAppeal = z.strictObject({
  words: longText("Please say in your own words what was overlooked."),
});
export const AppealAnswer = z.strictObject({
  outcome: z.enum(APPEAL_OUTCOMES),
  answer: longText("An appeal is answered with reasons."),
});
export type AppealAnswer = z.infer<typeof AppealAnswer>;
