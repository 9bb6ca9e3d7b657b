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
];
