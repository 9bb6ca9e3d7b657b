import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, type Client } from "pg";
import { z } from "zod";
import { TRANSITIONS, type Transition } from "@/domain/comments/transitions";
import { THRESHOLDS } from "@/domain/thresholds";
import { filesBelow, hashOf, sha256 } from "./files";
import { areThere, IN_TEXTS, rolesHere, withRoles, type Roles } from "./roles";

/** What columns have as their default: it must be there before the tables are. */
export const FIRST_FUNCTIONS = "prisma/functions/ids.sql";
export const VERSION = "prisma/functions/version.json";
const GRANTS = "prisma/grants.sql";

/** Triggers are replaced while nobody writes to their tables. A busy site has such a moment within this time; milliseconds. */
const MOMENT_WITHIN = 20_000;
const NEXT_LOOK = 50;

/** PostgreSQL's code for a lock that is not to be had at once. */
export const LOCK_NOT_AVAILABLE = "55P03";

/** What a release says. `version` only ever grows: by it an older release knows that what it finds is newer. */
export type Functions = Readonly<{
  version: number;
  /** Of everything below. */
  hash: string;
  /** SQL, in the order it is applied. */
  texts: readonly string[];
  thresholds: Readonly<Record<string, number>>;
  /** What can become of a comment that is there. */
  transitions: readonly Transition[];
}>;

const Written = z.strictObject({ version: z.int().positive(), hash: z.string() });

/** The functions, triggers, grants and tables of rules of this release. */
export function ours(): Functions {
  return {
    version: writtenVersion().version,
    hash: functionsHash(),
    texts: sources().map((file) => readFileSync(file, "utf8")),
    thresholds: THRESHOLDS,
    transitions: TRANSITIONS.filter(({ from }) => from !== null),
  };
}

/** The version as it is written down, and the hash it was given to. */
export function writtenVersion(): z.infer<typeof Written> {
  return Written.parse(JSON.parse(readFileSync(VERSION, "utf8")));
}

export function functionsHash(): string {
  return sha256(hashOf(sources()) + JSON.stringify([THRESHOLDS, TRANSITIONS]));
}

/**
 * Makes functions, triggers, grants and rules what this release says, in one transaction, when they changed or when somebody
 * has changed the grants. Those of a newer release are left as they are.
 * @param client connected as the schema's owner, who holds the lock of `migrate`
 * @param roles that get the rights; those of the database, if nothing is said
 * @returns whether anything had to be done
 * @throws Error with a sentence when the tables are never free
 */
export async function applyFunctions(client: Client, release: Functions, roles?: Roles): Promise<boolean> {
  const theirs = roles ?? (await rolesHere(client));
  const { rows } = await client.query<{ version: number; hash: string; intact: boolean }>(
    `SELECT version, hash, grants = (${GRANTS_NOW}) AS intact FROM applied_functions`,
    [[theirs.site, theirs.publisher]],
  );
  const [there] = rows;
  if (there && there.version > release.version) return false;
  if (there?.version === release.version && there.hash === release.hash && there.intact) return false;
  await whileNobodyWrites(client, async () => {
    // The files name each other's functions in any order.
    await client.query("SET LOCAL check_function_bodies = off");
    for (const text of release.texts) await client.query(await forRoles(client, text, theirs));
    await client.query("DELETE FROM threshold");
    await client.query(
      "INSERT INTO threshold (name, value) SELECT key, value::float8 FROM jsonb_each_text($1::jsonb)",
      [JSON.stringify(release.thresholds)],
    );
    await client.query("DELETE FROM comment_transition");
    await client.query(
      `INSERT INTO comment_transition (deed, before, after)
       SELECT deed, "from"::comment_state, "to"::comment_state FROM jsonb_to_recordset($1::jsonb) AS t(deed text, "from" text, "to" text)`,
      [JSON.stringify(release.transitions)],
    );
    await client.query("DELETE FROM applied_functions");
    await client.query(
      `INSERT INTO applied_functions (version, hash, grants) VALUES ($2, $3, (${GRANTS_NOW}))`,
      [[theirs.site, theirs.publisher], release.version, release.hash],
    );
  });
  return true;
}

/** The text as this server can take it. */
export async function forRoles(client: Client, text: string, roles: Roles): Promise<string> {
  return (await areThere(client, roles)) ? withRoles(text, roles) : withoutRoles(text);
}

/** Where the database's owner may not make roles there is nobody to give anything to, and nobody but the owner works here. */
export function withoutRoles(text: string): string {
  if (text === readFileSync(GRANTS, "utf8")) return "";
  return text.replaceAll(GIVEN, "").replaceAll(` FROM PUBLIC, ${IN_TEXTS.site};`, " FROM PUBLIC;");
}

const GIVEN = new RegExp(`^GRANT .* TO (${IN_TEXTS.site}|${IN_TEXTS.publisher});$`, "gm");

/** The grants come last: they name what the others make. */
function sources(): string[] {
  return [...filesBelow("prisma/functions").filter((file) => file.endsWith(".sql")), GRANTS];
}

/** What anybody may do here, and with which settings functions run, as one text to compare. $1: the two roles. */
const GRANTS_NOW = `
  SELECT encode(sha256(convert_to(string_agg(line, E'\\n' ORDER BY line), 'UTF8')), 'hex') FROM (
    SELECT 'role ' || rolname AS line FROM pg_roles WHERE rolname = ANY ($1)
    UNION ALL SELECT concat_ws(' ', 'schema', nspacl) FROM pg_namespace WHERE nspname IN ('public', 'job_queue')
    UNION ALL SELECT concat_ws(' ', relname, relacl) FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, to_regnamespace('job_queue')) AND relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT concat_ws(' ', relname, attname, attacl) FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT concat_ws(' ', proname, pg_get_function_identity_arguments(oid), prosecdef, proconfig, proacl) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'default', defaclobjtype, defaclacl) FROM pg_default_acl) lines`;

/**
 * One transaction that holds every table with a trigger. It never waits for one while it holds another, so no writer waits in a
 * circle with it.
 */
async function whileNobodyWrites(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
     WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`,
  );
  const lock = rows.length === 0 ? "" : `LOCK TABLE ${rows.map(({ name }) => name).join(", ")}`;
  const giveUpAt = performance.now() + MOMENT_WITHIN;
  for (;;) {
    await client.query("BEGIN");
    try {
      if (lock) await client.query(`${lock} IN SHARE ROW EXCLUSIVE MODE NOWAIT`);
      await work();
      await client.query("COMMIT");
      return;
    } catch (error) {
      await client.query("ROLLBACK");
      if (!(error instanceof DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
      if (performance.now() > giveUpAt)
        throw new Error(
          "The tables are written to without a pause, so their triggers could not be replaced.",
          {
            cause: error,
          },
        );
      await pause(NEXT_LOOK);
    }
  }
}
