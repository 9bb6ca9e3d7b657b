import "server-only";

import { digestOf, recordOf } from "./queries";
import { pageChanges, type Look } from "@/domain/events/page-changes";
import { database, literalNumber, transaction } from "@/platform/database";
import { processSingleton } from "@/platform/process-singleton";

/** A record still changes this long after the close: comments are withdrawn, sides reply. Days. */
const WATCHED_DAYS = 365;

/** A record is looked at again after so long whatever has changed. Milliseconds. */
const LOOKED_AT_FOR = 86_400_000;

/** When this process last found each poll's record written down. */
const lookedAt = processSingleton("records that were looked at", () => ({
  changes: pageChanges(),
  polls: new Map<string, Look>(),
}));

/** Closed polls whose records are looked at together. */
const POLLS_AT_ONCE = 100;

/**
 * Gives a number to every record that says something new, each by itself: what one of them fails on keeps no other. Only those whose pages have changed
 * since the last look are put together: they are as many as polls that closed within a year. Returns how many did.
 */
export async function keepRecords(): Promise<number> {
  let added = 0;
  const troubles: unknown[] = [];
  const { changes, polls } = lookedAt;
  const before = new Map(polls);
  polls.clear();
  const look = await changes.look(Date.now() - 1);
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const closed = await closedAfter(after);
    for (const { id, slug } of closed) {
      const last = before.get(id);
      if (last && look.began - last.began < LOOKED_AT_FOR && !changes.hasMoved(slug, last)) {
        polls.set(id, last);
        continue;
      }
      await keepRecord(id, slug).then(
        (kept) => {
          added += Number(kept);
          polls.set(id, look);
        },
        (error: unknown) => troubles.push(error),
      );
    }
    const last = closed.at(-1);
    if (closed.length < POLLS_AT_ONCE || !last) break;
    after = last.id;
  }
  if (troubles.length > 0) throw new AggregateError(troubles, "Some records were not kept.");
  return added;
}

const closedAfter = (after: string): Promise<{ id: string; slug: string }[]> => database().$queryRaw`
  SELECT p.id, a.slug FROM poll p JOIN article a ON a.id = p.article_id
  WHERE p.closes_at BETWEEN now() - make_interval(days => ${WATCHED_DAYS}) AND now() AND p.id > ${after}::uuid
  ORDER BY p.id LIMIT ${literalNumber(POLLS_AT_ONCE)}`;

/** Of several processes one writes it down: the others find it written, or that they are not the next. */
const keepRecord = (pollId: string, slug: string): Promise<boolean> =>
  transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ ours: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`record ${pollId}`}, 0)) AS ours`;
    if (!lock?.ours) return false;
    const kept = await tx.pollRecord.findFirst({ where: { pollId }, orderBy: { version: "desc" } });
    const found = await recordOf(slug);
    const digest = found && digestOf(found.record);
    if (digest === null || digest === kept?.digest) return false;
    await tx.pollRecord.create({ data: { pollId, version: (kept?.version ?? 0) + 1, digest } });
    return true;
  });
