import type { Check } from "@/domain/moderation/checks/check";
import { linksIn } from "@/domain/moderation/checks/links";

/** The longest words anyone writes on purpose. */
const WORD = 120;
/** A wall of text: this long without an empty line. */
const WALL = 3_000;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

export const unbroken: Check = {
  key: "unbroken",
  title: "Very long without a break",
  why: "A word of hundreds of letters or a wall of text is hard to read, and sometimes meant to be.",
  look: ({ text }) => {
    const links = new Set(linksIn(text));
    if (text.split(/\s+/u).some((word) => word.length > WORD && !UNSPACED.test(word) && !links.has(word)))
      return { effect: "mark", reason: `A word of more than ${WORD} characters.` };
    if (text.split(/\n\s*\n/u).some((paragraph) => paragraph.length > WALL))
      return { effect: "mark", reason: `More than ${WALL} characters without a paragraph.` };
    return null;
  },
};
