import "server-only";

import { digestOf, recordOf } from "./queries";
import { database, literalNumber, transaction } from "@/platform/database";

/** A record still changes this long after the close: comments are withdrawn, sides reply. Days. */
const WATCHED_DAYS = 365;

/** Closed polls whose records are looked at together. */
const POLLS_AT_ONCE = 100;

/** Gives a number to every record that says something new, each by itself: what one of them fails on keeps no other. Returns how many did. */
export async function keepRecords(): Promise<number> {
  let added = 0;
  const troubles: unknown[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const closed = await closedAfter(after);
    for (const { id, slug } of closed)
      await keepRecord(id, slug).then(
        (kept) => (added += Number(kept)),
        (error: unknown) => troubles.push(error),
      );
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
