import "server-only";

import type { Member } from "@/domain/members/member";
import { mayModerate, scopeOf } from "@/domain/moderation/decisions/policy";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { waitingProfiles } from "@/domain/moderation/profiles/queries";
import { withinScope } from "@/domain/moderation/decisions/scope";
import { readCursor, writeCursor } from "./cursor";
import { claimOf, describeItems, isAbout, type QueueRow } from "./items";
import { COUNTED_AT_MOST, QUEUES, WAITING, type DeskPage, type Queue, type StandingDecision } from "./queue";
import { DEFAULT_LIMIT, type QueueQuery } from "./schema";
import { database, literalNumber, Prisma } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/desk";

/** How much is in each queue: from the maintained counts; for who moderates some articles counted there, no further than `COUNTED_AT_MOST`. */
export async function queueCounts(viewer: Member): Promise<Record<Queue, number>> {
  const counts = scopeOf(viewer) === null ? await queueSizes() : await countsOfSome(viewer);
  const count = (queue: Queue) => counts.get(queue) ?? 0;
  return {
    reported: count("reported"),
    held: count("held"),
    new: count("new"),
    appeals: count("appeals"),
    approved: count("approved"),
    rejected: count("rejected"),
  };
}

/** How much stands in each queue of the site. Figures without a viewer, for whoever watches the machine. */
export async function queueSizes(): Promise<Map<string, number>> {
  const rows = await database().queueCount.groupBy({ by: ["queue"], _sum: { items: true } });
  return new Map(rows.map(({ queue, _sum }) => [queue, _sum.items ?? 0]));
}

/** In the order of the index, so that an empty queue is not looked for in all the others. */
async function countsOfSome(viewer: Member): Promise<Map<string, number>> {
  const rows = await database().$queryRaw<{ queue: string; items: number }[]>`
    SELECT queue, (SELECT count(*)::int FROM (
      SELECT FROM unnest(${viewer.moderates ?? []}::uuid[]) AS mine(id) CROSS JOIN LATERAL (
        SELECT FROM queue_item q WHERE q.queue = name.queue AND q.article_id = mine.id
        ORDER BY q.since, q.subject_id LIMIT ${literalNumber(COUNTED_AT_MOST)}) there LIMIT ${literalNumber(COUNTED_AT_MOST)}) few) AS items
    FROM unnest(${[...QUEUES]}::text[]) AS name(queue)`;
  return new Map(rows.map(({ queue, items }) => [queue, items]));
}

/** How much asks for this moderator now: appeals against their own decisions are for others. */
export async function waiting(viewer: Member): Promise<number> {
  const [counts, profiles] = await Promise.all([queueCounts(viewer), waitingProfiles(viewer)]);
  const others = counts.appeals === 0 ? 0 : await appealsForOthers(viewer);
  return WAITING.reduce((sum, queue) => sum + counts[queue], profiles - others);
}

/** Appeals that wait, within one's reach, for anybody but the viewer (`mayAnswer`); no more are looked at than are counted. */
async function appealsForOthers(viewer: Member): Promise<number> {
  const articles = scopeOf(viewer);
  const [row] = await database().$queryRaw<[{ count: number }]>`
    SELECT count(*) FILTER (WHERE p.member_id = ${viewer.id}::uuid OR d.moderator_id = ${viewer.id}::uuid)::int AS count
    FROM (SELECT subject_id FROM queue_item
        WHERE queue = 'appeals' AND (${articles}::uuid[] IS NULL OR article_id = ANY(${articles}::uuid[]))
        ORDER BY since, subject_id LIMIT ${literalNumber(COUNTED_AT_MOST)}) q
      JOIN appeal p ON p.id = q.subject_id JOIN decision d ON d.id = p.decision_id`;
  return row.count;
}

/**
 * A page of one queue: what waits longest first, what was decided last first. Stance and reactions are not read at all.
 * @throws SignInFirst, NotAllowed, Malformed for a foreign cursor
 */
export async function queuePage(query: QueueQuery, viewer: Member): Promise<DeskPage> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await database().$queryRaw<QueueRow[]>(pageQuery(query, limit + 1, scopeOf(viewer)));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await describeItems(shown, viewer),
    next: rows.length > limit && last ? writeCursor(last.since, last.subject_id) : null,
  };
}

/** The comments that match in a queue, in its order, at most so many: what the desk would show page after page. */
export async function matching(query: QueueQuery, limit: number, viewer: Member): Promise<string[]> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().$queryRaw<QueueRow[]>(pageQuery(query, limit, scopeOf(viewer)));
  return rows.map(({ comment_id }) => comment_id);
}

/** For who moderates some articles: as much of each, and then the first of all, so that others' queues are not read through. */
function pageQuery(query: QueueQuery, limit: number, articles: string[] | null): Prisma.Sql {
  const order = isDone(query.queue) ? Prisma.sql`since DESC, subject_id DESC` : Prisma.sql`since, subject_id`;
  const among = (here: Prisma.Sql) => Prisma.sql`
    SELECT q.queue, q.subject_id, q.since, q.claimed_by, q.claimed_until, claimer.name AS claimed_name,
      coalesce(d.comment_id, q.subject_id) AS comment_id
    FROM queue_item q LEFT JOIN member claimer ON claimer.id = q.claimed_by AND q.claimed_until > now()
    LEFT JOIN appeal a ON a.id = q.subject_id AND q.queue = 'appeals' LEFT JOIN decision d ON d.id = a.decision_id
    WHERE ${Prisma.join([here, ...conditions(query)], " AND ")} ORDER BY ${order} LIMIT ${literalNumber(limit)}`;
  if (articles === null) return among(Prisma.sql`true`);
  return Prisma.sql`SELECT page.* FROM unnest(${articles}::uuid[]) AS mine(id)
    CROSS JOIN LATERAL (${among(Prisma.sql`q.article_id = mine.id`)}) page ORDER BY ${order} LIMIT ${literalNumber(limit)}`;
}

const isDone = (queue: Queue): boolean => queue === "approved" || queue === "rejected";

function conditions({ queue, article, member, rule, reason, age, q, after }: QueueQuery): Prisma.Sql[] {
  const all = [Prisma.sql`q.queue = ${queue}`];
  if (after !== undefined) {
    const { since, subject } = readCursor(after);
    const place = Prisma.sql`(${since}::timestamptz, ${subject}::uuid)`;
    all.push(
      isDone(queue)
        ? Prisma.sql`(q.since, q.subject_id) < ${place}`
        : Prisma.sql`(q.since, q.subject_id) > ${place}`,
    );
  }
  if (article !== undefined)
    all.push(Prisma.sql`q.article_id = (SELECT id FROM article WHERE slug = ${article})`);
  if (member !== undefined)
    all.push(Prisma.sql`q.member_id = (SELECT id FROM member WHERE handle = ${member})`);
  if (age !== undefined) all.push(Prisma.sql`q.since < now() - make_interval(hours => ${age}::int)`);
  if (rule !== undefined)
    all.push(
      Prisma.sql`EXISTS (SELECT FROM finding f WHERE f.comment_id = q.subject_id AND f.rule = ${rule} AND f.undone_at IS NULL)`,
    );
  if (reason !== undefined)
    all.push(
      Prisma.sql`EXISTS (SELECT FROM report r WHERE r.comment_id = q.subject_id AND r.reason = ${reason})`,
    );
  if (q !== undefined && q !== "")
    all.push(
      Prisma.sql`EXISTS (SELECT FROM comment c WHERE c.id = coalesce(d.comment_id, q.subject_id) AND c.source ILIKE ANY (${spellings(q)}))`,
    );
  return all;
}

/** Patterns for what was typed, however many blanks are in it, and with ß for ss and ss for ß. */
function spellings(typed: string): string[] {
  const words = typed
    .trim()
    .replace(/\s+/gu, " ")
    .normalize("NFC")
    .replace(/[\\%_]/gu, "\\$&");
  const all = [words, words.replace(/ss/giu, "ß"), words.replace(/[ßẞ]/gu, "ss")];
  return Array.from(new Set(all), (one) => `%${one}%`);
}

/** Where these comments stand now: for a desk that shows them, so that others' decisions and claims appear in place. */
export async function standings(ids: string[], viewer: Member): Promise<StandingDecision[]> {
  authorize(mayModerate(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().$queryRaw<
    (Pick<StandingDecision, "id" | "state" | "revision"> & QueueRow & { author_id: string | null })[]
  >`
    SELECT c.id, c.author_id, c.state::text AS state, c.revision, q.claimed_by, q.claimed_until, m.name AS claimed_name
    FROM comment c
    LEFT JOIN LATERAL (SELECT claimed_by, claimed_until FROM queue_item WHERE subject_id = c.id AND claimed_until > now() LIMIT 1) q ON true
    LEFT JOIN member m ON m.id = q.claimed_by WHERE c.id = ANY(${ids}::uuid[]) AND ${withinScope(viewer, Prisma.sql`c.article_id`)}`;
  const last = await lastDecisions(database(), ids);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    revision: row.revision,
    last: last.get(row.id) ?? null,
    claim: isAbout(viewer, row.author_id) ? null : claimOf(row, viewer),
  }));
}
