import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { Author, Member, Role } from "@/domain/members/member";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import {
  MUTED_MOST,
  SUBJECTS_A_PAGE,
  type FollowedSubject,
  type FollowingState,
  type MutedMember,
} from "./following";
import { database, literalNumber, Prisma } from "@/platform/database";

/** Characters of a comment that remind one which it is. */
export const EXCERPT = 140;

type Row = {
  article_id: string;
  subject_id: string;
  state: FollowingState;
  slug: string;
  title: string;
  html: string | null;
} & AuthorRow;

export type AuthorRow = { handle: string | null; name: string | null; role: Role | null };

/** All that a viewer follows or muted, the newest articles first, a page at a time. `next` is an opaque cursor, null at the end. */
export async function followedBy(
  after: string | undefined,
  viewer: Member,
): Promise<{ items: FollowedSubject[]; next: string | null }> {
  const [article, subject] = after?.split("~") ?? [];
  const rows = await database().$queryRaw<Row[]>`
    SELECT f.article_id, f.subject_id, f.state::text AS state, a.slug, r.title, c.html, m.handle, m.name, m.role::text AS role
    FROM following f JOIN article a ON a.id = f.article_id AND ${readableTo(viewer)}
      JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
      LEFT JOIN comment c ON c.id = f.subject_id AND c.state = 'visible'
      LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE f.member_id = ${viewer.id}::uuid AND f.state <> 'ended'
      ${article && subject ? Prisma.sql`AND (f.article_id, f.subject_id) < (${article}::uuid, ${subject}::uuid)` : Prisma.empty}
    ORDER BY f.article_id DESC, f.subject_id DESC LIMIT ${literalNumber(SUBJECTS_A_PAGE + 1)}`;
  const shown = rows.slice(0, SUBJECTS_A_PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map(subjectOf),
    next: rows.length > SUBJECTS_A_PAGE && last ? `${last.article_id}~${last.subject_id}` : null,
  };
}

const subjectOf = ({ article_id, subject_id, state, slug, title, html, ...by }: Row): FollowedSubject => ({
  state,
  article: { slug, title },
  comment:
    subject_id === article_id
      ? null
      : {
          id: subject_id,
          author: authorIn(by),
          excerpt: html === null ? "" : ownWords(fromStore(html), EXCERPT),
        },
});

export const authorIn = ({ handle, name, role }: AuthorRow): Author | null =>
  handle !== null && name !== null && role !== null ? { handle, name, role } : null;

/** Everybody whom the viewer muted and who is still here, the latest first. */
export async function mutedBy(viewer: Member): Promise<MutedMember[]> {
  const rows = await database().memberMute.findMany({
    where: { memberId: viewer.id, muted: { hiddenAt: null } },
    orderBy: [{ at: "desc" }, { mutedId: "asc" }],
    take: MUTED_MOST,
    select: { at: true, muted: { select: { handle: true, name: true, role: true } } },
  });
  return rows.map(({ at, muted }) => ({ ...muted, since: at.toISOString() }));
}

/** Somebody who can be muted, by their username; null where nobody has it. */
export const mutable = (handle: string): Promise<{ id: string; name: string } | null> =>
  database().member.findFirst({ where: { handle, hiddenAt: null }, select: { id: true, name: true } });

export const hasMuted = async (mutedId: string, viewer: Member): Promise<boolean> =>
  (await database().memberMute.findUnique({
    where: { memberId_mutedId: { memberId: viewer.id, mutedId } },
  })) !== null;
