import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { openTestServer } from "@/test/server";
import { prisma } from "./prisma.mjs";
import { say } from "./progress.mjs";

const SCHEMA = "prisma/schema";

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql` from what has changed in the schema since the last commit.
 * It knows tables, columns and plain indexes; triggers, checks and partial indexes are added to the file by hand.
 * @throws Error with a sentence when there is no name or nothing has changed
 */
export async function writeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error(
      "A migration needs a name of small letters and underscores: npm run migration -- add_notices",
    );
  const before = committedSchema();
  try {
    const sql = await difference(before);
    if (/^(-- This is an empty migration\.)?\s*$/.test(sql))
      throw new Error(`Nothing has changed in ${SCHEMA} since the last commit.`);
    const folder = join("prisma/migrations", `${timestamp(new Date())}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), sql);
    say(`Wrote ${folder}/migration.sql. Read it, and add what Prisma cannot say.`);
  } finally {
    rmSync(before, { recursive: true });
  }
}

/** The schema of the last commit, in a folder of its own. */
function committedSchema(): string {
  const folder = mkdtempSync(join(tmpdir(), "moot-schema-"));
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
  for (const file of git("ls-tree", "--name-only", "HEAD", `${SCHEMA}/`).trim().split("\n"))
    writeFileSync(join(folder, basename(file)), git("show", `HEAD:${file}`));
  return folder;
}

/** The engine wants to see a server even to compare two files, so it is shown that of the tests. */
async function difference(before: string): Promise<string> {
  const { server, close } = await openTestServer();
  try {
    const args = ["migrate", "diff", "--from-schema", before, "--to-schema", SCHEMA, "--script"];
    const { code, output, complaint } = await prisma(args, { DATABASE_URL: server.adminUrl });
    if (code !== 0) throw new Error(complaint);
    return output;
  } finally {
    await close();
  }
}

/** As Prisma writes it: 20261123094500, in UTC. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}
