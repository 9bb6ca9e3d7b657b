import type { Check } from "./check";
import * as t from "#messages/house-rules";

/** A word, a number, an emoji or a flag; punctuation and invisible characters alone say nothing. */
const SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

export const notEmpty: Check = {
  key: "empty",
  title: t.noText,
  why: t.aCommentOfBlanks,
  look: ({ text }) => (SOMETHING.test(text) ? null : { effect: "refuse", reason: t.thereAreNoWords }),
};
