import "server-only";

import { type Author, HANDLE_PATTERN, type Member, type Role } from "./member";
import { isHeldBack } from "./policy";
import { database, Prisma, query } from "@/platform/database";
import { byPosition, batched } from "@/platform/batching";
import { tokenHash } from "@/platform/tokens";
import * as t from "#messages/members";

type MemberRow = {
  id: string;
  handle: string;
  name: string;
  role: Role;
  sample: boolean;
  joined_at: Date;
  approved_count: number;
  proven_at: Date | null;
  authenticated_at: Date;
  multi_factor: boolean;
  demanded: boolean;
  sanction: "suspension" | "ban" | null;
  until: Date | null;
  reason: string | null;
  moderates: string[];
};

/**
 * Who holds this session token: asked at every request, so session, member and the sanction in force come in one query, and
 * requests that arrive together are looked up together.
 * Null for a session that ended or expired, and for a member who is banned, erased, or about to be.
 */
export async function memberBySession(token: string): Promise<Member | null> {
  const row = await sessionRow(Buffer.from(tokenHash(token)).toString("hex"));
  if (!row || row.sanction === "ban") return null;
  return memberOf(row, token);
}

/** By the token's hash, in hex. */
const sessionRow = batched({
  many: sessionRows,
  one: async (hash: string) => (await sessionRows([hash]))[0] ?? null,
});

async function sessionRows(hashes: readonly string[]): Promise<(MemberRow | null)[]> {
  const rows = await query<MemberRow & { nth: number }>(Prisma.sql`
    SELECT asked.nth::int AS nth, holder.*
    FROM unnest(${hashes}::text[]) WITH ORDINALITY AS asked (hash, nth)
    CROSS JOIN LATERAL (
      SELECT m.id, m.handle, m.name, m.role::text AS role, m.sample, m.joined_at, m.approved_count,
             m.proven_at, session.authenticated_at, session.multi_factor,
             EXISTS (SELECT FROM site_setting WHERE key = 'second-factor' AND value -> 'roles' @> to_jsonb(m.role::text)) AS demanded,
             s.kind AS sanction, s.until, s.reason,
             ARRAY(SELECT article_id::text FROM article_moderator WHERE member_id = m.id) AS moderates
      FROM session
      JOIN member m ON m.id = session.member_id AND m.hidden_at IS NULL
      LEFT JOIN LATERAL (
        SELECT kind, until, reason FROM sanction
        WHERE member_id = m.id AND lifted_at IS NULL AND kind IN ('suspension', 'ban') AND (until IS NULL OR until > now())
        ORDER BY kind = 'ban' DESC, until DESC NULLS FIRST LIMIT 1
      ) s ON true
      WHERE session.token_hash = decode(asked.hash, 'hex') AND session.expires_at > now() LIMIT 1
    ) holder`);
  return byPosition(hashes, rows).map((row) => row ?? null);
}

/** The id of the session with this token, while it stands. */
export async function sessionIdOf(token: string): Promise<string | null> {
  return (await standingSession(token))?.id ?? null;
}

/** Who holds this session token and is banned; null for everybody else. */
export async function bannedBySession(token: string): Promise<Member | null> {
  const session = await standingSession(token);
  return session && bannedMember(session.memberId);
}

const standingSession = (token: string) =>
  database().session.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: new Date() } },
    select: { id: true, memberId: true },
  });

/**
 * A member while a ban is in force, without a session and with the ban's reason; null for everybody else. Whatever office they
 * hold, nothing of it is left to them while they are banned.
 */
async function bannedMember(id: string): Promise<Member | null> {
  const ban = await lastingBanOf(id);
  const row = ban && (await database().member.findUnique({ where: { id, erasedAt: null } }));
  if (!row) return null;
  const { handle, name, sample, joinedAt, approvedCount } = row;
  return {
    id,
    handle,
    name,
    role: "reader",
    sample,
    joinedAt,
    approvedCount,
    suspension: ban,
    sessionToken: null,
  };
}

function memberOf(row: MemberRow, sessionToken: string | null): Member {
  const { role, multi_factor: multiFactor } = row;
  const heldBack = isHeldBack({ role, sample: row.sample, multiFactor, demanded: row.demanded });
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    role: heldBack ? "reader" : role,
    sample: row.sample,
    joinedAt: row.joined_at,
    approvedCount: row.approved_count,
    suspension: row.sanction === "suspension" ? { until: row.until, reason: row.reason ?? "" } : null,
    ...(row.moderates.length > 0 && !heldBack && { moderates: row.moderates }),
    ...(row.proven_at === null ? { unproven: true as const } : { provenAt: row.proven_at }),
    authenticatedAt: row.authenticated_at,
    ...(multiFactor && { multiFactor: true as const }),
    ...(heldBack && { heldBack: role }),
    sessionToken,
  };
}

type Credentials = { id: string; passwordHash: string | null };

/** For sign-in only. */
export async function credentialsOf(email: string): Promise<Credentials | null> {
  return database().member.findUnique({
    where: { email, erasedAt: null },
    select: { id: true, passwordHash: true },
  });
}

/** The ban in force, for telling the member whom it shuts out. */
export async function lastingBanOf(memberId: string): Promise<{ until: Date | null; reason: string } | null> {
  return database().sanction.findFirst({
    where: { memberId, kind: "ban", liftedAt: null, OR: [{ until: null }, { until: { gt: new Date() } }] },
    orderBy: { until: { sort: "desc", nulls: "first" } },
    select: { until: true, reason: true },
  });
}

/** Whether a suspension or a ban keeps this member from writing now. */
export async function isSanctioned(memberId: string): Promise<boolean> {
  const lasts = { liftedAt: null, OR: [{ until: null }, { until: { gt: new Date() } }] };
  const where = { memberId, kind: { in: ["suspension", "ban"] }, ...lasts };
  return (await database().sanction.findFirst({ where, select: { id: true } })) !== null;
}

/** Names and handles of everyone who works here: a handful. */
export async function staffNames(): Promise<string[]> {
  // The role stands in the statement, which then goes by the index of staff and reads nobody else.
  const staff = await query<{ handle: string; name: string }>(
    Prisma.sql`SELECT handle, name FROM member WHERE role <> 'reader' AND erased_at IS NULL`,
  );
  return staff.flatMap(({ handle, name }) => [handle, name]);
}

/** Which of the two is somebody's already, as problems by field. */
export async function whatIsTaken(email: string, handle: string): Promise<Record<string, string>> {
  const holders = await database().member.findMany({
    where: { OR: [{ email }, { handle }] },
    select: { email: true, handle: true },
  });
  return {
    ...(holders.some((holder) => holder.email === email) && {
      email: t.noAccountWithThisAddress,
    }),
    ...(holders.some((holder) => holder.handle === handle) && {
      handle: t.somebodyHasThatHandleAlready,
    }),
  };
}

/** `joinedAt` in ISO 8601 UTC. */
export type Profile = Author & {
  bio: string;
  joinedAt: string;
  approvedCount: number;
  honourCount: number;
  sample: boolean;
};

const PROFILE = {
  handle: true,
  name: true,
  role: true,
  bio: true,
  joinedAt: true,
  approvedCount: true,
  honourCount: true,
  sample: true,
} as const;

const profileOf = <Row extends { joinedAt: Date }>(
  row: Row,
): Omit<Row, "joinedAt"> & { joinedAt: string } => ({ ...row, joinedAt: row.joinedAt.toISOString() });

/** What everyone may read of a member, by their handle or one that leads to it; null when there is none, or none any more. */
export async function memberByHandle(handle: string): Promise<Profile | null> {
  if (!HANDLE_PATTERN.test(handle)) return null;
  const row = await database().member.findUnique({ where: { handle, hiddenAt: null }, select: PROFILE });
  return row ? profileOf(row) : memberByEarlierHandle(handle);
}

/** Only where the member wants to be found by it. */
async function memberByEarlierHandle(handle: string): Promise<Profile | null> {
  const row = await database().earlierHandle.findUnique({
    where: { handle, leads: true, member: { hiddenAt: null } },
    select: { member: { select: PROFILE } },
  });
  return row && profileOf(row.member);
}

/**
 * `sessions` is the number of browsers signed in now, `mailRefusedAt` when a mail to the address last came back (ISO 8601 UTC). Of an
 * account that is not `proven` the address is the one it claims.
 */
export type Account = Profile & {
  email: string;
  proven: boolean;
  sessions: number;
  mailRefusedAt: string | null;
};

/** A member's own account. */
export async function accountOf(viewer: Member): Promise<Account> {
  const { _count, email, claimedEmail, provenAt, mailRefusedAt, ...row } =
    await database().member.findUniqueOrThrow({
      where: { id: viewer.id },
      select: {
        ...PROFILE,
        email: true,
        claimedEmail: true,
        provenAt: true,
        mailRefusedAt: true,
        _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
      },
    });
  return {
    ...profileOf(row),
    email: email ?? claimedEmail ?? "",
    proven: provenAt !== null,
    sessions: _count.sessions,
    mailRefusedAt: mailRefusedAt?.toISOString() ?? null,
  };
}

/** For the operator's list: a page of members by handle, after one handle. */
export async function membersAfter(
  handle: string,
  limit: number,
): Promise<(Profile & { email: string | null })[]> {
  const rows = await database().member.findMany({
    where: { handle: { gt: handle }, erasedAt: null },
    orderBy: { handle: "asc" },
    take: limit,
    select: { ...PROFILE, email: true },
  });
  return rows.map(profileOf);
}
