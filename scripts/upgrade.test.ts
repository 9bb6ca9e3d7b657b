import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { expect, inject, test } from "vitest";
import { anEmptyDatabase } from "@/test/server";
import { runNode } from "./child-process";
import { asOwner, migrate } from "./schema";
import { STRUCTURE, structureOf } from "./structure";
import { program } from "./programs";

const OLD = "prisma/upgrade/migrations";
const old = readdirSync(OLD)
  .sort()
  .map((name) => ({ name, text: readFileSync(join(OLD, name, "migration.sql"), "utf8") }));
const fixture = readFileSync("prisma/upgrade/fixtures/0.1.sql", "utf8");
const structure = readFileSync(STRUCTURE, "utf8");

const empty = (name: string) => anEmptyDatabase(inject("testServer"), name);

/** Bookkeeping; what is told of guesses and of who moved, which is less now; and refused forms, which were kept in clear. */
const OTHERWISE_SINCE = [
  ...["migration", "applied_functions", "threshold"],
  ...["published_guess", "published_flow", "published_opinion", "kept_form"],
];

/** Rows that say nothing but were not there before: ballots that nobody cast, and reactions that count for no side. */
const SAYING_SOMETHING: Readonly<Record<string, string>> = {
  loose_ballot: "votes <> 0",
  reaction_side: "option_key IS NOT NULL",
};

/** The columns of each other table, in their order. */
async function columnsOf(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `SELECT relname AS name, string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname <> ALL ($1) GROUP BY 1 ORDER BY 1`,
    [OTHERWISE_SINCE],
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/**
 * Each table's rows in these columns as one hash, so that a lost or changed one shows; what came to be since is no loss.
 */
async function contentOf(client: Client, tables: Map<string, string>): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const [name, columns] of tables) {
    const { rows: found } = await client.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(r::text, ';' ORDER BY r::text)), '') AS hash FROM (SELECT ${columns} FROM ${name} WHERE ${SAYING_SOMETHING[name] ?? "true"}) r`,
    );
    content.set(name, found[0]?.hash ?? "");
  }
  return content;
}

/** How 0.1 kept what it published of guesses: each of them. */
const EVERY_GUESS =
  "cardinality(shares) AS many, (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY share) FROM unnest(shares) share) AS median";

async function guessesOf(client: Client, columns: string): Promise<{ many: number; median: number }> {
  const { rows } = await client.query<{ many: number; median: number }>(
    `SELECT ${columns} FROM published_guess`,
  );
  const [only, ...others] = rows;
  if (!only || others.length > 0) throw new Error("The fixture has guesses of one poll.");
  return only;
}

test("a database of version 0.1 is brought up with everything in it, and is then like a fresh one", async () => {
  const url = await empty("upgrade");
  const { tables, before, guessed } = await asOwner(url, async (client) => {
    for (const { text } of old) await client.query(text);
    await client.query(fixture);
    const columns = await columnsOf(client);
    return {
      tables: columns,
      before: await contentOf(client, columns),
      guessed: await guessesOf(client, EVERY_GUESS),
    };
  });
  expect(before.get("vote")).toMatch(/^191 /);

  await migrate(url);

  expect(await asOwner(url, (client) => contentOf(client, tables))).toEqual(before);
  const told = await asOwner(url, (client) => guessesOf(client, "guesses AS many, median"));
  expect(told.many).toBe(Math.floor(guessed.many / 5) * 5);
  expect(Math.abs(told.median - guessed.median)).toBeLessThanOrEqual(0.0251);
  expect(await asOwner(url, structureOf)).toBe(structure);
  const environment = {
    DATABASE_URL: url,
    MOOT_EMBEDDED: "1",
    MOOT_SECRET: "only the tests are signed with this secret",
  };
  expect(await runNode([...program("moot"), "check"], { environment })).toContain("checks passed");
}, 120_000);

test("a database that stands on an earlier migration of 0.1 is first brought to its last", async () => {
  const url = await empty("earlier");
  await asOwner(url, async (client) => {
    await client.query(fixture.slice(0, fixture.indexOf("-- The rows")));
    for (const { name, text } of old.slice(0, 12)) {
      await client.query(text);
      await client.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, '', $1, now())",
        [name.slice(0, 36)],
      );
      await client.query("UPDATE _prisma_migrations SET migration_name = $1 WHERE id = $2", [
        name,
        name.slice(0, 36),
      ]);
    }
  });
  await migrate(url);
  expect(await asOwner(url, structureOf)).toBe(structure);
});

test("several processes that start at once on an empty database bring it up together", async () => {
  const url = await empty("at_once");
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(await asOwner(url, structureOf)).toBe(structure);
});

test("an applied migration that somebody edits is refused and named", async () => {
  const url = await empty("edited");
  await migrate(url);
  await asOwner(url, (client) =>
    client.query("UPDATE migration SET checksum = 'other' WHERE name LIKE '0002%'"),
  );
  await expect(migrate(url)).rejects.toThrow(/0002_thresholds\.sql is not what was applied/);
});
