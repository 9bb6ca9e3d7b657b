import "server-only";

import type { Difference, Invariant } from "@/platform/invariant";
import { database } from "@/platform/database";
import * as t from "#messages/search";

/** What is true of a sound index, once it has taken in what was there before it. `moot check` runs these. */
export const invariants: readonly Invariant[] = [
  {
    name: t.searchHasWhatCanBeRead,
    run: () => database().$queryRaw<Difference[]>`
      SELECT 'comment ' || id AS where, coalesce(e.found_by, 'nobody') AS stored, coalesce(c.found_by, 'nobody') AS counted
      FROM (
        SELECT id, CASE state WHEN 'visible' THEN 'everybody' ELSE 'its author' END AS found_by FROM comment
        WHERE state = 'visible' AND listed OR state = 'held' AND author_id IS NOT NULL
      ) c FULL JOIN (
        SELECT id, CASE WHEN public THEN 'everybody' ELSE 'its author' END AS found_by FROM search_entry WHERE kind = 'comment'
      ) e USING (id)
      WHERE c.found_by IS DISTINCT FROM e.found_by AND (e.id IS NOT NULL OR NOT EXISTS (SELECT FROM search_filling WHERE NOT done))
      LIMIT 1000`,
  },
  {
    name: t.deskSearchHasWhatIsHidden,
    run: () => database().$queryRaw<Difference[]>`
      SELECT 'comment ' || id AS where, coalesce(h.state::text, 'none') AS stored, coalesce(c.state::text, 'none') AS counted
      FROM (SELECT id, state FROM comment WHERE state <> 'visible' AND html <> '') c FULL JOIN search_hidden h USING (id)
      WHERE c.state IS DISTINCT FROM h.state AND (h.id IS NOT NULL OR NOT EXISTS (SELECT FROM search_filling WHERE NOT done))
      LIMIT 1000`,
  },
  {
    name: t.searchHasWhoIsHere,
    run: () => database().$queryRaw<Difference[]>`
      SELECT 'member ' || coalesce(m.id, s.member_id) AS where, coalesce(s.handle, 'none') AS stored, coalesce(m.handle, 'none') AS counted
      FROM (SELECT id, handle FROM member WHERE hidden_at IS NULL AND erased_at IS NULL) m
        FULL JOIN search_member s ON s.member_id = m.id
      WHERE m.handle IS DISTINCT FROM s.handle AND (s.member_id IS NOT NULL OR NOT EXISTS (SELECT FROM search_filling WHERE NOT done))
      LIMIT 1000`,
  },
];
