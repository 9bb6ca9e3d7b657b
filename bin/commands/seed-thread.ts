import { parseArgs } from "node:util";
import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { print, type Command } from "@/bin/command";
import { seedThread } from "@/domain/comments/seed/commands";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** More would be no discussion; and what a command builds in memory has an end. */
const MOST = 200_000;
/** Deeper than this a chain is no test of anything a person does. */
const DEEPEST = 10_000;

const count = (usual: number, most: number) => numberSaid(z.number().int().min(0).max(most)).default(usual);

const Wanted = z.object({
  article: z.string({ error: t.sayWhichArticle }),
  comments: count(1_000, MOST),
  votes: count(0, MOST),
  depth: count(12, DEEPEST),
  wide: count(0, MOST),
  deep: count(0, DEEPEST),
  seed: count(1, 2 ** 31),
});

export const seedThreadCommand: Command = {
  name: "seed thread",
  usage: "--article SLUG [--comments N] [--votes N] [--depth D] [--wide N] [--deep N] [--seed S]",
  does: t.aBelievableDiscussion,
  run: async (args) => {
    const { article, ...wanted } = read(args);
    const { comments, reactions, votes, members } = await seedThread(article, wanted, env.migrationUrl);
    print(say(t.commentsReactionsAndVotes, { comments, reactions, votes, members }));
  },
};

function read(args: string[]): z.output<typeof Wanted> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { article: text, comments: text, votes: text, depth: text, wide: text, deep: text, seed: text },
  });
  const parsed = Wanted.safeParse(values);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n"),
    );
  const { wide, deep, comments } = parsed.data;
  if (comments < wide + deep + 2) throw new Error(t.moreComments);
  return parsed.data;
}
