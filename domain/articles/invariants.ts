import "server-only";

import type { Difference, Invariant } from "@/platform/invariant";
import { database } from "@/platform/database";
import * as t from "#messages/articles";

/** What is true of sound listings. `moot check` runs these. */
export const invariants: readonly Invariant[] = [
  {
    name: t.listingsAreOfRevisions,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', article_id, kind, name) AS where,
        coalesce(l.published_at::text, 'nowhere') AS stored, coalesce(r.published_at::text, 'nowhere') AS counted
      FROM (SELECT kind::text, name, article_id, published_at FROM article_listing) l
        FULL JOIN (
          SELECT n.kind::text, n.name, a.id AS article_id, a.published_at FROM article a CROSS JOIN LATERAL listings_of(a.id) n
        ) r USING (kind, name, article_id)
      WHERE l.published_at IS DISTINCT FROM r.published_at LIMIT 1000`,
  },
  {
    name: t.revisionsAreWhole,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', a.id) AS where, a.revision::text AS stored, concat(count(r.number), ' up to ', coalesce(max(r.number), 0)) AS counted
      FROM article a LEFT JOIN article_revision r ON r.article_id = a.id
      GROUP BY a.id HAVING count(r.number) <> a.revision OR coalesce(max(r.number), 0) <> a.revision LIMIT 1000`,
  },
  {
    name: t.writersHaveTheirArticles,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', a.id, 'writer', n.member_id) AS where, coalesce(w.published_at::text, 'nowhere') AS stored,
        a.published_at::text AS counted
      FROM article a JOIN (SELECT article_id, member_id FROM article_author WHERE member_id IS NOT NULL
          UNION SELECT article_id, member_id FROM article_writer) n ON n.article_id = a.id
        LEFT JOIN article_writer w ON w.article_id = a.id AND w.member_id = n.member_id
      WHERE w.published_at IS DISTINCT FROM a.published_at LIMIT 1000`,
  },
  {
    name: t.bylinesAreOfTheirAuthors,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', r.article_id, 'revision', r.number) AS where, r.author AS stored, n.name AS counted
      FROM article_revision r JOIN article_author n ON n.article_id = r.article_id AND n.revision = r.number
      WHERE strpos(r.author, n.name) = 0 LIMIT 1000`,
  },
  {
    name: t.oneArticleIsOnTop,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', id) AS where, lead_since::text AS stored, 'another was put there later' AS counted
      FROM article WHERE lead_since IS NOT NULL AND lead_since < (SELECT max(lead_since) FROM article) LIMIT 1000`,
  },
];
