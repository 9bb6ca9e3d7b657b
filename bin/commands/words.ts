import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { print, type Command } from "@/bin/command";
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
    // `moot` runs in its own folder; names are read from where the operator stands.
    const path = resolve(process.env.MOOT_CALLED_FROM ?? "", file);
    const text = await readFile(path, "utf8").catch((cause: unknown) => {
      throw new Error(say(t.cannotBeRead, { path }), { cause });
    });
    const { entries, version } = await replaceWords({ effect, text }, OPERATOR);
    print(say(t.entriesAsVersionOfTheWatched, { entries, version }));
  },
};

const isEffect = (word: string | undefined): word is WordEffect =>
  WORD_EFFECTS.some((effect) => effect === word);
