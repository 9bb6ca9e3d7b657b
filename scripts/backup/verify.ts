import { randomBytes } from "node:crypto";
import { DatabaseError, escapeIdentifier } from "pg";
import { rolesOf } from "../roles";
import { asOwner } from "../schema";
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
  const owner = escapeIdentifier(decodeURIComponent(new URL(url).username));
  await asOwner(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${scratch} TEMPLATE template0 OWNER ${owner}`),
  ).catch(refused);
  try {
    await restoreBackup(Object.assign(new URL(url), { pathname: `/${scratch}` }).href, file, tell);
  } finally {
    await asOwner(adminUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
      for (const role of Object.values(rolesOf(scratch)))
        await client.query(`DROP ROLE IF EXISTS ${escapeIdentifier(role)}`);
    });
  }
}

function refused(error: unknown): never {
  if (error instanceof DatabaseError && error.code === NOT_ALLOWED)
    throw new Error(
      "The database's owner may not make a scratch database. Make an empty one and name it: moot backup verify FILE --into URL",
      { cause: error },
    );
  throw error;
}
