import { z } from "zod";

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
  .max(LIST_CHARACTERS, "This list is too long.")
  .refine((text) => linesOf(text).length <= LINES_LIMIT, `A list may have ${LINES_LIMIT} lines.`)
  .refine(
    (text) => linesOf(text).every((line) => line.length <= ENTRY_LIMIT),
    `An entry may have ${ENTRY_LIMIT} characters.`,
  );

/** A list that is left out is empty: a form does not send what is empty. */
export const NewWordLists = z.strictObject({
  block: list.default(""),
  hold: list.default(""),
  mark: list.default(""),
});
export type NewWordLists = z.infer<typeof NewWordLists>;
