import "server-only";

import { browserInWords } from "./browser";
import type { Member } from "./member";
import { SESSION_SECONDS } from "./schema";
import { noteSecurity } from "./security-events";
import { tellNewBrowser } from "./security-mails";
import { wakeListeners, record } from "@/domain/events/record";
import { currentClient } from "@/platform/client";
import { type Database, database, transaction } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import { newToken, tokenHash } from "@/platform/tokens";
import * as t from "#messages/members";

/** More browsers than this at once are nobody's; the oldest is signed out. */
const SESSIONS_AT_ONCE = 50;

export type SignedIn = { member: Member; token: string };

/** Whose session it will be, and the hash of the password that was shown, or that stands now where none was asked for. */
export type Credentials = { id: string; passwordHash: string | null };

/**
 * The one way in: every way to sign in ends here. The member's row is held while the session is written, and the password is the one
 * that was compared: whoever changes the password at the same moment comes before (no session) or after (and deletes it). An account
 * that is being erased is taken back by it, until its week is over. Where an app makes codes nobody comes in without a second factor,
 * whatever the way.
 * @param seconds how long it lasts
 * @returns the session's token, or null where the password has changed since, the account is gone, or a second factor was not shown
 */
export async function openSession(
  { id: memberId, passwordHash }: Credentials,
  { seconds = SESSION_SECONDS, multiFactor = false }: { seconds?: number; multiFactor?: boolean } = {},
): Promise<string | null> {
  const token = newToken();
  const browser = browserInWords(currentClient().agent ?? "");
  // Two that come at once hold the member's row together, and where an erasure is taken back both want it alone.
  const opened = await transaction(async (tx) => {
    if (!(await insertSession({ token, memberId, passwordHash, browser, seconds, multiFactor })))
      return false;
    await noteNewBrowser(tx, memberId, browser, token);
    await forgetOldSessions(tx, memberId);
    return true;
  });
  if (!opened) return null;
  wakeListeners();
  return token;
}

type NewSession = {
  token: string;
  memberId: string;
  passwordHash: string | null;
  browser: string;
  seconds: number;
  multiFactor: boolean;
};

/** @returns whether it was */
async function insertSession({
  token,
  memberId,
  passwordHash,
  browser,
  seconds,
  multiFactor,
}: NewSession): Promise<boolean> {
  const [done] = await database().$queryRaw<{ opened: boolean }[]>`
    WITH opened AS (
      INSERT INTO session (token_hash, member_id, expires_at, browser, multi_factor)
      SELECT ${tokenHash(token)}, id, now() + make_interval(secs => ${seconds}), ${browser}, ${multiFactor}
      FROM member WHERE id = ${memberId}::uuid AND erased_at IS NULL AND password_hash IS NOT DISTINCT FROM ${passwordHash}
        AND (${multiFactor} OR NOT EXISTS (SELECT FROM totp WHERE member_id = member.id AND confirmed_at IS NOT NULL))
        AND NOT EXISTS (SELECT FROM erasure WHERE member_id = member.id AND due_at <= now()) FOR SHARE
      RETURNING member_id
    ), back AS (
      DELETE FROM erasure e USING opened o WHERE e.member_id = o.member_id RETURNING e.member_id
    ), shown AS (
      UPDATE member SET hidden_at = NULL FROM back WHERE id = back.member_id RETURNING id
    ), noted AS (
      INSERT INTO security_event (member_id, kind, browser) SELECT id, 'erasure-taken-back', ${browser} FROM shown
    )
    SELECT EXISTS (SELECT FROM opened) AS opened`;
  return done?.opened === true;
}

/**
 * A browser is known, in words, by another session or by anything it did to the account before. One that is not is written down, and told
 * by mail but for the account's first.
 */
async function noteNewBrowser(tx: Database, memberId: string, browser: string, token: string): Promise<void> {
  if (browser === "") return;
  const [noted] = await tx.$queryRaw<{ email: string | null; first: boolean }[]>`
    WITH known AS MATERIALIZED (
      SELECT browser FROM session WHERE member_id = ${memberId}::uuid AND token_hash <> ${tokenHash(token)} AND browser <> ''
      UNION SELECT browser FROM security_event WHERE member_id = ${memberId}::uuid AND browser <> ''
    ), noted AS (
      INSERT INTO security_event (member_id, kind, browser) SELECT id, 'new-browser', ${browser} FROM member
      WHERE id = ${memberId}::uuid AND NOT sample AND NOT EXISTS (SELECT FROM known WHERE known.browser = ${browser})
      RETURNING member_id
    )
    SELECT m.email, NOT EXISTS (SELECT FROM known) AS first FROM noted JOIN member m ON m.id = noted.member_id`;
  if (noted?.email && !noted.first) await tellNewBrowser(tx, memberId, noted.email, browser);
}

async function forgetOldSessions(tx: Database, memberId: string): Promise<void> {
  await tx.$executeRaw`
    WITH old AS (DELETE FROM session WHERE member_id = ${memberId}::uuid AND (expires_at < now() OR id IN
      (SELECT id FROM session WHERE member_id = ${memberId}::uuid ORDER BY id DESC OFFSET ${SESSIONS_AT_ONCE})) RETURNING id)
    INSERT INTO event (kind, subject_id) SELECT 'session.ended', id FROM old`;
}

/** Ends one session, and its streams. A token nobody holds is no error: the browser wanted to be signed out, and is. */
export async function signOut(token: string): Promise<void> {
  await database().$executeRaw`
    WITH ended AS (DELETE FROM session WHERE token_hash = ${tokenHash(token)} RETURNING id)
    INSERT INTO event (kind, subject_id) SELECT 'session.ended', id FROM ended`;
  wakeListeners();
}

/** Signs the actor out in every browser, this one included. */
export async function signOutEverywhere(actor: Member): Promise<void> {
  await transaction((tx) => endSessions(tx, actor.id));
}

/** With their streams. A ban and an erasure call this in their own transaction. */
export async function endSessions(tx: Database, memberId: string): Promise<void> {
  await tx.session.deleteMany({ where: { memberId } });
  await record(tx, "member.gone", { subjectId: memberId });
}

/** Ends one of the actor's own sessions. @throws NotFound where it has ended, or is somebody else's */
export async function endSession(id: string, actor: Member): Promise<void> {
  const ended = await database().$executeRaw`
    WITH ended AS (DELETE FROM session WHERE id = ${id}::uuid AND member_id = ${actor.id}::uuid RETURNING id)
    INSERT INTO event (kind, subject_id) SELECT 'session.ended', id FROM ended`;
  if (ended === 0) throw new NotFound(t.thatSessionHasEnded);
  wakeListeners();
}

/** Signs the actor out in every browser but the one that asks. @returns how many that were */
export async function endOtherSessions(actor: Member): Promise<number> {
  if (actor.sessionToken === null) return 0;
  const ours = tokenHash(actor.sessionToken);
  return transaction(async (tx) => {
    const ended = await tx.$executeRaw`
      WITH ended AS (DELETE FROM session WHERE member_id = ${actor.id}::uuid AND token_hash <> ${ours} RETURNING id)
      INSERT INTO event (kind, subject_id) SELECT 'session.ended', id FROM ended`;
    await noteSecurity(tx, actor.id, "sessions-ended");
    wakeListeners();
    return ended;
  });
}
