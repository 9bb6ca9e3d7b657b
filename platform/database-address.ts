import { Client } from "pg";
import * as t from "#messages/settings";
import { say } from "@/messages/say";

/** Parameters of a PostgreSQL address that the driver obeys. */
const OBEYED = new Set([
  ...[
    "host",
    "port",
    "user",
    "password",
    "ssl",
    "sslmode",
    "sslcert",
    "sslkey",
    "sslrootcert",
    "sslnegotiation",
  ],
  ...["uselibpqcompat", "application_name", "fallback_application_name", "options", "client_encoding"],
]);

/** What others read and we do not, by name. Any other word could be a piece of a password, and is not repeated. */
const KNOWN_ELSEWHERE = new Set([
  ...["schema", "pgbouncer", "connection_limit", "pool_timeout", "statement_cache_size", "sslaccept"],
  ...["target_session_attrs", "connect_timeout", "keepalives", "channel_binding", "dbname", "search_path"],
]);

/**
 * What is wrong with the address of a database, in a sentence that repeats nothing of it: what cannot be read as it was meant
 * holds a password as a rule, anywhere in it. @returns undefined when it can be used
 */
export function databaseAddressProblem(name: string, text: string): string | undefined {
  const place = placeOf(text);
  if (!place) return say(t.isNoDatabaseAddress, { name });
  if (place.host.includes(",")) return say(t.namesSeveralHosts, { name });
  const ignored = parametersOf(text).filter(
    ([parameter, value]) => !OBEYED.has(parameter) && `${parameter}=${value}` !== "schema=public",
  );
  if (ignored.length === 0) return undefined;
  const [known] = ignored.find(([parameter]) => KNOWN_ELSEWHERE.has(parameter)) ?? [];
  if (known === "schema" || known === "search_path") return say(t.namesASchema, { name, parameter: known });
  if (known === undefined) return say(t.hasAParameterWeDoNotRead, { name });
  return say(t.hasThisParameter, { name, parameter: known });
}

/** The same address for people: without its password, and without parameters. */
export function shownDatabaseAddress(text: string): string {
  const place = placeOf(text);
  if (!place) return HIDDEN;
  const { user, host, port, database, password } = place;
  const who = user === "" ? "" : `${user}${password ? `:${HIDDEN}` : ""}@`;
  const where = host.startsWith("/") ? encodeURIComponent(host) : host.includes(":") ? `[${host}]` : host;
  return `postgresql://${who}${where}:${port}/${database}`;
}

/** The place in words: "moot at db.example:5432", or at a socket. */
export function saidPlace(text: string): string {
  const place = placeOf(text);
  if (!place) return HIDDEN;
  const { host, port, database } = place;
  return say(t.databaseAt, {
    database,
    place: host.startsWith("/") ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`,
  });
}

/** Stands for a secret, whatever its length. */
export const HIDDEN = "…";

type ConnectionParts = Readonly<{
  user: string;
  host: string;
  port: number;
  database: string;
  password: boolean;
}>;

/** Read by the driver itself, so that what is said of an address is what is used of it. */
function placeOf(text: string): ConnectionParts | null {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/s.exec(text) ?? [];
  if (rest === undefined || isTornByItsPassword(rest)) return null;
  try {
    const { user = "", host, port, database = "", password } = new Client({ connectionString: text });
    return { user, host, port, database, password: Boolean(password) };
  } catch {
    return null;
  }
}

/** A password with one of / ? # in it ends the address early, and what comes behind has the "@". */
const isTornByItsPassword = (rest: string): boolean =>
  rest.includes("#") || rest.slice(/[/?]/.exec(rest)?.index ?? rest.length).includes("@");

const parametersOf = (text: string): [string, string][] => [
  ...new URLSearchParams(text.includes("?") ? text.slice(text.indexOf("?")) : ""),
];
