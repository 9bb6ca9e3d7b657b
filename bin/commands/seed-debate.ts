import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { seedDebate } from "@/domain/polls/seed/commands";
import { env } from "@/platform/env";

const Wanted = z.object({
  article: z.string({ error: "Say which article: --article SLUG" }),
  seed: z.coerce
    .number("--seed is a number.")
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
});

export const seedDebateCommand: Command = {
  name: "seed debate",
  usage: "--article SLUG [--seed S]",
  does: "three weeks of a debate in which opinion moves, by a made-up cast, in a poll that nobody has voted in",
  run: async (args) => {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { article: text, seed: text } });
    const parsed = Wanted.safeParse(values);
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
    const { slug, voters, switches, comments, reactions } = await seedDebate(
      parsed.data.article,
      parsed.data.seed,
      env.migrationUrl,
    );
    print(`${voters} votes, ${switches} switches, ${comments} comments and ${reactions} reactions.`);
    print(`See /articles/${slug}/vote and /articles/${slug}/record`);
  },
};
