import "server-only";

import { digestOf, recordOf } from "./queries";
import { database } from "@/platform/database";

/** A record still changes this long after the close: comments are withdrawn, sides reply. Days. */
const WATCHED_DAYS = 365;

/** Gives a number to every record that says something new. Returns how many did. */
export async function keepRecords(): Promise<number> {
  const closed = await database().$queryRaw<
    { id: string; slug: string; digest: string | null; version: number | null }[]
  >`
    SELECT p.id, a.slug, r.digest, r.version FROM poll p JOIN article a ON a.id = p.article_id
      LEFT JOIN LATERAL (SELECT digest, version FROM poll_record WHERE poll_id = p.id ORDER BY version DESC LIMIT 1) r ON true
    WHERE p.closes_at BETWEEN now() - make_interval(days => ${WATCHED_DAYS}) AND now()`;
  let added = 0;
  for (const { id, slug, digest, version } of closed) {
    const found = await recordOf(slug);
    const present = found && digestOf(found.record);
    if (present === null || present === digest) continue;
    await database().pollRecord.create({
      data: { pollId: id, version: (version ?? 0) + 1, digest: present },
    });
    added++;
  }
  return added;
}
