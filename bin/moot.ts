import type { Command } from "./command";
import { obey, print } from "./command";
import { articlePublish } from "./commands/article";
import { check } from "./commands/check";
import { reindex } from "./commands/reindex";
import { memberCommands } from "./commands/member";
import { jobCommands } from "./commands/jobs";
import { mailCommands } from "./commands/mail";
import { seedDebateCommand } from "./commands/seed-debate";
import { seedEnded } from "./commands/seed-ended";
import { seedSample } from "./commands/seed-sample";
import { seedThreadCommand } from "./commands/seed-thread";
import { words } from "./commands/words";
import { hostCommands } from "./host-commands";
import { bootstrapCommands } from "./bootstrap";
import { closeDatabase } from "@/platform/database";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Everything an operator can say, in the order `moot help` lists it. */
const commands: readonly Command[] = [
  articlePublish,
  ...memberCommands,
  ...mailCommands,
  ...jobCommands,
  seedSample,
  seedEnded,
  seedThreadCommand,
  seedDebateCommand,
  check,
  reindex,
  words,
];

const setUp: Command = {
  name: "set-up",
  usage: "",
  does: t.publishTheBundledArticle,
  run: async () => {
    for (const args of bootstrapCommands()) await obeyWords(args);
  },
};

const all = [...commands, setUp];

try {
  await obeyWords(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function obeyWords(args: string[]): Promise<void> {
  if (args.length === 0 || args[0] === "help") {
    help();
    return;
  }
  const command = commandFor(args);
  if (!command) throw new Error(say(t.mootDoesNotKnow, { args: args.slice(0, 2).join(" ") }));
  await obey(command, args.slice(command.name.split(" ").length));
}

function commandFor(args: readonly string[]): Command | undefined {
  return all.find(({ name }) => `${args.join(" ")} `.startsWith(`${name} `));
}

function help(): void {
  print(t.mootCommandWhereCommand);
  for (const { name, usage, does } of [...all, ...hostCommands])
    print(`  ${`${name} ${usage}`.trim()}\n      ${does}`);
}
