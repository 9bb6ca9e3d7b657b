-- When secret counts become public ones. Every figure moves in batches of people, so that nobody can be subtracted out of it; the
-- rule is written down in domain/polls/statistics, and tests hold the two together. How many and how long: table `threshold`.
-- Only the publisher may call them, whose transactions do nothing else: whoever could vote, publish, read and roll back in one
-- would read ballots off the published figures, and leave nothing behind.

-- From here to its close a poll publishes nothing, so that the last batch is full: a share of its time, with a bound.
-- A poll that hides its results until the close publishes once, then, and so exactly.
CREATE OR REPLACE FUNCTION quiet_from(p poll) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p.results_shown = 'after_close' THEN p.opens_at
    ELSE p.closes_at - least(make_interval(secs => threshold('quiet_at_most_seconds')),
      (p.closes_at - p.opens_at) * threshold('quiet_share')) END
$$;
REVOKE ALL ON FUNCTION quiet_from FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION quiet_from TO moot_app;

-- Polls whose counts may move now; a sweep publishes them.
CREATE OR REPLACE FUNCTION polls_due() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM (SELECT poll_id, sum(moved) AS moved, max(as_of) AS as_of FROM tally_batch GROUP BY poll_id) b
    JOIN poll p ON p.id = b.poll_id
  WHERE b.moved >= (SELECT threshold('batch_ballots'))
    AND (b.as_of IS NULL OR b.as_of <= now() - (SELECT make_interval(secs => threshold('batch_seconds'))))
    AND (p.closes_at IS NULL OR p.closes_at <= now() OR quiet_from(p) > now())
$$;
REVOKE ALL ON FUNCTION polls_due FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION polls_due TO moot_publisher;

-- Moves the published counts when enough members' ballots differ from the last batch and its time has passed. True when they moved.
-- The last step is no exception: a few ballots after it are left out for good, and the page says so.
CREATE OR REPLACE FUNCTION publish_tally(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p poll;
  moves int;
  last_batch timestamptz;
BEGIN
  -- All sixteen, in one order: votes under way are waited for, and no new one is counted meanwhile.
  PERFORM FROM tally_batch WHERE poll_id = the_poll ORDER BY shard FOR NO KEY UPDATE;
  SELECT sum(moved), max(as_of) INTO moves, last_batch FROM tally_batch WHERE poll_id = the_poll;
  IF coalesce(moves, 0) < threshold('batch_ballots') OR last_batch > now() - make_interval(secs => threshold('batch_seconds')) THEN
    RETURN false;
  END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF p.closes_at > now() AND quiet_from(p) <= now() THEN RETURN false; END IF;
  IF (SELECT sum(votes) FROM tally WHERE poll_id = the_poll) < threshold('fewest_shown') THEN RETURN false; END IF;
  INSERT INTO published_tally (poll_id, option_key, votes, as_of)
    SELECT poll_id, option_key, sum(votes), now() FROM tally WHERE poll_id = the_poll GROUP BY poll_id, option_key
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = excluded.votes, as_of = excluded.as_of;
  UPDATE tally_batch SET moved = 0, as_of = now() WHERE poll_id = the_poll;
  DELETE FROM tally_move WHERE poll_id = the_poll;
  INSERT INTO event (kind, article_id, subject_id) VALUES ('poll.moved', p.article_id, the_poll);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION publish_tally FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_tally TO moot_publisher;

-- Moves the published figures of comments on which enough members' reactions moved; answers which ones.
-- The number stands in the statement's text, or the planner could not use the index of what is due.
CREATE OR REPLACE FUNCTION publish_sides(at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE due uuid;
BEGIN
  FOR due IN EXECUTE format('SELECT comment_id FROM side_batch WHERE moved >= %s LIMIT %s FOR UPDATE SKIP LOCKED',
    threshold('batch_ballots'), at_most) LOOP
    DELETE FROM published_side WHERE comment_id = due;
    INSERT INTO published_side (comment_id, option_key, respect, reacted)
      SELECT due, option_key, count(*) FILTER (WHERE kind = 'respect'), count(*)
      FROM reaction_side WHERE comment_id = due GROUP BY option_key;
    DELETE FROM side_move WHERE comment_id = due;
    UPDATE side_batch SET moved = 0 WHERE comment_id = due;
    RETURN NEXT due;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION publish_sides FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_sides TO moot_publisher;

-- First and present position of members with at least two recorded positions. Moves when enough more of them are in it, so that no
-- difference between two tables is too few people.
CREATE OR REPLACE FUNCTION publish_flows(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  shown int;
  present int;
  moves jsonb;
BEGIN
  SELECT coalesce(sum(members), 0) INTO shown FROM published_flow WHERE poll_id = the_poll;
  SELECT jsonb_agg(f), coalesce(sum(f.members), 0) INTO moves, present
    FROM (SELECT c.first AS from_key, v.option_key AS to_key, count(*)::int AS members
      FROM (SELECT member_id, (array_agg("to" ORDER BY id) FILTER (WHERE "to" IS NOT NULL))[1] AS first
          FROM vote_change WHERE poll_id = the_poll GROUP BY member_id HAVING count("to") >= 2) c
        JOIN vote v ON v.poll_id = the_poll AND v.member_id = c.member_id
      GROUP BY 1, 2) f;
  IF present < shown + threshold('fewest_shown') THEN RETURN false; END IF;
  DELETE FROM published_flow WHERE poll_id = the_poll;
  INSERT INTO published_flow
    SELECT the_poll, from_key, to_key, members, now()
    FROM jsonb_to_recordset(moves) AS f(from_key text, to_key text, members int);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION publish_flows FROM PUBLIC, moot_app;

-- Adds the buckets of opinion over time that are full: whole days past, joined until enough people are in them.
-- `newcomers` are counted by their first vote, `switchers` by the first option they switched to.
CREATE OR REPLACE FUNCTION publish_opinion(the_poll uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  the_series text;
  place int;
  since date;
  open_from date;
  counts jsonb;
  held int;
  fewest int := threshold('bucket_votes');
  added int := 0;
BEGIN
  FOREACH the_series IN ARRAY ARRAY['newcomers', 'switchers'] LOOP
    SELECT count(*), max(to_day) INTO place, since FROM published_opinion WHERE poll_id = the_poll AND series = the_series;
    open_from := NULL; counts := '{}'; held := 0;
    FOR one IN
      WITH positions AS (
        SELECT member_id, "to", day, id, first_value("to") OVER w AS first, row_number() OVER w AS nth
        FROM vote_change WHERE poll_id = the_poll AND "to" IS NOT NULL WINDOW w AS (PARTITION BY member_id ORDER BY id)),
      chosen AS (
        SELECT DISTINCT ON (member_id) member_id, "to", day FROM positions
        WHERE CASE the_series WHEN 'newcomers' THEN nth = 1 ELSE "to" <> first END ORDER BY member_id, id),
      days AS (
        SELECT day, "to", count(*)::int AS members FROM chosen
        WHERE day < CURRENT_DATE AND (since IS NULL OR day > since) GROUP BY day, "to")
      SELECT day, jsonb_object_agg("to", members) AS slice, sum(members)::int AS members FROM days GROUP BY day ORDER BY day
    LOOP
      open_from := coalesce(open_from, one.day);
      counts := (SELECT jsonb_object_agg(key, coalesce((counts ->> key)::int, 0) + coalesce((one.slice ->> key)::int, 0))
        FROM (SELECT jsonb_object_keys(counts) AS key UNION SELECT jsonb_object_keys(one.slice)) keys);
      held := held + one.members;
      CONTINUE WHEN held < fewest;
      INSERT INTO published_opinion (poll_id, series, position, from_day, to_day, counts)
        VALUES (the_poll, the_series, place, open_from, one.day, counts);
      place := place + 1; added := added + 1;
      open_from := NULL; counts := '{}'; held := 0;
    END LOOP;
  END LOOP;
  RETURN added;
END $$;
REVOKE ALL ON FUNCTION publish_opinion FROM PUBLIC, moot_app;

-- What all guesses say, when enough more have been made: in steps, in which a single one is lost.
CREATE OR REPLACE FUNCTION publish_guesses(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  present int;
  shown int := coalesce((SELECT guesses FROM published_guess WHERE poll_id = the_poll), 0);
  step double precision := threshold('guess_step');
  five int := threshold('fewest_shown');
BEGIN
  SELECT count(*) INTO present FROM poll_guess WHERE poll_id = the_poll AND share IS NOT NULL;
  IF present < shown + threshold('fewest_guesses') THEN RETURN false; END IF;
  INSERT INTO published_guess (poll_id, guesses, mean, median)
    SELECT the_poll, present / five * five, round(avg(share) / step) * step,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY share) / step) * step
    FROM poll_guess WHERE poll_id = the_poll AND share IS NOT NULL
    ON CONFLICT (poll_id) DO UPDATE SET guesses = excluded.guesses, mean = excluded.mean, median = excluded.median;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION publish_guesses FROM PUBLIC, moot_app;

-- Everything about a poll that moves less often than its counts. Nothing before the close where results wait for it.
CREATE OR REPLACE FUNCTION publish_debate(the_poll uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND OR (p.closes_at > now() AND quiet_from(p) <= now()) THEN RETURN; END IF;
  PERFORM publish_flows(the_poll);
  PERFORM publish_opinion(the_poll);
  PERFORM publish_guesses(the_poll);
END $$;
REVOKE ALL ON FUNCTION publish_debate FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_debate TO moot_publisher;

-- Polls in which somebody moved lately; a bucket of opinion waits for the end of its day.
CREATE OR REPLACE FUNCTION debates_due() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT poll_id FROM vote_change WHERE day >= CURRENT_DATE - (SELECT threshold('debate_days')::int)
$$;
REVOKE ALL ON FUNCTION debates_due FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION debates_due TO moot_publisher;

-- The log of changes is needed for flows and days only; a while after the close both stand, and it goes.
CREATE OR REPLACE FUNCTION forget_old_changes() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM vote_change c USING poll p WHERE p.id = c.poll_id AND p.closes_at < now() - (SELECT make_interval(days => threshold('changes_kept_days')::int))
$$;
REVOKE ALL ON FUNCTION forget_old_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_old_changes TO moot_publisher;
