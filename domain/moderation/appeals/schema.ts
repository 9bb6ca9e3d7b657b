import { z } from "zod";
import { APPEAL_OUTCOMES, WORDS_LIMIT } from "./appeal";
import { numberSaid } from "@/platform/number";
import { writtenText } from "@/domain/prose/schema";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

const longText = (blank: string) =>
  writtenText(WORDS_LIMIT, { blank, tooLong: say(t.pleaseKeepToCharacters, { wordsLimit: WORDS_LIMIT }) });

export const NewAppeal = z.strictObject({
  words: longText(t.pleaseSayInYourOwnWords),
});
export const AppealAnswer = z.strictObject({
  outcome: z.enum(APPEAL_OUTCOMES),
  answer: longText(t.anAppealIsAnsweredWithReasons),
  /** Of the comment's text, as it was read with the appeal; left out, it is the one that was decided about. */
  revision: z.preprocess(
    (value) => (value === "" ? undefined : value),
    numberSaid(z.number().int().positive()).optional(),
  ),
});
export type AppealAnswer = z.infer<typeof AppealAnswer>;
