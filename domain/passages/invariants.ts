import "server-only";

import type { Difference, Invariant } from "@/platform/invariant";
import { database } from "@/platform/database";
import * as t from "#messages/passages";

/** What is true of sound passages. `moot check` runs these. */
export const invariants: readonly Invariant[] = [
  {
    name: t.passagesAreCounted,
    run: () => database().$queryRaw<Difference[]>`
      SELECT concat_ws(' ', 'article', article_id, 'block', block) AS where,
        concat_ws(', ', coalesce(n.visible, 0), coalesce(n.moved, 0)) AS stored,
        concat_ws(', ', coalesce(p.visible, 0), coalesce(p.moved, 0)) AS counted
      FROM passage_count n FULL JOIN (
        SELECT p.article_id, p.block, count(*)::int AS visible, coalesce(sum(moved.minds), 0)::int AS moved
        FROM passage p JOIN comment c ON c.id = p.comment_id LEFT JOIN (
          SELECT coalesce(root_id, id) AS root, sum(changed_minds) AS minds FROM comment
          WHERE state = 'visible' AND changed_minds > 0 GROUP BY 1) moved ON moved.root = c.id
        WHERE c.state = 'visible' GROUP BY 1, 2) p USING (article_id, block)
      WHERE (coalesce(n.visible, 0), coalesce(n.moved, 0)) <> (coalesce(p.visible, 0), coalesce(p.moved, 0)) LIMIT 1000`,
  },
];
