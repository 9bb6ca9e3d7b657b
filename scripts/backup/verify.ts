import { randomBytes } from "node:crypto";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { rolesOf } from "@/scripts/roles";
import { asOwner } from "@/scripts/schema";
import { restoreBackup } from "./restore";

const NOT_ALLOWED = "42501";

/** Addresses of a server: its owner's, and that of whoever may make databases there. */
type Server = Readonly<{ url: string; adminUrl?: string | undefined }>;

/**
 * Restores a backup into a scratch database beside the site's, tries it, and drops it.
 * @param adminUrl of a role that may make databases, where the owner may not
 * @throws Error with a sentence when the backup is not what it should be
 */
export async function verifyBackup(
  { url, adminUrl = url }: Server,
  file: string,
  tell: (line: string) => void,
): Promise<void> {
  const scratch = `moot_verify_${randomBytes(6).toString("hex")}`;
  const owner = escapeIdentifier(new Client({ connectionString: url }).user ?? "");
  await asOwner(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${scratch} TEMPLATE template0 OWNER ${owner}`),
  ).catch(refused);
  const { cut, end } = whenToldToEnd();
  try {
    await Promise.race([restoreBackup(withDatabase(url, scratch), file, tell), cut]);
  } finally {
    end();
    await asOwner(adminUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
      for (const role of Object.values(rolesOf(scratch)))
        await client.query(`DROP ROLE IF EXISTS ${escapeIdentifier(role)}`);
    });
  }
}

/** Whoever is told to end drops the scratch database first: there are ballots in it. */
function whenToldToEnd(): { cut: Promise<never>; end: () => void } {
  const signals = ["SIGTERM", "SIGINT"] as const;
  let ended = () => {};
  const cut = new Promise<never>((_, reject) => {
    ended = () => reject(new Error("Ended before the backup was tried."));
  });
  for (const signal of signals) process.once(signal, ended);
  return {
    cut,
    end: () => {
      for (const signal of signals) process.off(signal, ended);
    },
  };
}

/** The same address with another database; it may be that of a socket, which is no URL to anybody but PostgreSQL. */
const withDatabase = (url: string, database: string): string =>
  url.replace(/^(\w+:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${database}`);

function refused(error: unknown): never {
  if (error instanceof DatabaseError && error.code === NOT_ALLOWED)
    throw new Error(
      "The database's owner may not make a scratch database. Make an empty one and name it: moot backup verify FILE --into URL",
      { cause: error },
    );
  throw error;
}
