-- Where counts and rows differ, for `moot check`; a sound database answers nothing, so these tell no count.

-- In releases up to 0.2 they knew no single rule.
DROP FUNCTION IF EXISTS check_ballots();
DROP FUNCTION IF EXISTS check_debates();

-- The ballot box against its rows, by one rule, or by all of them: each rule reads its tables through.
CREATE OR REPLACE FUNCTION check_ballots(only_rule text DEFAULT NULL) RETURNS TABLE (rule text, place text, stored text, counted text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH total AS (SELECT poll_id, option_key, sum(votes) AS votes FROM tally GROUP BY poll_id, option_key),
    batch AS (SELECT poll_id, sum(moved) AS moved, max(as_of) AS as_of FROM tally_batch GROUP BY poll_id)
  SELECT 'tally', 'poll ' || t.poll_id || ', option ' || t.option_key, t.votes::text, n.votes::text
  FROM total t CROSS JOIN LATERAL (SELECT count(*)
      + coalesce((SELECT l.votes FROM loose_ballot l WHERE l.poll_id = t.poll_id AND l.option_key = t.option_key), 0) AS votes
    FROM vote v WHERE v.poll_id = t.poll_id AND v.option_key = t.option_key) n
  WHERE coalesce(only_rule, 'tally') = 'tally' AND t.votes <> n.votes
  UNION ALL
  SELECT 'log', 'poll ' || poll_id, 'the last change of ' || count(*) || ' members', 'is not what they hold'
  FROM (SELECT DISTINCT ON (poll_id, member_id) poll_id, member_id, "to" FROM vote_change
      ORDER BY poll_id, member_id, id DESC) c
    FULL JOIN vote v USING (poll_id, member_id) JOIN poll p ON p.id = poll_id
  WHERE coalesce(only_rule, 'log') = 'log' AND c."to" IS DISTINCT FROM v.option_key AND (p.closes_at IS NULL OR p.closes_at > now())
  GROUP BY poll_id
  UNION ALL
  SELECT 'moved', 'poll ' || b.poll_id, b.moved::text, n.members::text
  FROM batch b JOIN poll p ON p.id = b.poll_id AND NOT p.detached
    CROSS JOIN LATERAL (SELECT count(*) AS members FROM tally_move WHERE poll_id = b.poll_id) n
  WHERE coalesce(only_rule, 'moved') = 'moved' AND b.moved <> n.members
  UNION ALL
  SELECT 'taken', 'poll ' || b.poll_id, n.votes::text, count(*)::text
  FROM ballot_taken b CROSS JOIN LATERAL (SELECT sum(votes) AS votes FROM total WHERE poll_id = b.poll_id) n
  WHERE coalesce(only_rule, 'taken') = 'taken'
  GROUP BY b.poll_id, n.votes HAVING count(*) > n.votes
  UNION ALL
  SELECT 'smallest', 'poll ' || poll_id, sum(votes)::text, 'at least ' || threshold('fewest_shown')
  FROM published_tally WHERE coalesce(only_rule, 'smallest') = 'smallest' GROUP BY poll_id HAVING sum(votes) < threshold('fewest_shown')
  UNION ALL
  SELECT 'still', 'poll ' || t.poll_id || ', option ' || t.option_key, coalesce(s.votes, 0)::text, t.votes::text
  FROM total t JOIN batch b ON b.poll_id = t.poll_id AND b.moved = 0 AND b.as_of IS NOT NULL
    LEFT JOIN published_tally s ON s.poll_id = t.poll_id AND s.option_key = t.option_key
  WHERE coalesce(only_rule, 'still') = 'still' AND t.votes <> coalesce(s.votes, 0)
$$;
REVOKE ALL ON FUNCTION check_ballots FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION check_ballots TO moot_publisher;

-- Sides, minds and opinion against theirs.
CREATE OR REPLACE FUNCTION check_debates(only_rule text DEFAULT NULL) RETURNS TABLE (rule text, place text, stored text, counted text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT 'sides', 'comment ' || b.comment_id, b.moved::text, count(m.member_id)::text
  FROM side_batch b LEFT JOIN side_move m ON m.comment_id = b.comment_id AND m.moves
  WHERE coalesce(only_rule, 'sides') = 'sides'
  GROUP BY b.comment_id, b.moved HAVING b.moved <> count(m.member_id)
  UNION ALL
  SELECT 'minds', 'comment ' || c.id, c.changed_minds::text, count(p.id)::text
  FROM comment c LEFT JOIN published_mind_change p ON p.comment_id = c.id AND NOT p.closer
  WHERE coalesce(only_rule, 'minds') = 'minds'
  GROUP BY c.id, c.changed_minds HAVING c.changed_minds <> count(p.id)
  UNION ALL
  SELECT 'buckets', 'poll ' || o.poll_id || ', ' || o.series || ' ' || o.position, n.members::text, 'at least ' || threshold('bucket_side')
  FROM published_opinion o
    CROSS JOIN LATERAL (SELECT min(value::int) AS members FROM jsonb_each_text(o.counts)) n
  WHERE coalesce(only_rule, 'buckets') = 'buckets' AND n.members < (SELECT threshold('bucket_side'))
$$;
REVOKE ALL ON FUNCTION check_debates FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION check_debates TO moot_publisher;
