import { z } from "zod";
import { EARLIER, PASSAGE_LEAST, PASSAGE_MOST } from "./passage";
import { isWhole } from "@/domain/prose/text";
import { numberSaid } from "@/platform/number";
import * as api from "#messages/api";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

/** More context than this nobody sends; what is used of it is less. UTF-16 code units. */
const CONTEXT_MOST = 400;
/** With the longest signs, and blanks that count as one. UTF-16 code units. */
const UNREAD_MOST = PASSAGE_MOST * 4;

const tooLong = say(t.aPassageHasAtMost, { most: PASSAGE_MOST });

/** Any blanks are one blank; the words are the article's own, so nothing else about them is changed. */
const line = (most: number) =>
  z
    .string()
    .max(most, { error: tooLong, abort: true })
    .refine(isWhole, { error: api.thereIsACharacterWeCannotStore, abort: true })
    .transform((words) => words.replace(/\s+/g, " "));

const lettersIn = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const exact = line(UNREAD_MOST)
  .transform((words) => words.trim())
  .refine((words) => lettersIn(words) >= PASSAGE_LEAST, { error: t.selectMoreWords, abort: true })
  .refine((words) => Array.from(words).length <= PASSAGE_MOST, { error: tooLong });

/**
 * Words of an article, as the Web Annotation model quotes them. `start` is where they begin, in code points of the article's text, and only chooses
 * among several of the same; `revision` is the article's in which they were read, the present one where it is not said.
 */
const Selector = z.strictObject({
  exact,
  prefix: line(CONTEXT_MOST).default(""),
  suffix: line(CONTEXT_MOST).default(""),
  start: z.number().int().min(0).max(10_000_000).optional(),
  revision: z.number().int().min(1).max(1_000_000).optional(),
});
export type NewPassage = z.output<typeof Selector>;

/** A plain form has one field for it, which holds the same as JSON; empty, it says nothing. */
export const NewPassage = z.preprocess(
  (said) => (typeof said === "string" ? fromField(said) : said),
  Selector.optional(),
);

function fromField(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A block of the article as it is now; `earlier` is what has no block any more. */
export const BlockNumber = z.union([
  z.literal("earlier").transform(() => EARLIER),
  numberSaid(z.number().int().min(1).max(1_000_000)),
]);
