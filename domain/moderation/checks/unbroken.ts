import type { Check } from "./check";
import { linksIn } from "./links";
import { readableLength } from "@/domain/prose/text";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** The longest words anyone writes on purpose. */
const WORD = 120;
/** A wall of text: this long without an empty line. */
const WALL = 3_000;
/** Tibetan parts its syllables by a point, and sets a blank where a sentence ends. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Javanese}\p{sc=Balinese}\p{sc=Tai_Tham}]/u;

export const unbroken: Check = {
  key: "unbroken",
  title: t.veryLongWithoutABreak,
  why: t.aWordOfHundredsOfLetters,
  look: ({ text }) => {
    const links = new Set(linksIn(text));
    if (
      text
        .split(/\s+/u)
        .some((word) => readableLength(word) > WORD && !UNSPACED.test(word) && !links.has(word))
    )
      return { effect: "mark", reason: say(t.aWordOfMoreThanCharacters, { word: WORD }) };
    if (text.split(/\n\s*\n/u).some((paragraph) => readableLength(paragraph) > WALL))
      return { effect: "mark", reason: say(t.moreThanCharactersWithout, { wall: WALL }) };
    return null;
  },
};
