import { z } from "zod";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Longer entries are sentences nobody writes twice. */
export const ENTRY_LIMIT = 100;
/** More lines than any published list has; compiling them takes about a second, once. */
export const LINES_LIMIT = 100_000;
/** A list of `LINES_LIMIT` common words is about a megabyte. */
const LIST_CHARACTERS = 2_000_000;

/** The entries of a list: one a line, empty lines and repetitions left out. */
export const linesOf = (list: string): string[] =>
  [...new Set(list.split("\n").map((line) => line.trim()))].filter((line) => line !== "");

const list = z
  .string()
  .max(LIST_CHARACTERS, t.thisListIsTooLong)
  .refine(
    (text) => linesOf(text).length <= LINES_LIMIT,
    say(t.aListMayHaveLines, { linesLimit: LINES_LIMIT }),
  )
  .refine(
    (text) => linesOf(text).every((line) => line.length <= ENTRY_LIMIT),
    say(t.anEntryMayHaveCharacters, { entryLimit: ENTRY_LIMIT }),
  );

/** A list that is left out is empty: a form does not send what is empty. */
export const NewWordLists = z.strictObject({
  block: list.default(""),
  hold: list.default(""),
  mark: list.default(""),
});
export type NewWordLists = z.infer<typeof NewWordLists>;
