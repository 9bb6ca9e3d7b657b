import "server-only";

import type { Member, Role } from "@/domain/members/member";
import { scopeOf } from "@/domain/moderation/decisions/policy";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { ENOUGH, type MemberCard } from "./queue";
import { sanctionsOf } from "@/domain/moderation/sanctions/queries";
import { database, literalNumber, Prisma } from "@/platform/database";

type Row = {
  id: string;
  handle: string;
  name: string;
  role: Role;
  joined_at: Date;
  approved_count: number;
  rejected: number;
  held: number;
  notes: { by: string | null; words: string; at: string }[] | null;
};

/**
 * Who these members are to a moderator: standing, past decisions, notes by staff, but for those about oneself. By id. Who moderates some articles sees what
 * became of their comments there; what was said and decided about the person is of the whole site.
 */
export async function memberCards(members: string[], viewer: Member): Promise<Map<string, MemberCard>> {
  const ids = [...new Set(members)];
  const everywhere = scopeOf(viewer) === null;
  const there = withinScope(viewer, Prisma.sql`q.article_id`);
  const rows = await database().$queryRaw<Row[]>`
    SELECT m.id, m.handle, m.name, m.role::text AS role, m.joined_at, m.approved_count,
      (SELECT count(*)::int FROM (SELECT FROM queue_item q WHERE q.queue = 'rejected' AND q.member_id = m.id AND ${there} LIMIT ${literalNumber(ENOUGH)}) few)
        AS rejected,
      (SELECT count(*)::int FROM (SELECT FROM queue_item q WHERE q.queue = 'held' AND q.member_id = m.id AND ${there} LIMIT ${literalNumber(ENOUGH)}) few) AS held,
      (SELECT json_agg(n) FROM (
        SELECT w.name AS by, n.words, n.at FROM member_note n LEFT JOIN member w ON w.id = n.by AND w.erased_at IS NULL
        WHERE n.member_id = m.id AND ${everywhere} AND m.id <> ${viewer.id}::uuid ORDER BY n.id DESC LIMIT 5) n) AS notes
    FROM member m WHERE m.id = ANY(${ids}::uuid[]) AND m.erased_at IS NULL`;
  const sanctions = await sanctionsOf(database(), everywhere ? ids : []);
  return new Map(
    rows.map(({ joined_at, approved_count, notes, ...row }) => [
      row.id,
      {
        ...row,
        joinedAt: joined_at.toISOString(),
        approved: approved_count,
        // PostgreSQL's JSON has the moment with another zone, which the answer's form does not take.
        notes: (notes ?? []).map((note) => ({ ...note, at: new Date(note.at).toISOString() })),
        sanctions: sanctions.get(row.id) ?? [],
      },
    ]),
  );
}

/** One member's card; null when there is none of that handle, or not any more. */
export async function cardOf(handle: string, viewer: Member): Promise<MemberCard | null> {
  const member = await database().member.findUnique({
    where: { handle, erasedAt: null },
    select: { id: true },
  });
  return (member && (await memberCards([member.id], viewer)).get(member.id)) ?? null;
}
