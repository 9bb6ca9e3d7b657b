import { print, type Command } from "@/bin/command";
import { contentOf } from "./article";
import { OPERATOR } from "@/domain/members/policy";
import { replaceWords } from "@/domain/moderation/settings/commands";
import { WORD_EFFECTS, type WordEffect } from "@/domain/moderation/checks/words/word-finder";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

export const words: Command = {
  name: "words",
  usage: "block|hold|mark FILE.txt",
  does: t.replaceAListOfWatchedWords,
  run: async ([effect, file, ...more]) => {
    if (!isEffect(effect) || !file || more.length > 0)
      throw new Error(say(t.usageMootWords, { usage: words.usage }));
    const text = await contentOf(file);
    const { entries, version } = await replaceWords({ effect, text }, OPERATOR);
    print(say(t.entriesAsVersionOfTheWatched, { entries, version }));
  },
};

const isEffect = (word: string | undefined): word is WordEffect =>
  WORD_EFFECTS.some((effect) => effect === word);
