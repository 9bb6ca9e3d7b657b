import type { Command } from "./command";
import { runCommand, print } from "./command";
import { articlePublish } from "./commands/article";
import { articleCommands } from "./commands/articles";
import { check } from "./commands/check";
import { reindex } from "./commands/reindex";
import { secrets } from "./commands/secrets";
import { memberCommands } from "./commands/member";
import { jobCommands } from "./commands/jobs";
import { mailCommands } from "./commands/mail";
import { seedDebateCommand } from "./commands/seed-debate";
import { seedEnded } from "./commands/seed-ended";
import { seedSample } from "./commands/seed-sample";
import { seedSiteCommand } from "./commands/seed-site";
import { seedThreadCommand } from "./commands/seed-thread";
import { words } from "./commands/words";
import { hostCommands } from "./host-commands";
import { bootstrapCommands } from "./bootstrap";
import { offerFirstAdmin } from "@/domain/members/first-admin";
import { currentRules } from "@/domain/moderation/rules/queries";
import { helpRequest, type HelpRequest } from "@/scripts/help-request";
import { versionHere } from "@/scripts/version";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Everything an operator can say, in the order `moot help` lists it. */
const commands: readonly Command[] = [
  articlePublish,
  ...articleCommands,
  ...memberCommands,
  ...mailCommands,
  ...jobCommands,
  seedSample,
  seedEnded,
  seedThreadCommand,
  seedDebateCommand,
  seedSiteCommand,
  check,
  reindex,
  secrets,
  words,
];

const setUp: Command = {
  name: "set-up",
  usage: "",
  does: t.publishTheBundledArticle,
  run: async () => {
    for (const args of bootstrapCommands()) await runCommandLine(args);
    // They are written down at the first need; if that were a reader's, every page that is kept would be drawn once more.
    await currentRules();
    const address = await offerFirstAdmin();
    if (address !== null) print(say(t.firstAdminLink, { address }));
  },
};

const all = [...commands, setUp];

/**
 * Does what an operator said.
 * @throws Error with a sentence
 */
export async function runCommandLine(args: string[]): Promise<void> {
  const question = helpRequest(args);
  if (question) {
    answer(question);
    return;
  }
  const command = commandFor(args);
  if (!command) throw new Error(say(t.mootDoesNotKnow, { args: args.slice(0, 2).join(" ") }));
  await runCommand(command, args.slice(command.name.split(" ").length));
}

function commandFor(args: readonly string[]): Command | undefined {
  return all.find(({ name }) => `${args.join(" ")} `.startsWith(`${name} `));
}

function answer(question: HelpRequest): void {
  if (question.version) print(versionHere());
  else help(question.about);
}

/** @throws Error where there is no such command */
function help(about: string): void {
  const every = [...all, ...hostCommands];
  const begins = (one: string, other: string) => `${one} `.startsWith(`${other} `);
  const wanted =
    about === "" ? every : every.filter(({ name }) => begins(name, about) || begins(about, name));
  if (wanted.length === 0) throw new Error(say(t.mootDoesNotKnow, { args: about }));
  print(t.mootCommandWhereCommand);
  for (const { name, usage, does } of wanted) print(`  ${`${name} ${usage}`.trim()}\n      ${does}`);
}
