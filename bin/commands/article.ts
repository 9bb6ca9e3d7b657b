import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { print, type Command } from "@/bin/command";
import { articlePath, readingMinutes } from "@/domain/articles/article";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { anyArticle } from "@/domain/articles/queries";

const IF_NONE = "--if-none";

export const articlePublish: Command = {
  name: "article publish",
  usage: `FILE.md [${IF_NONE}]`,
  does: "publish an article, or another revision of it; with --if-none only where there is no article yet",
  run: async (args) => {
    const [file, ...more] = args.filter((word) => word !== IF_NONE);
    if (!file || more.length > 0 || file.startsWith("-"))
      throw new Error(`Usage: moot article publish ${articlePublish.usage}`);
    if (args.includes(IF_NONE) && (await anyArticle())) return;
    const { slug, title, revision, words: length } = await publish(await contentOf(file), operator);
    const what = revision === 1 ? "Published" : `Published revision ${revision} of`;
    print(`${what} “${title}” at ${articlePath(slug)} (${length} words, ${readingMinutes(length)} min).`);
  },
};

/** @throws Error with a sentence when the file cannot be read, or is no text. */
async function contentOf(file: string): Promise<string> {
  // `moot` runs in its own folder; names are read from where the operator stands.
  const path = resolve(process.env.MOOT_CALLED_FROM ?? "", file);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`${path} cannot be read.`, { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${path} is not UTF-8 text.`, { cause });
  }
}
