import "server-only";

import { MAILABLE, recipientJoins } from "./mailable";
import { NOTICE_KINDS, type NoticeKind } from "@/domain/inbox/notice";
import { noticeJoins } from "@/domain/inbox/readable";
import type { Database, Prisma } from "@/platform/database";

/** A notice with everything a mail says of it. Absent texts do not leave the database. */
export type Told = {
  id: string;
  kind: NoticeKind;
  memberId: string;
  email: string;
  article: {
    id: string;
    slug: string;
    title: string;
    standfirst: string;
    author: string;
    correction: string | null;
  } | null;
  comment: { id: string; author: string | null; html: string } | null;
  /** What the comment answers, where that can be read; `own`: its reader wrote it. */
  answers: { id: string; author: string | null; html: string; own: boolean } | null;
  /** `words` is what the moderator said. */
  decision: { id: string; action: string; words: string | null } | null;
  queue: string | null;
};

type Row = Omit<Told, "kind"> & { kind: string };

/** Those of these notices that a mail may say now, in the order of time, held until the transaction ends; none that another process holds. */
export async function toldBy(tx: Database, which: Prisma.Sql): Promise<Told[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT n.id, n.kind, n.member_id AS "memberId", who.email,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'slug', a.slug, 'title', ar.title, 'standfirst', ar.standfirst,
        'author', ar.author, 'correction', ar.correction) END AS article,
      CASE WHEN c.state = 'visible' OR c.author_id = n.member_id THEN json_build_object('id', c.id, 'author', m.name, 'html', c.html) END AS comment,
      CASE WHEN p.state = 'visible' THEN json_build_object('id', p.id, 'author', pm.name, 'html', p.html, 'own', p.author_id = n.member_id) END AS answers,
      CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'action', d.action, 'words', d.statement ->> 'explanation') END AS decision,
      CASE WHEN n.kind = 'queue-waits' THEN split_part(n.cause, ' ', 2) END AS queue
    FROM notice n ${noticeJoins} ${recipientJoins}
    LEFT JOIN article_revision ar ON ar.article_id = a.id AND ar.number = a.revision
    LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    LEFT JOIN comment p ON p.id = c.parent_id LEFT JOIN member pm ON pm.id = p.author_id AND pm.hidden_at IS NULL
    LEFT JOIN decision d ON d.id = n.subject_id
    WHERE ${which} AND ${MAILABLE}
    ORDER BY n.id FOR UPDATE OF n SKIP LOCKED`;
  return rows.flatMap((row) => {
    const kind = NOTICE_KINDS.find((one) => one === row.kind);
    return kind ? [{ ...row, kind }] : [];
  });
}
