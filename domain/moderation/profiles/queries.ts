import "server-only";

import { createHash } from "node:crypto";
import { z } from "zod";
import { isAdmin, type Member, type Role } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { COUNTED_AT_MOST } from "@/domain/moderation/queue/queue";
import { KeptNotice } from "@/domain/moderation/reports/schema";
import { mayJudgeProfile } from "./policy";
import { PROFILES_AT_ONCE, type ProfileAtTheDesk, type ProfileReport, type ProfileWords } from "./profile";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/desk";

/** Names these very words: a decision is about what was read. */
export const markOfWords = ({ name, bio }: ProfileWords): string =>
  createHash("sha256")
    .update(JSON.stringify([name, bio]))
    .digest("base64url");

export const KeptProfile = z.object({ name: z.string(), bio: z.string() });

const REPORTS_SHOWN = 20;
const TAKEN_SHOWN = 5;

/** Reported, and for this moderator to judge: their own are for the others, and an admin's for admins. */
const waitsFor = (viewer: Member) => Prisma.sql`
  r.state = 'open' AND r.member_id IS NOT NULL AND m.erased_at IS NULL AND m.id <> ${viewer.id}::uuid AND (${isAdmin(viewer)} OR m.role <> 'admin')`;

/** How many reports of profiles wait for this moderator, counted no further than `COUNTED_AT_MOST`. */
export async function waitingProfiles(viewer: Member): Promise<number> {
  if (!mayModerateEverywhere(viewer)) return 0;
  const [row] = await database().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (SELECT FROM report r JOIN member m ON m.id = r.member_id
      WHERE ${waitsFor(viewer)} LIMIT ${literalNumber(COUNTED_AT_MOST)}) few`;
  return row?.waiting ?? 0;
}

/** Reported names and bios, those that wait longest first. Deciding about them brings the next. */
export async function reportedProfiles(viewer: Member): Promise<ProfileAtTheDesk[]> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT member_id AS id FROM (SELECT r.id, r.member_id FROM report r JOIN member m ON m.id = r.member_id
      WHERE ${waitsFor(viewer)} ORDER BY r.id LIMIT ${literalNumber(COUNTED_AT_MOST)}) first
    GROUP BY member_id ORDER BY min(first.id::text) LIMIT ${literalNumber(PROFILES_AT_ONCE)}`;
  const profiles = await Promise.all(rows.map(({ id }) => describe({ id }, viewer)));
  return profiles.filter((one) => one !== null);
}

/** One member's profile for a moderator; null where there is no such member any more. */
export async function profileAtTheDesk(handle: string, viewer: Member): Promise<ProfileAtTheDesk | null> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  return describe({ handle }, viewer);
}

type Who = { id: string } | { handle: string };

async function describe(who: Who, viewer: Member): Promise<ProfileAtTheDesk | null> {
  const row = await database().member.findUnique({
    where: { ...who, erasedAt: null },
    select: { id: true, handle: true, name: true, bio: true, role: true },
  });
  if (!row) return null;
  const decide = mayJudgeProfile(viewer, row);
  return {
    ...row,
    seen: markOfWords(row),
    // Who may not judge it does not learn who reported it, or what they said.
    reports: decide ? await reportsOf(row) : [],
    taken: decide ? await takenOf(row.id) : [],
    can: { decide },
  };
}

async function reportsOf(now: ProfileWords & { id: string; role: Role }): Promise<ProfileReport[]> {
  const rows = await database().report.findMany({
    where: { memberId: now.id, state: "open" },
    orderBy: { id: "asc" },
    take: REPORTS_SHOWN,
    include: { reporter: { select: { name: true } } },
  });
  return rows.map(({ id, reason, detail, at, reporter, notice, profile }) => {
    const words = KeptProfile.safeParse(profile).data ?? null;
    const kept = KeptNotice.nullable().catch(null).parse(notice);
    return {
      id,
      reason,
      detail,
      at: at.toISOString(),
      by: reporter?.name ?? null,
      notice: kept,
      words: words && markOfWords(words) !== markOfWords(now) ? words : null,
    };
  });
}

async function takenOf(memberId: string): Promise<ProfileAtTheDesk["taken"]> {
  return database().$queryRaw<{ decision: string; at: string; name: string | null; bio: string | null }[]>`
    SELECT d.id AS decision, to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, p.name, p.bio
    FROM profile_removal p JOIN decision d ON d.id = p.decision_id
    WHERE p.member_id = ${memberId}::uuid AND p.ended_at IS NULL AND d.action = 'reset' ORDER BY d.seq DESC LIMIT ${literalNumber(TAKEN_SHOWN)}`;
}
