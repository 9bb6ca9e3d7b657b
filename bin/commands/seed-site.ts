import { parseArgs } from "node:util";
import { z } from "zod";
import { print, type Command } from "@/bin/command";
import { slugOf } from "@/domain/site/seed/articles";
import { seedSite } from "@/domain/site/seed/commands";
import { env } from "@/platform/env";
import { numberSaid } from "@/platform/number";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** What a command builds in memory has an end, and so has a disk. */
const MOST = 2_000_000;

const count = (usual: number, least = 0, most = MOST) =>
  numberSaid(z.number().int().min(least).max(most)).default(usual);

const Wanted = z
  .object({
    comments: count(1_000_000),
    articles: count(10_000, 1, 100_000),
    members: count(20_000, 23, 200_000),
    held: count(200_000),
    decisions: count(50_000),
    seed: count(1, 0, 2 ** 31),
    database: z.string().optional(),
  })
  .refine(({ comments, held, decisions }) => (held + decisions) * 2 <= comments, t.moreHeldThanLeaves);

export const seedSiteCommand: Command = {
  name: "seed site",
  usage:
    "[--comments N] [--articles N] [--members N] [--held N] [--decisions N] [--seed S] [--database NAME]",
  does: t.aSiteOfThisSize,
  run: async (args) => {
    const { database, ...size } = read(args);
    await seedSite(size, database, env.migrationUrl, print);
    print(say(t.theSiteIsSeeded, { slug: slugOf(0) }));
  },
};

function read(args: string[]): z.output<typeof Wanted> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      comments: text,
      articles: text,
      members: text,
      held: text,
      decisions: text,
      seed: text,
      database: text,
    },
  });
  const parsed = Wanted.safeParse(values);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `--${path.join(".")}: ${message}` : message,
  );
  throw new Error(said.join("\n"));
}
