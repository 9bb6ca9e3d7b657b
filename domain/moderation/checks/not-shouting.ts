import type { Check } from "./check";
import * as t from "#messages/house-rules";

/** An acronym or a title is short. */
const LETTERS = 20;
const SHARE = 0.7;
/** Cherokee is written in what Unicode calls its capitals. */
const CASED = /(?!\p{sc=Cherokee})[\p{Lu}\p{Ll}]/gu;

export const notShouting: Check = {
  key: "shouting",
  title: t.allCapitals,
  why: t.capitalsThroughoutReadAs,
  look: ({ text }) => {
    const cased = text.match(CASED) ?? [];
    const capitals = cased.filter((letter) => /\p{Lu}/u.test(letter)).length;
    return cased.length >= LETTERS && capitals / cased.length > SHARE
      ? { effect: "mark", reason: t.writtenMostlyInCapitals }
      : null;
  },
};
