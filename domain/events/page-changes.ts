import "server-only";

import { PAGE_CHANGES_KEPT_MINUTES } from "./kept";
import { SCORE_HIDDEN_MINUTES } from "@/domain/comments/ranking";
import { Prisma, query } from "@/platform/database";
import { STATE, type SiteState } from "./staleness";

/** One reading of what has changed: its place among them, when it was begun, and what had been decided by then. Milliseconds since 1970. */
export type Look = Readonly<{ nth: number; began: number; state: SiteState | null }>;

/** Whose pages have changed: slugs of articles, and '' for all of the site. Its `snapshot` is where the next reading goes on. */
export type Changes = SiteState & Readonly<{ changed: readonly string[] }>;

/** After so long without a look all pages are taken for changed, long before anything is forgotten. Milliseconds. */
const BLIND_AFTER = (PAGE_CHANGES_KEPT_MINUTES * 60_000) / 10;
/** Articles whose last change is remembered, each; with more, all pages are taken for changed and it begins anew. */
const ARTICLES = 5_000;

type Means = Readonly<{ read?: (since: string | null) => Promise<Changes>; now?: () => number }>;

/**
 * Follows which public pages change. A look finds all that was committed since the one before, whoever wrote it (prisma/functions/pages.sql),
 * and one look serves everybody who asks meanwhile. What was drawn after a look and has not moved since is as a new drawing would be.
 */
export function pageChanges({ read = readChanges, now = Date.now }: Means = {}) {
  let last: Look = { nth: 0, began: -Infinity, state: null };
  let snapshot: string | null = null;
  /** Which look found the last change of all pages at once, of any, and of each article's. */
  let allMoved = 0;
  let anyMoved = 0;
  const moved = new Map<string, number>();
  let underWay: Promise<void> | null = null;

  /** The newest look that began after that moment. @throws where the database cannot say */
  async function look(after: number): Promise<Look> {
    // A clock that was set back makes a look of the future, which says nothing of now.
    while (last.began <= after || last.began > now()) {
      underWay ??= readOn().finally(() => (underWay = null));
      await underWay;
    }
    return last;
  }

  async function readOn(): Promise<void> {
    const began = now();
    const isBlind = began - last.began > BLIND_AFTER;
    const found = await read(isBlind ? null : snapshot);
    const nth = last.nth + 1;
    if (isBlind || found.changed.includes("") || moved.size > ARTICLES) {
      allMoved = nth;
      moved.clear();
    } else for (const slug of found.changed) moved.set(slug, nth);
    if (isBlind || found.changed.length > 0) anyMoved = nth;
    snapshot = found.snapshot;
    last = { nth, began, state: { snapshot, standing: found.standing } };
  }

  /** Whether the pages of an article, or whatever is of no single one, have changed since that look. */
  function hasMoved(article: string | null, { nth }: Pick<Look, "nth">): boolean {
    return allMoved > nth || (article === null ? anyMoved : (moved.get(article) ?? 0)) > nth;
  }

  return { look, hasMoved };
}

async function readChanges(since: string | null): Promise<Changes> {
  const [row] = await query<Changes>(Prisma.sql`
    SELECT ${STATE}, coalesce(pages_changed_since(${since}::text::pg_snapshot), '{}') AS changed`);
  if (!row) throw new Error("The database said nothing about its pages.");
  return row;
}

/**
 * How long nothing that public pages show changes by the clock alone: polls open and close, discussions close, and reactions come out an
 * hour after the comment. @param article null for pages of no single one @returns milliseconds; null for ever
 */
export async function unchangedFor(article: string | null): Promise<number | null> {
  const here = (id: Prisma.Sql) =>
    article === null
      ? Prisma.sql`true`
      : Prisma.sql`${id} = (SELECT id FROM article WHERE slug = ${article})`;
  const hidden = Prisma.sql`make_interval(mins => ${SCORE_HIDDEN_MINUTES}::int)`;
  const [row] = await query<{ left: number | null }>(Prisma.sql`
    SELECT (date_part('epoch', min(at) - now()) * 1000)::float8 AS left FROM (
      SELECT min(opens_at) AS at FROM poll WHERE opens_at > now() AND ${here(Prisma.sql`article_id`)}
      UNION ALL SELECT min(closes_at) FROM poll WHERE closes_at > now() AND ${here(Prisma.sql`article_id`)}
      UNION ALL SELECT min(closes_at) FROM article WHERE closes_at > now() AND ${here(Prisma.sql`id`)}
      UNION ALL SELECT min(posted_at) + ${hidden} FROM comment
        WHERE id > uuid_floor(now() - ${hidden}) AND posted_at > now() - ${hidden} AND respect + unconvinced > 0
          AND ${here(Prisma.sql`article_id`)}) moments`);
  return row?.left ?? null;
}
