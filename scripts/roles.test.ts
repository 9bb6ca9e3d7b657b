import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Client } from "pg";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { anEmptyDatabase, copyTemplate } from "@/test/server";
import { IN_TEXTS, rolesOf, type Roles } from "./roles";
import { asOwner, migrate } from "./schema";
import { STRUCTURE, structureOf } from "./structure";

const server = inject("testServer");

const rolesIn = (url: string): Roles => rolesOf(decodeURIComponent(new URL(url).pathname.slice(1)));

const maySee = async (url: string, role: string, table: string): Promise<boolean | undefined> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      "SELECT has_table_privilege($1, $2, 'SELECT') AS may",
      [role, table],
    );
    return rows[0]?.may;
  });

test("every database has names of its own, which PostgreSQL does not cut off", () => {
  const name = fc.oneof(fc.string({ minLength: 1, maxLength: 63 }), fc.stringMatching(/^[a-z_]{40,63}$/));
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [mine, theirs] = [Object.values(rolesOf(one)), Object.values(rolesOf(other))];
      for (const role of mine) expect(role).toMatch(/^moot_(app|publisher)_[\w-]+$/);
      for (const role of mine) expect(Buffer.byteLength(role)).toBeLessThanOrEqual(63);
      expect(new Set([...mine, ...theirs]).size).toBe(one === other ? 2 : 4);
    }),
  );
});

test("two sites on one server cannot read each other, and an earlier name loses its rights", async () => {
  // Copies of a database whose roles are called as in the texts, which is what a database of an earlier version looks like.
  const [one, other] = [await copyTemplate(server, "site_one"), await copyTemplate(server, "site_other")];
  expect(await maySee(one, IN_TEXTS.site, "article")).toBe(true);
  expect(await migrate(one)).toEqual([]);
  expect(await migrate(other)).toEqual([]);
  expect(rolesIn(one).site).not.toBe(rolesIn(other).site);
  for (const [url, theirs] of [
    [one, rolesIn(other).site],
    [other, rolesIn(one).site],
  ] as const) {
    expect(await maySee(url, rolesIn(url).site, "article")).toBe(true);
    for (const role of [IN_TEXTS.site, IN_TEXTS.publisher, theirs])
      for (const table of ["article", "member", "published_tally", "vote"])
        expect(await maySee(url, role, table), `${role} ${table}`).toBe(false);
    expect(await asOwner(url, structureOf)).toBe(readFileSync(STRUCTURE, "utf8"));
  }
});

test("where the owner may not make roles, the start says what a superuser has to run, and then the wall stands", async () => {
  const login = `limited_${randomBytes(4).toString("hex")}`;
  const empty = await anEmptyDatabase(server, "limited");
  const database = new URL(empty).pathname.slice(1);
  await asOwner(server.adminUrl, async (admin) => {
    await admin.query(`CREATE ROLE ${login} LOGIN PASSWORD 'limited'`);
    await admin.query(`ALTER DATABASE ${database} OWNER TO ${login}`);
  });
  const url = Object.assign(new URL(empty), { username: login, password: "limited" }).href;
  try {
    const { site, publisher } = rolesIn(url);
    const lacking = await migrate(url);
    expect(lacking.map((statement) => statement.replace(" WITH SET TRUE", ""))).toEqual([
      `CREATE ROLE "${site}" NOLOGIN;`,
      `GRANT "${site}" TO "${login}";`,
      `CREATE ROLE "${publisher}" NOLOGIN;`,
      `GRANT "${publisher}" TO "${login}";`,
    ]);
    await asOwner(server.adminUrl, async (admin) => {
      for (const statement of lacking) await admin.query(statement);
    });
    expect(await migrate(url)).toEqual([]);
    await asOwner(url, async (client: Client) => {
      await client.query(`SET ROLE "${site}"`);
      await client.query("SELECT FROM article");
      await expect(client.query("SELECT FROM vote")).rejects.toThrow(/permission denied/);
      await expect(client.query("SELECT polls_due()")).rejects.toThrow(/permission denied/);
      await client.query(`RESET ROLE; SET ROLE "${publisher}"`);
      await client.query("SELECT polls_due()");
      await expect(client.query("SELECT FROM vote")).rejects.toThrow(/permission denied/);
    });
  } finally {
    await asOwner(server.adminUrl, async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      for (const role of Object.values(rolesOf(database))) await admin.query(`DROP ROLE IF EXISTS "${role}"`);
      await admin.query(`DROP ROLE ${login}`);
    });
  }
});
