import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { Member, Role } from "@/domain/members/member";
import { seesTheDesk } from "@/domain/moderation/decisions/policy";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { actionOf, type Statement } from "@/domain/moderation/decisions/decision";
import { ENTRIES_ON_A_PAGE, type LogEntry, type LogPage, type PublicEntry } from "./entry";
import type { LogQuery } from "./schema";
import { currentSettings } from "@/domain/moderation/settings/queries";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import * as t from "#messages/transparency";

type Row = {
  id: string;
  seq: bigint;
  at: Date;
  action: string;
  by_handle: string | null;
  by_name: string | null;
  by_role: Role | null;
  handle: string | null;
  name: string | null;
  comment_id: string | null;
  revision: number | null;
  slug: string | null;
  title: string | null;
  ground: string | null;
  rules_version: number | null;
  statement: Partial<Statement> | null;
  before: string | null;
  after: string | null;
  undoes: string | null;
  bulk: string | null;
};

/** The log of decisions, newest first, for moderators. */
export async function logPage(query: LogQuery, viewer: Member): Promise<LogPage<LogEntry>> {
  authorize(seesTheDesk(viewer), viewer, t.theLogWithNames);
  return page(query, entryOf, withinScope(viewer, Prisma.sql`d.article_id`));
}

/** The log without names, where the site wants it public. */
export async function publicLogPage(
  query: Pick<LogQuery, "action" | "after">,
): Promise<LogPage<PublicEntry>> {
  if (!(await currentSettings()).publicLog) throw new NotFound(t.thisSiteKeepsItsLog);
  return page(
    { action: query.action, after: query.after },
    (row) => publicOf(entryOf(row)),
    Prisma.sql`true`,
    PUBLISHED,
  );
}

async function page<Entry extends { seq: number }>(
  query: Partial<LogQuery>,
  view: (row: Row) => Entry,
  scope: Prisma.Sql = Prisma.sql`true`,
  named: Prisma.Sql = Prisma.sql`true`,
): Promise<LogPage<Entry>> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT d.id, d.seq, d.at, d.action, b.handle AS by_handle, b.name AS by_name, b.role::text AS by_role, m.handle, m.name,
      d.comment_id, d.revision, a.slug, r.title, d.ground, d.rules_version, d.statement, d.before, d.after, d.undoes, d.bulk
    FROM decision d LEFT JOIN member b ON b.id = d.moderator_id AND b.hidden_at IS NULL
      LEFT JOIN member m ON m.id = d.member_id AND m.hidden_at IS NULL
      LEFT JOIN article a ON a.id = d.article_id AND ${named} LEFT JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE ${Prisma.join([scope, ...conditions(query)], " AND ")} ORDER BY d.seq DESC LIMIT ${literalNumber(ENTRIES_ON_A_PAGE + 1)}`;
  const items = rows.slice(0, ENTRIES_ON_A_PAGE).map(view);
  return { items, next: rows.length > ENTRIES_ON_A_PAGE ? String(items.at(-1)?.seq ?? "") : null };
}

function conditions({ action, moderator, member, comment, after }: Partial<LogQuery>): Prisma.Sql[] {
  const all: Prisma.Sql[] = [];
  if (action !== undefined) all.push(Prisma.sql`d.action = ${action}`);
  if (moderator !== undefined)
    all.push(Prisma.sql`d.moderator_id = (SELECT id FROM member WHERE handle = ${moderator})`);
  if (member !== undefined)
    all.push(Prisma.sql`d.member_id = (SELECT id FROM member WHERE handle = ${member})`);
  if (comment !== undefined) all.push(Prisma.sql`d.comment_id = ${comment}::uuid`);
  if (after !== undefined) all.push(Prisma.sql`d.seq < ${after}`);
  return all;
}

const entryOf = (row: Row): LogEntry => ({
  id: row.id,
  seq: Number(row.seq),
  at: row.at.toISOString(),
  action: actionOf(row.action),
  moderator:
    row.by_handle === null || row.by_name === null || row.by_role === null
      ? null
      : { handle: row.by_handle, name: row.by_name, role: row.by_role },
  member: row.handle === null || row.name === null ? null : { handle: row.handle, name: row.name },
  comment: row.comment_id,
  revision: row.revision,
  article: row.slug === null || row.title === null ? null : { slug: row.slug, title: row.title },
  ground: row.ground,
  rulesVersion: row.rules_version,
  statement: row.statement,
  before: row.before,
  after: row.after,
  undoes: row.undoes,
  bulk: row.bulk,
});

const publicOf = ({
  seq,
  at,
  action,
  article,
  ground,
  rulesVersion,
  before,
  after,
  statement,
}: LogEntry): PublicEntry => ({
  seq,
  at,
  action,
  article,
  ground,
  rulesVersion,
  before,
  after,
  source: statement?.source ?? null,
  automatedDetection: statement?.automatedDetection ?? false,
  until: statement?.until ?? null,
});
