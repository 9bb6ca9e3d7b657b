import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { TRANSITIONS } from "@/domain/comments/transitions";
import { THRESHOLDS } from "@/domain/thresholds";
import { SIDE_BATCH } from "@/domain/polls/statistics/bridging";
import { CROWD } from "@/domain/polls/statistics/publish";
import { copyTemplate } from "@/test/server";
import { applyFunctions, functionsHash, ours, withoutRoles, writtenVersion } from "./functions";
import { IN_TEXTS } from "./roles";
import { STRUCTURE, structureOf } from "./structure";

const structure = readFileSync(STRUCTURE, "utf8");
let url: string;
let owner: Client;
beforeAll(async () => {
  url = await copyTemplate(inject("testServer"), "functions");
  owner = new Client({ connectionString: url });
  await owner.connect();
});
afterAll(() => owner.end());

test("a fresh database is like prisma/structure.sql; after a wanted change: npm run structure", async () => {
  expect(await structureOf(owner)).toBe(structure);
});

test("changed functions have a version of their own; after a change: npm run structure", () => {
  expect(writtenVersion().hash).toBe(functionsHash());
});

test("what stands already is left alone", async () => {
  expect(await applyFunctions(owner, ours(), IN_TEXTS)).toBe(false);
});

describe("grants are looked at every time, and mended", () => {
  test.each([
    ["a ballot somebody may read", "GRANT SELECT ON vote TO moot_app"],
    ["a log somebody may rewrite", "GRANT UPDATE ON decision TO PUBLIC"],
    ["a column of a secret table", "GRANT SELECT (why) ON mind_change TO moot_app"],
    ["a wall that is closed to the site", "REVOKE SELECT ON comment FROM moot_app"],
    ["a part of the ballot box", "GRANT EXECUTE ON FUNCTION drop_ballot TO PUBLIC"],
    ["publishing by the site", "GRANT EXECUTE ON FUNCTION publish_tally TO moot_app"],
    ["a ballot for whoever publishes", "GRANT SELECT ON vote TO moot_publisher"],
    ["a function without its search path", "ALTER FUNCTION cast_vote RESET search_path"],
    [
      "what everything new would give away",
      "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO moot_app",
    ],
  ])("%s", async (_, statement) => {
    await owner.query(statement);
    expect(await structureOf(owner)).not.toBe(structure);
    expect(await applyFunctions(owner, ours(), IN_TEXTS)).toBe(true);
    expect(await structureOf(owner)).toBe(structure);
  });
});

test("an older release leaves what a newer one says", async () => {
  const newer = {
    ...ours(),
    version: ours().version + 1,
    hash: "newer",
    texts: [...ours().texts, "CREATE FUNCTION from_the_future() RETURNS int LANGUAGE sql AS 'SELECT 2'"],
    thresholds: { ...THRESHOLDS, crowd: CROWD + 1 },
  };
  expect(await applyFunctions(owner, newer, IN_TEXTS)).toBe(true);
  expect(await applyFunctions(owner, ours(), IN_TEXTS)).toBe(false);
  const { rows } = await owner.query("SELECT from_the_future(), threshold('crowd')");
  expect(rows).toEqual([{ from_the_future: 2, threshold: CROWD + 1 }]);
  await owner.query("DROP FUNCTION from_the_future(); UPDATE applied_functions SET version = 1");
  await applyFunctions(owner, ours(), IN_TEXTS);
});

test("triggers are replaced between two writes, not through one", async () => {
  const writer = new Client({ connectionString: url });
  await writer.connect();
  await writer.query("BEGIN; LOCK TABLE reaction IN ROW EXCLUSIVE MODE");
  const applied = applyFunctions(owner, { ...ours(), hash: "another" }, IN_TEXTS);
  await pause(200);
  // Had it waited for `reaction` while it held `comment`, these two would wait for each other.
  await writer.query("LOCK TABLE comment IN ROW EXCLUSIVE MODE; COMMIT");
  expect(await applied).toBe(true);
  await writer.end();
});

test("what fails changes nothing", async () => {
  const broken = { ...ours(), hash: "broken", texts: ["DROP FUNCTION my_vote", "no statement at all"] };
  await expect(applyFunctions(owner, broken, IN_TEXTS)).rejects.toThrow(/syntax error/);
  expect(await structureOf(owner)).toBe(structure);
});

test("without roles the functions are applied as well, and nobody but the owner may call them", async () => {
  const texts = ours().texts.map(withoutRoles);
  expect(texts.join("\n").match(/^(GRANT|REVOKE).*moot_/m)).toBeNull();
  expect(await applyFunctions(owner, { ...ours(), hash: "alone", texts }, IN_TEXTS)).toBe(true);
});

test("what can become of a comment is what domain/comments/transitions.ts says", async () => {
  const { rows } = await owner.query<{ row: string }>(
    "SELECT concat_ws(' ', deed, before, after) AS row FROM comment_transition",
  );
  const table = TRANSITIONS.filter(({ from }) => from !== null).map(
    ({ deed, from, to }) => `${deed} ${from} ${to}`,
  );
  expect(rows.map(({ row }) => row).sort()).toEqual(table.sort());
});

describe("thresholds", () => {
  test("are the constants of domain/polls", async () => {
    const { rows } = await owner.query<{ name: string; value: number }>("SELECT name, value FROM threshold");
    expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual(THRESHOLDS);
  });

  test("are all read by some function, and every one that is read is there", () => {
    const read = [
      ...ours()
        .texts.join("\n")
        .matchAll(/threshold\('(\w+)'\)/g),
    ].map(([, name]) => name);
    expect([...new Set(read)].sort()).toEqual(Object.keys(THRESHOLDS).sort());
  });

  test("are no arguments of what the site may call, but for the names of the release before, which do not use them", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p, unnest(p.proargnames, p.proargtypes::oid[]) AS a (name, type)
       WHERE p.pronamespace = 'public'::regnamespace AND has_function_privilege('moot_app', p.oid, 'EXECUTE')
         AND (a.type = 'interval'::regtype OR a.name ~ '(seconds|minutes|hours|days|older|fewest|least|crowd)')
       ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      "announce_closing",
      "forget_events",
      "forget_page_changes",
      "forget_unproven",
    ]);
  });

  test("can be read and not written by the site", async () => {
    await applyFunctions(owner, ours(), IN_TEXTS);
    await owner.query("SET ROLE moot_app");
    expect((await owner.query("SELECT threshold('crowd') AS value")).rows).toEqual([{ value: CROWD }]);
    for (const statement of [
      "UPDATE threshold SET value = 1",
      "DELETE FROM threshold",
      "INSERT INTO threshold VALUES ('more', 1)",
    ])
      await expect(owner.query(statement), statement).rejects.toThrow(/permission denied/);
    await owner.query("RESET ROLE");
  });

  test("that are missing are an error, not an open wall", async () => {
    await expect(owner.query("SELECT threshold('nothing')")).rejects.toThrow(/There is no threshold/);
  });

  test("the index of what is due has the size of a batch", () => {
    expect(structure).toContain(
      `side_batch_due ON public.side_batch USING btree (comment_id, touched) WHERE (moved >= ${SIDE_BATCH})`,
    );
  });
});

describe("the files of prisma/functions", () => {
  const files = readdirSync("prisma/functions").filter((file) => file.endsWith(".sql"));
  const text = files.map((file) => readFileSync(`prisma/functions/${file}`, "utf8")).join("\n");
  const defined = [...text.matchAll(/^CREATE OR REPLACE FUNCTION (\w+)/gm)].map(([, name]) => name);

  test("hold every function and trigger of the database, each once", () => {
    const functions = [...structure.matchAll(/^FUNCTION (\w+)/gm)].map(([, name]) => name);
    expect([...defined].sort()).toEqual(functions.sort());
    const triggers = [...structure.matchAll(/^CREATE TRIGGER (\w+)/gm)].map(([, name]) => name);
    expect([...text.matchAll(/^CREATE OR REPLACE TRIGGER (\w+)/gm)].map(([, name]) => name).sort()).toEqual(
      triggers.sort(),
    );
  });

  test("say of each function who may call it, and why it is", () => {
    for (const name of defined) {
      expect(text, name).toMatch(new RegExp(`^REVOKE ALL ON FUNCTION ${name} FROM PUBLIC, moot_app;$`, "m"));
      expect(text, name).toMatch(new RegExp(`^-- .*\nCREATE OR REPLACE FUNCTION ${name}\\(`, "m"));
    }
  });

  test("give every one its search path in the same breath, where it does not know what it names when it is made", () => {
    const heads = text.match(/^LANGUAGE .*\n.*$/gm) ?? [];
    expect(heads).toHaveLength(defined.length);
    const bound = /^LANGUAGE sql [A-Z ]+\nBEGIN ATOMIC$/;
    expect(
      heads.filter(
        (head) => !head.includes("SET search_path = pg_catalog, public, pg_temp") && !bound.test(head),
      ),
    ).toEqual([]);
  });

  test("every table is named in prisma/grants.sql", () => {
    const grants = readFileSync("prisma/grants.sql", "utf8");
    const tables = [...structure.matchAll(/^CREATE (?:UNLOGGED )?TABLE (\w+)/gm)].map(
      ([, name]) => name ?? "",
    );
    expect(tables.filter((name) => !new RegExp(`\\b${name}\\b`).test(grants))).toEqual([]);
  });
});
