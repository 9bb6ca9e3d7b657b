import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { anEmptyDatabase } from "@/test/server";
import { runNode } from "@/scripts/child-process";
import { asOwner, migrate } from "@/scripts/schema";
import { STRUCTURE, structureOf } from "@/scripts/structure";
import { restoreBackup } from "./restore";
import { verifyBackup } from "./verify";
import { writeBackup } from "./write";
import { program } from "@/scripts/programs";

const server = inject("testServer");
const folder = mkdtempSync(join(tmpdir(), "moot backup "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const quietly = () => undefined;

/** A site with its sample: people, comments, votes, decisions; and a picture. */
const site = await anEmptyDatabase(server, "site");
await migrate(site);
await runNode([...program("moot"), "set-up"], {
  environment: {
    DATABASE_URL: site,
    MOOT_EMBEDDED: "1",
    MOOT_SECRET: "only the tests are signed with this secret",
  },
});
// Every byte there is, in a picture.
await asOwner(site, (client) =>
  client.query(
    `INSERT INTO picture (hash, width, height) VALUES (repeat('0', 32), 1, 1);
     INSERT INTO picture_file (hash, width, format, bytes)
       SELECT repeat('0', 32), 1, format::picture_format, (SELECT string_agg(set_byte('\\x00', 0, n), '') FROM generate_series(0, 255) n)
       FROM unnest(ARRAY['webp', 'jpg']) AS format`,
  ),
);
const file = join(folder, "site.backup");
await writeBackup(site, file, "0.2.0", quietly);

/** Every row of every table, but for the numbers of transactions, which are another server's. */
async function rowsOf(client: Client): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname NOT IN ('migration', 'applied_functions', 'page_change') ORDER BY 1`,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t, ';' ORDER BY t)), '') AS hash
       FROM (SELECT (to_jsonb(r) - 'tx')::text AS t FROM ${client.escapeIdentifier(name)} r) x`,
    );
    all[name] = rows[0]?.hash ?? "";
  }
  return all;
}

const sequencesOf = async (client: Client) =>
  (
    await client.query<{ name: string }>(
      "SELECT sequencename AS name, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
    )
  ).rows;

test("what is restored is what was backed up, row by row, in the same structure, and numbers go on from there", async () => {
  const other = await anEmptyDatabase(server, "restored");
  const told: string[] = [];
  await restoreBackup(other, file, (line) => told.push(line));
  expect(await asOwner(other, rowsOf)).toEqual(await asOwner(site, rowsOf));
  expect(await asOwner(other, sequencesOf)).toEqual(await asOwner(site, sequencesOf));
  expect(await asOwner(other, structureOf)).toBe(readFileSync(STRUCTURE, "utf8"));
  expect(told.join("\n")).toMatch(/comment: \d+[\s\S]*refused at a ballot\n {2}every invariant holds$/);
});

test("nobody else may read it, and nothing half is left behind", () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(existsSync(`${file}.part`)).toBe(false);
});

test("it shows one instant, whatever is written meanwhile", async () => {
  const moving = join(folder, "moving.backup");
  await asOwner(site, async (client) => {
    await client.query("CREATE TABLE zz_late (n int); INSERT INTO zz_late VALUES (1)");
    await writeBackup(site, moving, "0.2.0", (line) => {
      if (line.includes("  article: ")) void client.query("INSERT INTO zz_late VALUES (2)");
    });
    const { rows } = await client.query("SELECT n FROM zz_late");
    await client.query("DROP TABLE zz_late");
    expect(rows).toHaveLength(2);
  });
  expect(gunzipSync(readFileSync(moving)).toString()).toContain('{"table":"zz_late"}\n1\n\\.\n{"rows":1}\n');
});

test("it is tried in a scratch database, of which nothing is left", async () => {
  await verifyBackup({ url: site, adminUrl: server.adminUrl }, file, quietly);
  const { rows } = await asOwner(server.adminUrl, (client) =>
    client.query("SELECT datname FROM pg_database WHERE datname LIKE 'moot_verify%'"),
  );
  expect(rows).toEqual([]);
});

const spoilt: Record<string, (text: string) => Buffer> = {
  "was cut short": (text) => gzipSync(text.slice(0, text.length / 2)),
  "was cut off by the disk": (text) => gzipSync(text).subarray(0, 5_000),
  "lost a row": (text) => gzipSync(text.replace(/(\{"table":"comment"\}\n)[^\n]*\n/, "$1")),
  "is another file": () => Buffer.from("# Moot\n"),
};

test.each(Object.entries(spoilt))("a backup that %s is refused, and no row of it stays", async (_, spoil) => {
  const bad = join(folder, "bad.backup");
  writeFileSync(bad, spoil(gunzipSync(readFileSync(file)).toString("utf8")));
  const url = await anEmptyDatabase(server, "spoilt");
  await expect(restoreBackup(url, bad, quietly)).rejects.toThrow(
    /cannot be read as a backup of Moot|rows in the backup/,
  );
  const members = await asOwner(url, async (client) => {
    const there = await client.query("SELECT FROM pg_class WHERE relname = 'member'");
    return there.rowCount === 0 ? [] : (await client.query<object>("SELECT FROM member")).rows;
  });
  expect(members).toEqual([]);
});

test("a restore writes over nothing", async () => {
  await expect(restoreBackup(site, file, quietly)).rejects.toThrow(/has \d+ tables already/);
});
