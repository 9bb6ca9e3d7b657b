import type { Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

export const watchedWords: Check = {
  key: "words",
  title: t.watchedWords,
  why: t.theSiteKeepsListsOfWords,
  look: ({ text, words }) => {
    const found = words(text);
    if (!found) return null;
    if (found.effect === "block")
      return { effect: "refuse", reason: say(t.thisSiteDoesNotAcceptThat, { entry: found.entry }) };
    return { effect: found.effect, reason: say(t.containsTheWatched, { entry: found.entry }) };
  },
};
