import "server-only";

import { database, Prisma, query } from "@/platform/database";

/** What had been decided when a page began to be drawn; compared, never read. */
export type SiteState = Readonly<{
  /** Which transactions were seen (`pg_snapshot`). */
  snapshot: string;
  /** Decisions, settings, rules and ends of discussions and polls. */
  standing: string;
}>;

/**
 * What only adds to a page, which may be missing from it for a while, or is in none: that somebody signed out (a ban is a decision
 * as well). Every other kind of event takes something away or changes it.
 */
const ADDITIONS = [
  "comment.posted",
  "comment.reacted",
  "comment.bridged",
  "comment.restored",
  "thread.unlocked",
  "poll.moved",
  "session.ended",
  "member.gone",
];

/** As SQL: `snapshot` and `standing` of a `SiteState`. */
export const STATE = Prisma.sql`pg_current_snapshot()::text AS snapshot, concat_ws(' / ',
      (SELECT max(seq) FROM decision WHERE action <> 'approve'),
      (SELECT string_agg(key || ' ' || xmin::text, ',' ORDER BY key) FROM site_setting),
      -- The first version holds from the beginning, and is written down when somebody first needs it.
      (SELECT coalesce(max(version), 1) FROM house_rules),
      (SELECT max(at) FROM site_version),
      -- Whoever sets another end, or opens it again, decides.
      (SELECT max(closes_at) FROM article WHERE closes_at <= now()),
      (SELECT count(*) FROM poll WHERE closes_at <= now())) AS standing`;

export async function currentState(): Promise<SiteState> {
  const [row] = await query<SiteState>(Prisma.sql`SELECT ${STATE}`);
  if (!row) throw new Error("The database said nothing about its state.");
  return row;
}

/**
 * Whether since then nothing has been taken away or changed that any public page may show: no removal, rejection, edit, lock,
 * ban, closing or change of settings, by whatever transaction has been committed after that snapshot. Of the whole site, because
 * a page shows more than its own article.
 */
export async function isUnchangedSince({ snapshot, standing }: SiteState): Promise<boolean> {
  const [row, now] = await Promise.all([
    database().$queryRaw<{ changed: boolean }[]>`
      SELECT EXISTS (
        SELECT FROM event WHERE tx >= pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint AND kind <> ALL (${ADDITIONS})
          AND NOT pg_visible_in_snapshot(tx::text::xid8, ${snapshot}::pg_snapshot)) AS changed`,
    currentState(),
  ]);
  return row[0]?.changed === false && now.standing === standing;
}
