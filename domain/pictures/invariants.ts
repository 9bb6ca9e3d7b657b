import "server-only";

import { database } from "@/platform/database";
import type { Difference, Invariant } from "@/platform/invariant";
import * as t from "#messages/pictures";

/** What is true of sound pictures. `moot check` runs these. */
export const invariants: readonly Invariant[] = [
  {
    name: t.picturesHaveTheirFiles,
    run: () => database().$queryRaw<Difference[]>`
      SELECT 'picture ' || p.hash AS where, count(f.hash)::text AS stored, 'a jpg and a webp of its width' AS counted
      FROM picture p LEFT JOIN picture_file f ON f.hash = p.hash
      GROUP BY p.hash, p.width
      HAVING NOT coalesce(bool_or(f.format = 'jpg'), false) OR NOT coalesce(bool_or(f.format = 'webp' AND f.width = p.width), false)
      LIMIT 1000`,
  },
  {
    // Pictures are found in a text as `hashesIn` finds them.
    name: t.picturesAreShownByWhatNamesThem,
    run: () => database().$queryRaw<Difference[]>`
      WITH text (what, words) AS (
        SELECT concat_ws(' ', 'article', article_id, 'revision', number), concat_ws(' ', source, '/pictures/' || (picture ->> 'hash')) FROM article_revision
        UNION ALL SELECT concat_ws(' ', 'draft', id), fields::text FROM article_draft
        UNION ALL SELECT concat_ws(' ', part, 'version', version), value::text FROM site_version),
      named AS (
        SELECT DISTINCT what, parts[1] AS hash, true AS is_named FROM text CROSS JOIN LATERAL regexp_matches(words, '/pictures/([0-9a-f]{32})', 'g') AS found (parts)
        WHERE EXISTS (SELECT FROM picture p WHERE p.hash = parts[1])),
      noted AS (
        SELECT coalesce('article ' || article_id || ' revision ' || revision, 'draft ' || draft_id, part || ' version ' || version) AS what, hash, true AS is_noted
        FROM picture_use)
      SELECT concat_ws(' ', 'picture', hash, 'in', what) AS where, CASE WHEN is_noted THEN 'noted' ELSE 'not noted' END AS stored,
        CASE WHEN is_named THEN 'named' ELSE 'not named' END AS counted
      FROM named FULL JOIN noted USING (what, hash)
      WHERE is_named IS NULL OR is_noted IS NULL LIMIT 1000`,
  },
];
