import { DatabaseError, escapeIdentifier, type Client } from "pg";
import { sha256 } from "./files";

/** Who works in a database besides its owner. Both are without login: whoever may act as one steps into it. */
export type Roles = Readonly<{
  /** Answers readers. It reads no ballot and rewrites no log. */
  site: string;
  /** Turns secret counts into public ones, on a connection of its own. */
  publisher: string;
}>;

/** As the texts in `prisma/` name them; a database's own names are put in their place. */
export const IN_TEXTS: Roles = { site: "moot_app", publisher: "moot_publisher" };

/** PostgreSQL cuts a longer name off, and two databases could share one. */
const LONGEST_NAME = 63;
const HASH_LENGTH = 16;

/** Roles belong to a server, not to a database, so each database has names of its own: else one site could step into the other's. */
export function rolesOf(database: string): Roles {
  return { site: named(IN_TEXTS.site, database), publisher: named(IN_TEXTS.publisher, database) };
}

function named(what: string, database: string): string {
  const name = `${what}_${database}`;
  if (name.length <= LONGEST_NAME && /^[\w-]+$/.test(name)) return name;
  return `${what}_${sha256(database).slice(0, HASH_LENGTH)}`;
}

/** The roles of the database somebody is connected to. */
export async function rolesHere(client: Client): Promise<Roles> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  return rolesOf(rows[0]?.name ?? "");
}

/**
 * Makes the roles and lets the owner act as them, as far as the owner may.
 * @param client connected as the database's owner
 * @returns what a superuser has to run instead; nothing when both roles are there and can be used
 */
export async function makeRoles(client: Client, { site, publisher }: Roles): Promise<string[]> {
  const statements: string[] = [];
  for (const role of [site, publisher]) {
    if (!(await isThere(client, role)) && !(await may(client, create(role)))) statements.push(create(role));
    if (await canAct(client, role)) continue;
    const grant = await granting(client, role);
    if (!(await may(client, grant))) statements.push(grant);
  }
  return statements.map((statement) => `${statement};`);
}

/** Whether there is anybody to give rights to. */
export async function areThere(client: Client, { site, publisher }: Roles): Promise<boolean> {
  return (await isThere(client, site)) && (await isThere(client, publisher));
}

/** The text for a database with these roles. What is nobody's is neither role's. */
export function withRoles(text: string, { site, publisher }: Roles): string {
  const names = new Map([
    [IN_TEXTS.site, site],
    [IN_TEXTS.publisher, publisher],
  ]);
  return text
    .replaceAll(" FROM PUBLIC, moot_app;", " FROM PUBLIC, moot_app, moot_publisher;")
    .replaceAll(/\bmoot_(?:app|publisher)\b/g, (name) => escapeIdentifier(names.get(name) ?? name));
}

const create = (role: string): string => `CREATE ROLE ${escapeIdentifier(role)} NOLOGIN`;

/** Since PostgreSQL 16 whoever makes a role may give it away but not act as it, unless that is said. */
async function granting(client: Client, role: string): Promise<string> {
  const { rows } = await client.query<{ me: string; since16: boolean }>(
    "SELECT current_user AS me, current_setting('server_version_num')::int >= 160000 AS since16",
  );
  const [here] = rows;
  return `GRANT ${escapeIdentifier(role)} TO ${escapeIdentifier(here?.me ?? "")}${here?.since16 ? " WITH SET TRUE" : ""}`;
}

async function isThere(client: Client, role: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  return rowCount === 1;
}

async function canAct(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ can: boolean }>(
    `SELECT pg_has_role(current_user, oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS can
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  return rows[0]?.can === true;
}

/** PostgreSQL's codes: not allowed, there already (two ways), and not there because it was not allowed. */
const NOT_ALLOWED = ["42501", "42704"];
const THERE_ALREADY = ["42710", "23505"];

async function may(client: Client, statement: string): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    const code = error instanceof DatabaseError ? (error.code ?? "") : "";
    if (THERE_ALREADY.includes(code)) return true;
    if (NOT_ALLOWED.includes(code)) return false;
    throw error;
  }
}
