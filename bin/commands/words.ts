import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { print, type Command } from "@/bin/command";
import { OPERATOR } from "@/domain/members/policy";
import { replaceWords } from "@/domain/moderation/settings/commands";
import { WORD_EFFECTS, type WordEffect } from "@/domain/moderation/checks/words/word-finder";

export const words: Command = {
  name: "words",
  usage: "block|hold|mark FILE.txt",
  does: "replace a list of watched words and phrases from a file, one a line",
  run: async ([effect, file, ...more]) => {
    if (!isEffect(effect) || !file || more.length > 0) throw new Error(`Usage: moot words ${words.usage}`);
    // `moot` runs in its own folder; names are read from where the operator stands.
    const path = resolve(process.env.MOOT_CALLED_FROM ?? "", file);
    const text = await readFile(path, "utf8").catch((cause: unknown) => {
      throw new Error(`${path} cannot be read.`, { cause });
    });
    const { entries, version } = await replaceWords({ effect, text }, OPERATOR);
    print(
      `${entries} entries, as version ${version} of the watched words. They count from the next comment on.`,
    );
  },
};

const isEffect = (word: string | undefined): word is WordEffect =>
  WORD_EFFECTS.some((effect) => effect === word);
