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
          SELECT DISTINCT n.kind, n.name, a.id AS article_id, a.published_at
          FROM article a JOIN article_revision v ON v.article_id = a.id AND v.number = a.revision
            CROSS JOIN LATERAL (SELECT 'tag', unnest(v.tags) UNION ALL SELECT 'author', v.author) AS n (kind, name)
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
    name: t.oneArticleIsOnTop,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', id) AS where, lead_since::text AS stored, 'another was put there later' AS counted
      FROM article WHERE lead_since IS NOT NULL AND lead_since < (SELECT max(lead_since) FROM article) LIMIT 1000`,
  },
];
