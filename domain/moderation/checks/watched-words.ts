import type { Check } from "@/domain/moderation/checks/check";

export const watchedWords: Check = {
  key: "words",
  title: "Watched words",
  why: "The site keeps lists of words and phrases that it refuses, holds or marks.",
  look: ({ text, words }) => {
    const found = words(text);
    if (!found) return null;
    if (found.effect === "block")
      return { effect: "refuse", reason: `This site does not take comments with “${found.entry}”.` };
    return { effect: found.effect, reason: `Contains the watched “${found.entry}”.` };
  },
};
