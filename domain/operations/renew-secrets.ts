import "server-only";

import { addressMarks } from "@/domain/members/barred-address";
import { resealInvitation } from "@/domain/members/joining/invitations";
import { resealApp } from "@/domain/members/keys/app-codes";
import { resealMail } from "@/domain/mail/seal";
import { database } from "@/platform/database";
import type { Resealed } from "@/platform/encryption";
import { env } from "@/platform/env";
import type { Job } from "@/platform/jobs";

/** Rows read at once. */
const PIECE = 500;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** How many rows are under the secret in force, were brought under it just now, and open under no secret that is known. */
export type Renewal = { current: number; renewed: number; lost: number };
export const SEALED = ["apps", "invitations", "mails", "bans"] as const;
export type Renewals = Record<(typeof SEALED)[number], Renewal>;

/**
 * Brings what lies in the database under the site's secret from an earlier secret under the one in force. What somebody else holds (a
 * cookie, a link) is under the old one until it ends, and so are the marks of accounts that are erased: nobody knows their names any more.
 */
export async function renewSecrets(): Promise<Renewals> {
  const db = database();
  return {
    apps: await renew(
      (after) =>
        db.$queryRaw<Sealed[]>`
          SELECT member_id::text AS id, sealed_secret AS sealed FROM totp WHERE member_id > ${after}::uuid ORDER BY member_id LIMIT ${PIECE}`,
      ({ id, sealed }) => resealApp(id, sealed),
      ({ id, sealed }, now) =>
        db.$executeRaw`UPDATE totp SET sealed_secret = ${now} WHERE member_id = ${id}::uuid AND sealed_secret = ${sealed}`,
    ),
    invitations: await renew(
      (after) =>
        db.$queryRaw<Sealed[]>`
          SELECT id::text, sealed FROM invitation WHERE id > ${after}::uuid AND ended_at IS NULL AND expires_at > now() ORDER BY id LIMIT ${PIECE}`,
      ({ sealed }) => resealInvitation(sealed),
      ({ id }, now) => db.$executeRaw`UPDATE invitation SET sealed = ${now} WHERE id = ${id}::uuid`,
    ),
    mails: await renew(
      (after) =>
        db.$queryRaw<Sealed[]>`
          SELECT id::text, translate(encode(sealed, 'base64'), E'\n', '') AS sealed FROM mail
          WHERE id > ${after}::uuid AND sealed IS NOT NULL ORDER BY id LIMIT ${PIECE}`,
      ({ sealed }) => resealMail(Buffer.from(sealed, "base64").toString("base64url")),
      ({ id }, now) =>
        db.$executeRaw`UPDATE mail SET sealed = ${Buffer.from(now, "base64url")} WHERE id = ${id}::uuid AND sealed IS NOT NULL`,
    ),
    bans: await renew(
      (after) =>
        db.$queryRaw<(Sealed & { email: string })[]>`
          SELECT s.id::text, s.address_mark AS sealed, m.email FROM sanction s JOIN member m ON m.id = s.member_id
          WHERE s.id > ${after}::uuid AND s.address_mark IS NOT NULL AND m.email IS NOT NULL ORDER BY s.id LIMIT ${PIECE}`,
      ({ sealed, email }) => remark(sealed, email),
      ({ id }, now) =>
        db.$executeRaw`UPDATE sanction SET address_mark = ${now} WHERE id = ${id}::uuid AND address_mark IS NOT NULL`,
    ),
  };
}

/** A mark is made again from the address, which is there as long as the account is; one of an address it had before stays as it is. */
function remark(mark: string, email: string): Resealed {
  const [now, ...earlier] = addressMarks(email);
  return earlier.includes(mark) ? { sealed: now } : "current";
}

type Sealed = { id: string; sealed: string };

async function renew<Row extends Sealed>(
  read: (after: string) => PromiseLike<Row[]>,
  reseal: (row: Row) => Resealed,
  write: (row: Row, now: string) => PromiseLike<number>,
): Promise<Renewal> {
  const done: Renewal = { current: 0, renewed: 0, lost: 0 };
  for (let after = BEFORE_ALL; ;) {
    const rows = await read(after);
    for (const row of rows) {
      const now = reseal(row);
      if (typeof now === "string") done[now] += 1;
      else done.renewed += await write(row, now.sealed);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return done;
    after = last.id;
  }
}

/** While there is an earlier secret: at the start, and for what was written by a process that still had it. */
export const renewSecretsJob: readonly Job[] =
  env.oldSecrets.length === 0
    ? []
    : [{ name: "renew secrets", everySeconds: 3_600, run: renewSecrets, long: true }];
