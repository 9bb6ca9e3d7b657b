import "server-only";

import {
  NOTICE_KINDS,
  NOTICES_ON_A_PAGE,
  type NoticeKind,
  type NoticePage,
  type NoticeView,
  UNREAD_SHOWN,
} from "./notice";
import { READABLE, noticeJoins } from "./readable";
import { readableTo } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import { queueNamed } from "@/domain/moderation/queue/queue";
import { ownWords } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber } from "@/platform/database";

/** Characters of a comment that remind one which it was. */
const EXCERPT = 140;

/** Unread notices of what can be read, counted no further than a badge shows (one more than `UNREAD_SHOWN`): those that the inbox lists. */
export async function unreadCount(viewer: Member): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM
      (SELECT FROM notice n ${noticeJoins} WHERE n.member_id = ${viewer.id}::uuid AND n.read_at IS NULL AND n.at <= now() AND ${READABLE}
       LIMIT ${literalNumber(UNREAD_SHOWN + 1)}) unread`;
  return row?.count ?? 0;
}

type Row = {
  id: string;
  kind: string;
  at: Date;
  read_at: Date | null;
  slug: string | null;
  title: string | null;
  correction: string | null;
  comment_id: string | null;
  parent_id: string | null;
  html: string | null;
  handle: string | null;
  name: string | null;
  decision_id: string | null;
  action: string | null;
  ground: string | null;
  queue: string | null;
};

type InboxQuery = { after?: string | null; limit?: number; kinds?: readonly NoticeKind[] | null };

/** A page of the viewer's inbox, newest first, after the notice with this id (a uuid); with `kinds`, of these alone. */
export async function inboxOf(
  { after = null, limit = NOTICES_ON_A_PAGE, kinds = null }: InboxQuery,
  viewer: Member,
): Promise<NoticePage> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT n.id, n.kind, n.at, n.read_at, a.slug, ar.title, ar.correction, c.id AS comment_id, c.parent_id,
           CASE WHEN c.state = 'visible' AND ${readableTo(viewer)} OR c.author_id = n.member_id THEN c.html END AS html, m.handle, m.name,
           d.id AS decision_id, d.action, d.ground, CASE WHEN n.kind = 'queue-waits' THEN split_part(n.cause, ' ', 2) END AS queue
    FROM notice n ${noticeJoins}
    LEFT JOIN article_revision ar ON ar.article_id = a.id AND ar.number = a.revision
    LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    LEFT JOIN decision d ON d.id = n.subject_id
    WHERE n.member_id = ${viewer.id}::uuid AND n.at <= now() AND (${after}::uuid IS NULL OR n.id < ${after}::uuid)
      AND (${kinds}::text[] IS NULL OR n.kind = ANY (${kinds}::text[])) AND ${READABLE}
    ORDER BY n.id DESC LIMIT ${literalNumber(limit + 1)}`;
  const items = rows.slice(0, limit).map(noticeOf);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function noticeOf(row: Row): NoticeView {
  const kind = NOTICE_KINDS.find((one): one is NoticeKind => one === row.kind) ?? "decision";
  return {
    id: row.id,
    kind,
    at: row.at.toISOString(),
    read: row.read_at !== null,
    article: row.slug !== null && row.title !== null ? { slug: row.slug, title: row.title } : null,
    comment:
      row.comment_id === null
        ? null
        : {
            id: row.comment_id,
            author: authorOf(row),
            excerpt: row.html === null ? "" : ownWords(fromStore(row.html), EXCERPT),
            answers: row.parent_id,
          },
    decision:
      row.decision_id !== null && row.action !== null
        ? { id: row.decision_id, action: row.action, ground: row.ground }
        : null,
    correction: kind === "correction" ? row.correction : null,
    queue: queueNamed(row.queue),
  };
}

const authorOf = ({ handle, name }: Row): { handle: string; name: string } | null =>
  handle !== null && name !== null ? { handle, name } : null;
