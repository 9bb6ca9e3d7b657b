import { readFileSync, writeFileSync } from "node:fs";
import type { Client } from "pg";
import { copyTemplate, openTestServer } from "@/test/server";
import { functionsHash, VERSION, writtenVersion } from "./functions";
import { say } from "./progress.mjs";
import { asOwner } from "./schema";

export const STRUCTURE = "prisma/structure.sql";

/** Version 0.1's own list of migrations, which an upgraded database keeps for one release; a fresh one never has it. */
const NOT_OURS = "_prisma_migrations";

/**
 * What a database is like, read from its catalogue: tables with columns, constraints, indexes, triggers and what the site's role may
 * do with them; then the signatures of functions. Two databases with the same text differ at most in what their functions do.
 */
export async function structureOf(client: Client): Promise<string> {
  // Otherwise names outside the search path of this connection would be written with their schema.
  await client.query("SET search_path = public");
  const { rows } = await client.query<{ line: string }>(LINES);
  return `-- Written from the catalogue by "npm run structure", and compared by the tests.\n${rows.map(({ line }) => `${line}\n`).join("")}`;
}

/** `npm run structure`: writes the structure of a fresh database down, and gives changed functions their next version. */
export async function writeStructure(): Promise<void> {
  const { version, hash } = writtenVersion();
  if (hash !== functionsHash()) {
    writeFileSync(VERSION, `${JSON.stringify({ version: version + 1, hash: functionsHash() })}\n`);
    say(`The functions have changed: ${VERSION} says ${version + 1}.`);
  }
  const { server, close } = await openTestServer();
  try {
    const text = await asOwner(await copyTemplate(server, "structure"), structureOf);
    const same = text === readFileSync(STRUCTURE, "utf8");
    if (!same) writeFileSync(STRUCTURE, text);
    say(same ? `${STRUCTURE} is as it should be.` : `Wrote ${STRUCTURE}. Read what changed.`);
  } finally {
    await close();
  }
}

/** A role of any database under its name in the texts. */
const ROLE = `CASE WHEN r.rolname IS NULL THEN 'PUBLIC' ELSE substring(r.rolname FROM '^moot_(?:app|publisher)') END`;

/** Privileges as `GRANT` has them, of both roles and of everybody; the owner's own are left out. */
const granted = (acl: string, what: string) => `
  (SELECT string_agg(format('GRANT %s ON %s TO %s;', words, ${what}, grantee), E'\\n' ORDER BY grantee) FROM (
    SELECT ${ROLE} AS grantee, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS words
    FROM aclexplode(${acl}) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE ${ROLE} IS NOT NULL GROUP BY 1) g)`;

const LINES = `
  WITH relation AS (
    SELECT c.oid, c.relname AS name, c.relacl, c.relpersistence, c.reloptions FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '${NOT_OURS}'),
  routine AS (
    SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')),
  part (room, name, place, line) AS (
    SELECT 0, t.typname, 0, format('CREATE TYPE %s AS ENUM (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder))
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
    UNION ALL
    SELECT 1, name, 0, format(E'\\nCREATE %sTABLE %s (', CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, name) FROM relation
    UNION ALL
    SELECT 1, r.name, a.attnum, format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
        CASE WHEN d.adbin IS NULL THEN '' WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
          ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
        ',')
      FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    UNION ALL
    SELECT 1, r.name, 2000, string_agg(format('  CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n' ORDER BY k.conname)
      FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype <> 'n' GROUP BY r.name
    UNION ALL
    SELECT 1, name, 2001, format(')%s;', ' WITH (' || array_to_string(reloptions, ', ') || ')') FROM relation
    UNION ALL
    SELECT 1, r.name, 2002, string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' ORDER BY i.indexrelid::regclass::text)
      FROM relation r JOIN pg_index i ON i.indrelid = r.oid
      WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u')) GROUP BY r.name
    UNION ALL
    SELECT 1, r.name, 2003, string_agg(pg_get_triggerdef(t.oid) || CASE t.tgenabled WHEN 'O' THEN ';' ELSE '; -- ' || t.tgenabled::text END,
        E'\\n' ORDER BY t.tgname)
      FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal GROUP BY r.name
    UNION ALL
    SELECT 1, name, 2004, ${granted("relacl", "name")} FROM relation
    UNION ALL
    SELECT 1, r.name, 2005, string_agg(${granted("a.attacl", "format('%s (%s)', r.name, a.attname)")}, E'\\n' ORDER BY a.attnum)
      FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attacl IS NOT NULL GROUP BY r.name
    UNION ALL
    SELECT 2, c.relname, 0, E'\\nSEQUENCE ' || c.relname || coalesce(E'\\n' || ${granted("c.relacl", "c.relname")}, '')
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
    UNION ALL
    SELECT 3, p.proname, 0, format(E'\\nFUNCTION %s(%s) RETURNS %s%s%s%s', p.proname, pg_get_function_arguments(p.oid),
        pg_get_function_result(p.oid), CASE p.provolatile WHEN 'i' THEN ' IMMUTABLE' WHEN 's' THEN ' STABLE' ELSE '' END,
        CASE WHEN p.prosecdef THEN ' SECURITY DEFINER' ELSE '' END, ' SET ' || array_to_string(p.proconfig, ' SET '))
        || coalesce(E'\\n' || ${granted("coalesce(p.proacl, acldefault('f', p.proowner))", "'FUNCTION ' || p.proname")}, '')
      FROM routine p
    UNION ALL
    SELECT 4, '', 0, E'\\n' || ${granted("n.nspacl", "'SCHEMA ' || n.nspname")} FROM pg_namespace n WHERE n.nspname = 'public'
    UNION ALL
    SELECT 5, d.defaclobjtype::text, 0, 'BY DEFAULT ' || ${granted("d.defaclacl", "d.defaclobjtype::text")} FROM pg_default_acl d)
  SELECT line FROM part WHERE line IS NOT NULL ORDER BY room, name COLLATE "C", place`;
