import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { databaseAddressProblem, saidPlace } from "@/platform/database-address";
import { restoreBackup } from "./backup/restore";
import { verifyBackup } from "./backup/verify";
import { writeBackup } from "./backup/write";
import { lineSchema } from "./export/kinds";
import { importSite } from "./export/import";
import { writeExport } from "./export/write";
import { planOf } from "./migration-plan";
import { say } from "./progress.mjs";
import { asOwner, migrate } from "./schema";
import { versionHere } from "./version";

/** Which database, and from where names of files are read. */
export type Here = Readonly<{ url: string; adminUrl?: string | undefined; called: string }>;
type HostCommand = (args: readonly string[], here: Here) => Promise<void>;

const commands: Readonly<Record<string, HostCommand>> = {
  "backup verify": async (args, { url, adminUrl, called }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: { type: "string" } },
    });
    const file = fileIn(positionals, called, "moot backup verify FILE [--into URL]");
    if (values.into === undefined) await verifyBackup({ url, adminUrl }, file, say);
    else {
      const problem = databaseAddressProblem("--into", values.into);
      if (problem !== undefined) throw new Error(problem);
      await restoreBackup(values.into, file, say);
    }
    say(`${file} is a whole backup, and can be restored.`);
  },
  backup: async (args, { url, called }) => {
    const file = fileIn(args, called, "moot backup FILE");
    say(`Backing up ${saidPlace(url)} …`);
    const rows = await writeBackup(url, file, versionHere(), say);
    say(
      `${rows.toLocaleString("en")} rows are in ${file}. It holds ballots and addresses: keep it where nobody else can read it.`,
    );
    say("MOOT_SECRET is not in it; keep that, too, or everybody signs in anew.");
  },
  export: async (args, { url, called }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        addresses: { type: "boolean", default: false },
        schema: { type: "boolean", default: false },
      },
    });
    if (values.schema) {
      say(JSON.stringify(lineSchema(), undefined, 2));
      return;
    }
    const file = fileIn(positionals, called, "moot export FILE [--addresses]");
    say(`Exporting ${saidPlace(url)} …`);
    const lines = await writeExport(url, file, {
      version: versionHere(),
      addresses: values.addresses,
      tell: say,
    });
    say(
      `${lines.toLocaleString("en")} lines are in ${file}. There are no votes, passwords or ways to sign in.`,
    );
    say(
      values.addresses
        ? "Members' e-mail addresses are in it: keep it where nobody else can read it."
        : "Nor are there e-mail addresses; with --addresses there are, and members of a site made from it can ask for a new password.",
    );
  },
  import: async (args, { url, called }) => {
    const file = fileIn(args, called, "moot import FILE");
    say(`Importing into ${saidPlace(url)} …`);
    if ((await importSite(url, file, versionHere(), say)) === "there")
      say("All of it is there already; nothing was changed.");
    else say("Imported. Nobody has a password here: docs/EXPORT.md says how people get in.");
  },
  restore: async (args, { url, called }) => {
    const file = fileIn(args, called, "moot restore FILE");
    say(`Restoring into ${saidPlace(url)} …`);
    await restoreBackup(url, file, say);
    say("Restored.");
  },
  migrate: async (args, { url }) => {
    if (args.includes("--plan")) {
      for (const line of await asOwner(url, planOf)) say(line);
      return;
    }
    for (const statement of await migrate(url, { tell: say })) say(statement);
    say(`${saidPlace(url)} is up to date.`);
  },
};

/** The command of these words, if it is one of those that work on the database as its owner. */
export function hostCommandOf(args: readonly string[]): ((here: Here) => Promise<void>) | undefined {
  for (const [name, run] of Object.entries(commands))
    if (`${args.join(" ")} `.startsWith(`${name} `))
      return (here) => run(args.slice(name.split(" ").length), here);
  return undefined;
}

function fileIn(args: readonly string[], called: string, usage: string): string {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0) throw new Error(`Usage: ${usage}`);
  return resolve(called, file);
}
