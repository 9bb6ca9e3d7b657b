import "server-only";

import { linkTo } from "./asked-by-mail";
import type { Member } from "./member";
import { mayBecomeFirstAdmin, wantsFirstAdmin } from "./policy";
import { credentialsOf } from "./queries";
import type { FirstAdmin } from "./schema";
import type { SignedIn } from "./sessions";
import { letIn } from "./sign-in";
import { addMember } from "./sign-up";
import { changeSite } from "@/domain/site/commands";
import { fixedSettings, newestOf } from "@/domain/site/queries";
import { database, transaction, type Database } from "@/platform/database";
import { env } from "@/platform/env";
import { Unacceptable } from "@/platform/refusal";
import { newToken, tokenHash } from "@/platform/tokens";
import * as t from "#messages/members";

/** Where the first admin begins. */
export const FIRST_ADMIN = "/first-admin";

/**
 * A new address by which a site without an admin gets its first, good for one use; the one of before ends. Only its hash is kept, so
 * that nobody reads it in the database.
 * @returns null where there is an admin, or where nobody needs one
 */
export async function offerFirstAdmin(): Promise<string | null> {
  const db = database();
  if (!wantsFirstAdmin({ admins: await adminsIn(db), demo: env.demo })) {
    await db.firstAdminToken.deleteMany();
    return null;
  }
  const token = newToken();
  const now = { tokenHash: tokenHash(token), at: new Date() };
  await db.firstAdminToken.upsert({ where: { single: true }, create: now, update: now });
  return linkTo(FIRST_ADMIN, token);
}

/** Whether this token makes somebody the first admin. Looking changes nothing. */
export async function opensFirstAdmin(token: string): Promise<boolean> {
  const db = database();
  const found = await db.firstAdminToken.count({ where: { tokenHash: tokenHash(token) } });
  return mayBecomeFirstAdmin({ admins: await adminsIn(db), holdsToken: found > 0 });
}

/**
 * The first admin, the name of the site and the end of the token, all or nothing; then a session. Of two at once the second waits for
 * the token's row and finds it gone.
 * @throws Unacceptable, in one sentence for every token that is not good; by field where the address or the username is taken
 */
export async function becomeFirstAdmin({ token, site, ...newcomer }: FirstAdmin): Promise<SignedIn> {
  await transaction(async (tx) => {
    const { count } = await tx.firstAdminToken.deleteMany({ where: { tokenHash: tokenHash(token) } });
    if (!mayBecomeFirstAdmin({ admins: await adminsIn(tx), holdsToken: count > 0 }))
      throw new Unacceptable(t.thatFirstAdminLinkIsNotGood);
    await addMember({ ...newcomer, role: "admin" });
    await nameTheSite(site, await adminNamed(tx, newcomer.handle));
  });
  const credentials = await credentialsOf(newcomer.email);
  if (!credentials) throw new Unacceptable(t.thatFirstAdminLinkIsNotGood);
  return letIn(credentials, t.thatFirstAdminLinkIsNotGood);
}

/** The sample's admins are nobody's. */
const adminsIn = (db: Database): Promise<number> =>
  db.member.count({ where: { role: "admin", sample: false, erasedAt: null } });

async function adminNamed(tx: Database, handle: string): Promise<Member> {
  const member = await tx.member.findUniqueOrThrow({
    where: { handle },
    select: {
      id: true,
      handle: true,
      name: true,
      role: true,
      sample: true,
      joinedAt: true,
      approvedCount: true,
    },
  });
  return { ...member, suspension: null, sessionToken: null };
}

/** Where the environment does not say it. */
async function nameTheSite(name: string | undefined, actor: Member): Promise<void> {
  if (name === undefined || fixedSettings().some(({ setting }) => setting === "name")) return;
  const { version } = await newestOf("settings");
  await changeSite({ version, name }, actor);
}
