import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyTemplate } from "@/test/server";
import { FUNCTIONS, TABLES, type Caller, type Table } from "./access";

let owner: Client;
beforeAll(async () => {
  owner = new Client({ connectionString: await copyTemplate(inject("testServer"), "access") });
  await owner.connect();
});
afterAll(() => owner.end());

/** A table's letters for one role, as the catalogue has them. */
const LETTERS = (role: string) => `
  (SELECT coalesce(string_agg(CASE WHEN has_table_privilege('${role}', c.oid, verb) THEN letter
      WHEN verb <> 'DELETE' AND has_any_column_privilege('${role}', c.oid, verb) THEN lower(letter) END, '' ORDER BY nth), '')
   FROM (VALUES (1, 'S', 'SELECT'), (2, 'I', 'INSERT'), (3, 'U', 'UPDATE'), (4, 'D', 'DELETE')) v (nth, letter, verb))`;

test("what each role may do with each table is what scripts/access.ts says", async () => {
  const { rows } = await owner.query<{ name: string; site: string; publisher: string }>(
    `SELECT c.relname AS name, ${LETTERS("moot_app")} AS site, ${LETTERS("moot_publisher")} AS publisher
     FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
  );
  const written = Object.entries<Table>(TABLES).map(([name, [site, publisher]]) => ({
    name,
    site,
    publisher,
  }));
  expect(rows).toEqual(written);
});

test("no role may truncate, refer to, or put a trigger on a table", async () => {
  const { rows } = await owner.query(
    `SELECT relname, role, verb FROM pg_class, unnest(ARRAY['moot_app', 'moot_publisher']) role,
       unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) verb
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(role, pg_class.oid, verb)`,
  );
  expect(rows).toEqual([]);
});

test("who may call each function that acts for the owner is what scripts/access.ts says", async () => {
  const { rows } = await owner.query<{ name: string; caller: Caller }>(
    `SELECT proname AS name, CASE WHEN prorettype = 'trigger'::regtype THEN 'trigger'
       WHEN has_function_privilege('moot_app', oid, 'EXECUTE') AND has_function_privilege('moot_publisher', oid, 'EXECUTE') THEN 'both'
       WHEN has_function_privilege('moot_app', oid, 'EXECUTE') THEN 'site'
       WHEN has_function_privilege('moot_publisher', oid, 'EXECUTE') THEN 'publisher' ELSE 'inside' END AS caller
     FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1`,
  );
  expect(rows).toEqual(Object.entries(FUNCTIONS).map(([name, [caller]]) => ({ name, caller })));
});

test("no function that the site may call and that acts for the owner takes a member's id", async () => {
  const { rows } = await owner.query<{ signature: string }>(
    `SELECT oid::regprocedure::text AS signature FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosecdef AND has_function_privilege('moot_app', oid, 'EXECUTE')
       AND EXISTS (SELECT FROM unnest(proargnames) name WHERE name ~ '^(who|member|members|voter|voters|author)(_id)?$')
       AND NOT (proargnames && ARRAY['session_token', 'tokens'])`,
  );
  expect(rows).toEqual([]);
});
