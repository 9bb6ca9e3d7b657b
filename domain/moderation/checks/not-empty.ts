import type { Check } from "@/domain/moderation/checks/check";

/** A word, a number or an emoji; punctuation and invisible characters alone say nothing. */
const SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

export const notEmpty: Check = {
  key: "empty",
  title: "Says nothing",
  why: "A comment of blanks, punctuation or invisible characters cannot be answered.",
  look: ({ text }) =>
    SOMETHING.test(text) ? null : { effect: "refuse", reason: "There are no words in this comment yet." },
};
