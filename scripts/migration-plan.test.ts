import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { anEmptyDatabase } from "@/test/server";
import { locksIn, locksOf, planOf, strengthOf } from "./migration-plan";
import { fileOf, migrationNames } from "./migrations";
import { asOwner, migrate } from "./schema";

const server = inject("testServer");
const names = migrationNames();
/** The last of them: what an update would still have to do. */
const before = names.slice(0, -1);
const [last = ""] = names.slice(-1);

test("no migration locks a table more strongly than its plan says", async () => {
  const url = await anEmptyDatabase(server, "planned");
  for (const [nth, name] of names.entries()) {
    if (nth === 0) {
      await migrate(url, { only: [name] });
      continue;
    }
    const text = readFileSync(fileOf(name), "utf8");
    const taken = await asOwner(url, async (client) => {
      const { rows: there } = await client.query<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
      );
      const planned = await locksIn(client, text);
      await client.query("BEGIN");
      await client.query(text);
      const { rows } = await client.query<{ name: string; mode: string }>(
        `SELECT relname AS name, mode FROM pg_locks JOIN pg_class c ON c.oid = relation
         WHERE pid = pg_backend_pid() AND relkind = 'r' AND relname = ANY ($1)`,
        [there.map((one) => one.name)],
      );
      await client.query("COMMIT");
      return rows.map((row) => ({ ...row, planned }));
    });
    for (const { name: table, mode, planned } of taken) {
      const lock = mode
        .replace(/Lock$/, "")
        .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
        .toUpperCase();
      if (strengthOf(lock) >= 0)
        expect(strengthOf(planned.get(table)), `${name} locks ${table}: ${lock}`).toBeGreaterThanOrEqual(
          strengthOf(lock),
        );
    }
  }
});

test("the plan names what would be locked, how, and how large it is, and changes nothing", async () => {
  const url = await anEmptyDatabase(server, "plan");
  await migrate(url, { only: before });
  const lines = await asOwner(url, planOf);
  expect(lines[0]).toBe(last);
  expect(await asOwner(url, planOf)).toEqual(lines);
  await migrate(url);
  expect((await asOwner(url, planOf))[0]).toMatch(/^Every migration is applied/);
});

test("a migration lets readers through while it waits for a long dump, and is done when that is over", async () => {
  const url = await anEmptyDatabase(server, "long_dump");
  const { earlier, table } = theLastThatWaits();
  await migrate(url, { only: earlier });
  const told: string[] = [];
  await asOwner(url, async (dump) => {
    await dump.query(`BEGIN; SELECT FROM ${table} LIMIT 1`);
    const migrated = migrate(url, { only: names, tell: (line) => told.push(line) });
    await pause(500);
    await asOwner(url, async (reader) => {
      const begun = performance.now();
      await reader.query(`SELECT FROM ${table} LIMIT 1`);
      expect(performance.now() - begun).toBeLessThan(4_000);
    });
    await pause(2_500);
    await dump.query("COMMIT");
    await migrated;
  });
  expect(told).toEqual([expect.stringMatching(/waits for a table that somebody reads for long/)]);
});

test("one that was cut short is named by the next start, which begins it again", async () => {
  const url = await anEmptyDatabase(server, "cut_short");
  await migrate(url, { only: before });
  await asOwner(url, (client) => client.query(`COMMENT ON TABLE migration IS 'begun: ${last}'`));
  const told: string[] = [];
  await migrate(url, { tell: (line) => told.push(line) });
  expect(told).toEqual([expect.stringContaining(`${last} did not come to its end the last time`)]);
  await migrate(url, { tell: (line) => told.push(line) });
  expect(told).toHaveLength(1);
});

/** The newest migration that needs a table which is there already for itself alone, and those before it. */
function theLastThatWaits(): { earlier: readonly string[]; table: string } {
  for (let nth = names.length - 1; nth > 0; nth--) {
    const text = readFileSync(fileOf(names[nth] ?? ""), "utf8");
    for (const [table, lock] of locksOf(text))
      if (lock === "ACCESS EXCLUSIVE" && !new RegExp(`INDEX ${table}|CREATE TABLE ${table}\\b`).test(text))
        return { earlier: names.slice(0, nth), table };
  }
  throw new Error("No migration waits for anybody.");
}
