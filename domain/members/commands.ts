import "server-only";

import { type Member, type Role } from "./member";
import { SAMPLE_CAST } from "./sample";
import { whoIsBarredBy } from "./barred-address";
import { refuseLikenessToStaff, refuseWatchedWords } from "./profile";
import { credentialsOf, lastingBanOf, memberBySession, whatIsTaken } from "./queries";
import { type ChangedPassword, type NewMember, REDRESS_SECONDS, SESSION_DAYS, type SignIn } from "./schema";
import { refuseSignUpInRaid } from "@/domain/moderation/raid/commands";
import { record, wakeListeners } from "@/domain/events/record";
import { type Database, database, transaction } from "@/platform/database";
import { hashPassword, isPassword } from "@/platform/passwords";
import { Conflict, NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import { newToken, tokenHash } from "@/platform/tokens";
import * as t from "#messages/members";
import { say } from "@/messages/say";

const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;
/** More browsers than this at once are nobody's; the oldest is signed out. */
const SESSIONS_AT_ONCE = 50;

export type SignedIn = { member: Member; token: string };

/**
 * An account, and a session in it. Refused by field when the address or handle is taken or the name is a staff member's.
 * Of a thousand at once with one address, one gets it: the table's unique index decides.
 */
export async function signUp(input: NewMember): Promise<SignedIn> {
  await refuseSignUpInRaid();
  await refuseLikenessToStaff({ handle: input.handle, name: input.name ?? input.handle });
  await refuseWatchedWords({ handle: input.handle, name: input.name });
  await join({ ...input, role: "reader", sample: false }, await whoIsBarredBy(input.email));
  return signIn(input);
}

/** In the words and the time of an address that is taken, so that a stranger learns of no ban; the log is told whose it is. */
export class AddressBarred extends Unacceptable {
  constructor(
    message: string,
    problems: Record<string, string>,
    readonly memberId: string,
  ) {
    super(message, problems);
  }
}

/** An account made by the operator: any role, and any name. */
export async function addMember(input: Newcomer): Promise<void> {
  await join(input);
}

export type Newcomer = {
  email: string;
  handle: string;
  name?: string | undefined;
  password: string;
  role: Role;
  sample?: boolean;
};

/** `barredBy` is the member whose ban this account would get round. */
async function join(
  { email, handle, name, password, role, sample = false }: Newcomer,
  barredBy: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const data = barredBy === null ? [{ email, handle, name: name ?? handle, passwordHash, role, sample }] : [];
  const { count } = await database().member.createMany({ data, skipDuplicates: true });
  if (count > 0) return;
  const taken = await whatIsTaken(email, handle);
  if (barredBy !== null) {
    const problems = { ...taken, email: t.noAccountWithThisAddress };
    throw new AddressBarred(Object.values(problems).join(" "), problems, barredBy);
  }
  throw new Unacceptable(Object.values(taken).join(" "), taken);
}

/** 403 for a banned member who knows the password, with a session that opens the decisions about them and nothing else. */
export class AccountClosed extends NotAllowed {
  constructor(
    message: string,
    readonly memberId: string,
    readonly token: string,
  ) {
    super(message);
  }
}

/** One answer, after one comparison of a password, whether or not there is such an account. */
const NOT_TOGETHER = t.thatAddressAndThatPassword;

/** A new session for whoever knows the password. The ban of a banned member is told only to them. */
export async function signIn({ email, password }: Pick<SignIn, "email" | "password">): Promise<SignedIn> {
  const credentials = await credentialsOf(email);
  const known = await isPassword(password, credentials?.passwordHash ?? null);
  if (!credentials || !known) throw new Unacceptable(NOT_TOGETHER);
  const ban = await lastingBanOf(credentials.id);
  const token = await openSession(credentials, ban ? REDRESS_SECONDS : SESSION_SECONDS);
  // The password was changed, or the account erased, between the comparison and the session.
  if (token === null) throw new Unacceptable(NOT_TOGETHER);
  if (ban)
    throw new AccountClosed(
      say(t.accountClosedUntil, {
        until: ban.until ? say(t.untilUntil, { until: ban.until.toISOString().slice(0, 10) }) : "",
        reason: ban.reason,
      }),
      credentials.id,
      token,
    );
  const member = await memberBySession(token);
  // Banned since.
  if (!member) throw new Unacceptable(NOT_TOGETHER);
  return { member, token };
}

/**
 * The sample cast, who have no passwords and came some time ago.
 * Whoever of them is here already stays as they are.
 */
export async function joinSampleCast(): Promise<void> {
  const joinedAt = new Date(Date.now() - SAMPLE_AGE);
  await database().member.createMany({
    data: SAMPLE_CAST.map((part) => ({
      ...part,
      email: `${part.handle}@sample.invalid`,
      sample: true,
      joinedAt,
    })),
    skipDuplicates: true,
  });
}

/** Long enough ago that nobody in the cast counts as an account made for one quarrel. Milliseconds. */
const SAMPLE_AGE = 30 * 24 * 60 * 60 * 1_000;

/** A session without a password, for the sample cast and for tests. */
export async function openSampleSession(handle: string): Promise<SignedIn> {
  const credentials = await database().member.findFirst({
    where: { handle, sample: true, erasedAt: null },
    select: { id: true, passwordHash: true },
  });
  const token = credentials && (await openSession(credentials, SESSION_SECONDS));
  const member = token ? await memberBySession(token) : null;
  if (!token || !member) throw new NotFound(t.theSampleCast);
  return { member, token };
}

/**
 * The member's row is held while the session is written, and the password is the one that was compared: whoever
 * changes the password at the same moment comes before (no session) or after (and deletes it).
 */
async function openSession(
  { id: memberId, passwordHash }: { id: string; passwordHash: string | null },
  seconds: number,
): Promise<string | null> {
  const token = newToken();
  const opened = await database().$executeRaw`
    INSERT INTO session (token_hash, member_id, expires_at)
    SELECT ${tokenHash(token)}, id, now() + make_interval(secs => ${seconds})
    FROM member WHERE id = ${memberId}::uuid AND erased_at IS NULL AND password_hash IS NOT DISTINCT FROM ${passwordHash} FOR SHARE`;
  if (opened === 0) return null;
  await forgetOldSessions(memberId);
  return token;
}

async function forgetOldSessions(memberId: string): Promise<void> {
  await database().$executeRaw`
    WITH old AS (DELETE FROM session WHERE member_id = ${memberId}::uuid AND (expires_at < now() OR id IN
      (SELECT id FROM session WHERE member_id = ${memberId}::uuid ORDER BY id DESC OFFSET ${SESSIONS_AT_ONCE})) RETURNING id)
    INSERT INTO event (kind, subject_id) SELECT 'session.ended', id FROM old`;
  wakeListeners();
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

/** A new password ends every session; the actor gets a fresh one. Refused by field when the present password is not right. */
export async function changePassword(input: ChangedPassword, actor: Member): Promise<SignedIn> {
  const { email, passwordHash } = await database().member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, passwordHash: true },
  });
  if (!email || !(await isPassword(input.current, passwordHash)))
    throw new Unacceptable(t.yourPasswordStays, {
      current: t.thatIsNotYourPresentPassword,
    });
  const fresh = await hashPassword(input.password);
  return transaction(async (tx) => {
    const { count } = await tx.member.updateMany({
      where: { id: actor.id, passwordHash },
      data: { passwordHash: fresh },
    });
    if (count === 0) throw new Conflict(t.yourPasswordWasChangedElsewhere);
    await endSessions(tx, actor.id);
    const token = await openSession({ id: actor.id, passwordHash: fresh }, SESSION_SECONDS);
    const member = token === null ? null : await memberBySession(token);
    if (token === null || !member) throw new NotAllowed(t.accountClosed);
    return { member, token };
  });
}
