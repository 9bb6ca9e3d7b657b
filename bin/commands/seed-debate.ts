import { parseArgs } from "node:util";
import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { print, type Command } from "@/bin/command";
import { seedDebate } from "@/domain/polls/seed/commands";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const Wanted = z.object({
  article: z.string({ error: t.sayWhichArticle }),
  seed: numberSaid(
    z
      .number(t.seedIsANumber)
      .int()
      .min(0)
      .max(2 ** 31),
  ).default(1),
});

export const seedDebateCommand: Command = {
  name: "seed debate",
  usage: "--article SLUG [--seed S]",
  does: t.threeWeeksOfADebate,
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
    print(say(t.votesSwitchesCommentsAnd, { voters, switches, comments, reactions }));
    print(say(t.seeArticlesVoteAndArticles, { slug }));
  },
};
