import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { print, type Command } from "@/bin/command";
import { articlePath, readingMinutes } from "@/domain/articles/article";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { anyArticle } from "@/domain/articles/queries";
import { picturesBeside, withAddresses } from "@/domain/pictures/beside";
import { addPicture } from "@/domain/pictures/commands";
import { pictureReference } from "@/domain/pictures/picture";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const IF_NONE = "--if-none";
const OVER = "--over";

export const articlePublish: Command = {
  name: "article publish",
  usage: `FILE.md [${IF_NONE}] [${OVER}]`,
  does: t.publishAnArticle,
  run: async (args) => {
    const [file, ...more] = args.filter((word) => word !== IF_NONE && word !== OVER);
    if (!file || more.length > 0 || file.startsWith("-"))
      throw new Error(say(t.usageMootArticlePublish, { usage: articlePublish.usage }));
    if (args.includes(IF_NONE) && (await anyArticle())) return;
    const text = await withItsPictures(await contentOf(file), dirname(pathOf(file)));
    const published = await publish(text, operator, { over: args.includes(OVER) });
    const { slug, title, revision, words: length, changed, kept } = published;
    for (const one of kept) print(one);
    if (!changed) {
      print(say(t.nothingHasChanged, { title, slug: articlePath(slug), revision }));
      return;
    }
    const what = say(t.publishedRevisionOf, { revision });
    print(
      say(t.atWordsMin, { what, title, slug: articlePath(slug), length, length2: readingMinutes(length) }),
    );
  },
};

/** Takes in the pictures that lie beside the file, and names them as they are named here. @throws Error with the path of one that cannot be */
export async function withItsPictures(text: string, folder: string): Promise<string> {
  const addresses = new Map<string, string>();
  for (const named of picturesBeside(text)) {
    const path = resolve(folder, decodeURI(named));
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new Error(say(t.cannotBeRead, { path }), { cause });
    });
    const picture = await addPicture(bytes, operator).catch((cause: unknown) => {
      throw new Error(say(t.pathReason, { path, reason: reasonOf(cause) }), { cause });
    });
    addresses.set(named, pictureReference(picture));
  }
  return withAddresses(text, addresses);
}

const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

// `moot` runs in its own folder; names are read from where the operator stands.
export const pathOf = (file: string): string => resolve(process.env.MOOT_CALLED_FROM ?? "", file);

/** @throws Error with a sentence when the file cannot be read, or is no text. */
export async function contentOf(file: string): Promise<string> {
  const path = pathOf(file);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(say(t.cannotBeRead, { path }), { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(say(t.isNotUtf8Text, { path }), { cause });
  }
}
