import { renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { expect, test, vi } from "vitest";
import { answers, locationOf, startEmbedded } from "./embedded";
import { makeFolder } from "./identity";

const WITHIN = { timeout: 60_000, interval: 100 };

test.each([
  ["/proc/moot/data", "The folder /proc/moot cannot be made: there can be none."],
  [resolve("package.json"), `${resolve("package.json")} is a file, and a folder is needed there.`],
  [resolve("package.json/data"), `${resolve("package.json")} is a file, and a folder is needed there.`],
])("where no folder can be, a sentence says so: %s", (folder, sentence) => {
  expect(() => makeFolder(folder)).toThrow(sentence);
});

test("a server that cannot start again, as with a full disk, is tried until it can, and the site finds it where it was", async () => {
  const folder = resolve(".cache", `embedded-${process.pid}`);
  makeFolder(resolve(".cache"));
  makeFolder(folder);
  const told: string[] = [];
  const embedded = await startEmbedded(folder, (line) => told.push(line), { lasting: false });
  try {
    // How many bytes a vote has written would tell how long its answer's name is.
    for (const one of ["pg_current_wal_insert_lsn()", "pg_stat_get_wal()", "pg_stat_get_io()"])
      await expect(asked(embedded.url, `SELECT ${one}`), one).rejects.toThrow("permission denied");
    const version = join(folder, "postgres", "PG_VERSION");
    renameSync(version, `${version}.away`);
    process.kill(locationOf(folder)?.pid ?? 0, "SIGKILL");
    await vi.waitFor(() => expect(told.at(-1)).toMatch(/^PostgreSQL did not start/), WITHIN);
    expect(await answers(embedded.url)).toBe(false);
    renameSync(`${version}.away`, version);
    await vi.waitFor(() => expect(told.at(-1)).toBe("PostgreSQL is back."), WITHIN);
    expect(await answers(embedded.url)).toBe(true);
    expect(told).toHaveLength(3);
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function asked(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
