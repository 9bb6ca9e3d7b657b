import "server-only";

import { MEMBERS_ON_A_PAGE, type DirectoryLine, type DirectoryPage } from "./directory-line";
import type { DirectoryQuery } from "./directory-schema";
import type { Member } from "./member";
import { mayListMembers } from "./policy";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/offices";

type Row = Omit<DirectoryLine, "joinedAt" | "seenAt"> & { joinedAt: Date; seenAt: Date | null };

/** Everyone with an account, by handle, for admins: those that match, behind the member with that handle. */
export async function memberDirectory(query: DirectoryQuery, viewer: Member): Promise<DirectoryPage> {
  authorize(mayListMembers(viewer), viewer, t.onlyAdminsListMembers);
  const rows = await database().$queryRaw<Row[]>`
    SELECT m.handle, m.name, m.role::text AS role, m.sample, m.joined_at AS "joinedAt", s.standing,
      (SELECT count(*)::int FROM article_moderator WHERE member_id = m.id) AS moderates,
      (SELECT max(seen_at) FROM session WHERE member_id = m.id) AS "seenAt"
    FROM member m CROSS JOIN LATERAL (${STANDING}) s
    WHERE ${Prisma.join([Prisma.sql`m.erased_at IS NULL`, ...conditions(query)], " AND ")}
    ORDER BY m.handle LIMIT ${literalNumber(MEMBERS_ON_A_PAGE + 1)}`;
  const items = rows.slice(0, MEMBERS_ON_A_PAGE).map(lineOf);
  return { items, next: rows.length > MEMBERS_ON_A_PAGE ? (items.at(-1)?.handle ?? null) : null };
}

/** The gravest sanction in force. */
const STANDING = Prisma.sql`
  SELECT coalesce((SELECT CASE kind WHEN 'ban' THEN 'banned' WHEN 'suspension' THEN 'suspended' ELSE 'watched' END
    FROM sanction WHERE member_id = m.id AND lifted_at IS NULL AND kind IN ('ban', 'suspension', 'watch') AND (until IS NULL OR until > now())
    ORDER BY kind = 'ban' DESC, kind = 'suspension' DESC LIMIT 1), 'good') AS standing`;

function conditions({ q, role, standing, after }: DirectoryQuery): Prisma.Sql[] {
  const all: Prisma.Sql[] = [];
  if (q !== undefined)
    all.push(
      Prisma.sql`(strpos(m.handle, lower(${q})) > 0 OR strpos(search_name(m.name), search_name(${q})) > 0 OR m.email = lower(${q}))`,
    );
  if (role !== undefined) all.push(Prisma.sql`m.role = ${role}::role`);
  if (standing !== undefined) all.push(Prisma.sql`s.standing = ${standing}`);
  if (after !== undefined) all.push(Prisma.sql`m.handle > ${after}`);
  return all;
}

const lineOf = ({ joinedAt, seenAt, ...row }: Row): DirectoryLine => ({
  ...row,
  joinedAt: joinedAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
});
