-- When secret counts become public ones. Every figure moves in batches of people, so that nobody can be subtracted out of it; the
-- rule is written down in domain/polls/statistics, and tests hold the two together. How many and how long: table `threshold`.
-- Only the publisher may call them, whose transactions do nothing else: whoever could vote, publish, read and roll back in one
-- would read ballots off the published figures, and leave nothing behind.

-- Whether a poll shows nothing before its close: `hidesUntilClose` of domain/polls/poll.ts. A test holds the two together.
CREATE OR REPLACE FUNCTION hides_until_close(mode results_shown) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT mode = 'after_close'
$$;
REVOKE ALL ON FUNCTION hides_until_close FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION hides_until_close TO moot_app;

-- From here to its close a poll publishes nothing, so that the last batch is full: a share of its time, with a bound.
-- A poll that hides its results until the close publishes once, then, and so exactly.
CREATE OR REPLACE FUNCTION quiet_from(p poll) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN hides_until_close(p.results_shown) THEN p.opens_at
    ELSE p.closes_at - least(make_interval(secs => threshold('quiet_at_most_seconds')),
      (p.closes_at - p.opens_at) * threshold('quiet_share')) END
$$;
REVOKE ALL ON FUNCTION quiet_from FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION quiet_from TO moot_app;

-- Who makes up the crowd of a step: whose ballot differs from the published one, whose account is a day old or has so many comments that
-- stand, and who made up no crowd of this poll lately. Others are counted, and wait with it.
CREATE OR REPLACE FUNCTION crowd_of(the_poll uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id FROM member m JOIN (
      SELECT t.member_id FROM tally_move t WHERE t.poll_id = the_poll
        AND NOT EXISTS (SELECT FROM tally_crowd c WHERE c.poll_id = the_poll AND c.member_id = t.member_id
          AND c.counted_at > now() - (SELECT make_interval(secs => threshold('crowd_again_seconds'))))
      UNION ALL SELECT b.member_id FROM ballot_taken b WHERE b.poll_id = the_poll AND NOT b.counted) moved ON moved.member_id = m.id
  WHERE m.joined_at <= now() - (SELECT make_interval(secs => threshold('established_seconds')))
    OR m.approved_count >= (SELECT threshold('established_comments'))
$$;
REVOKE ALL ON FUNCTION crowd_of FROM PUBLIC, moot_app;

-- How many of these a step needs now, by what readers see already: a full crowd; fewer at the close, and once a small poll has
-- waited long; and for the very first figures then no more than every figure needs.
CREATE OR REPLACE FUNCTION crowd_needed(p poll, shown bigint, last_batch timestamptz) RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN p.closes_at <= now() OR coalesce(shown, 0) < threshold('small_poll')
        AND now() >= coalesce(last_batch, p.opens_at) + make_interval(secs => threshold('late_after_seconds'))
      THEN CASE WHEN shown IS NULL THEN threshold('fewest_shown') ELSE threshold('late_crowd') END
    ELSE greatest(threshold('crowd'), ceil(coalesce(shown, 0) * threshold('crowd_share')))
  END
$$;
REVOKE ALL ON FUNCTION crowd_needed FROM PUBLIC, moot_app;

-- Whether there is a crowd for a step, and the poll is not resting.
CREATE OR REPLACE FUNCTION may_publish(the_poll uuid, last_batch timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (last_batch IS NULL OR last_batch <= now() - make_interval(secs => threshold('batch_seconds')))
    AND (p.closes_at IS NULL OR p.closes_at <= now() OR quiet_from(p) > now())
    AND (SELECT sum(votes) FROM tally WHERE poll_id = the_poll) >= threshold('fewest_shown')
    AND (SELECT count(*) FROM crowd_of(the_poll))
      >= crowd_needed(p, (SELECT sum(votes) FROM published_tally WHERE poll_id = the_poll), last_batch)
  FROM poll p WHERE p.id = the_poll
$$;
REVOKE ALL ON FUNCTION may_publish FROM PUBLIC, moot_app;

-- Polls in which a vote was changed from that day on, or a ballot waits that is kept apart from names: each is found by one step in an index, however
-- many votes it has.
CREATE OR REPLACE FUNCTION polls_voted_in(since date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE changed AS (
    (SELECT day, poll_id FROM vote_change WHERE day >= since ORDER BY day, poll_id LIMIT 1)
    UNION ALL
    SELECT next.day, next.poll_id FROM changed c CROSS JOIN LATERAL (
      SELECT day, poll_id FROM vote_change WHERE (day, poll_id) > (c.day, c.poll_id) ORDER BY day, poll_id LIMIT 1) next),
  waiting AS (
    (SELECT poll_id FROM ballot_taken WHERE NOT counted ORDER BY poll_id LIMIT 1)
    UNION ALL
    SELECT next.poll_id FROM waiting w CROSS JOIN LATERAL (
      SELECT poll_id FROM ballot_taken WHERE NOT counted AND poll_id > w.poll_id ORDER BY poll_id LIMIT 1) next)
  SELECT poll_id FROM changed UNION SELECT poll_id FROM waiting
$$;
REVOKE ALL ON FUNCTION polls_voted_in FROM PUBLIC, moot_app;

-- In releases up to 0.2 it always looked at all.
DROP FUNCTION IF EXISTS polls_due();

-- Polls whose counts may move, or whose moment to move has come; a sweep looks at them. It takes no lock, for most only wait. `lately`: only at those
-- in which somebody voted yesterday or today, or that have just closed. What makes a crowd of all others is time, which need not be looked at each time.
CREATE OR REPLACE FUNCTION polls_due(lately boolean DEFAULT false) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.poll_id FROM (
    SELECT id FROM poll WHERE NOT lately
    UNION SELECT polls_voted_in(CURRENT_DATE - 1) WHERE lately
    UNION SELECT id FROM poll WHERE lately AND closes_at > now() - interval '1 hour' AND closes_at <= now()) p
  CROSS JOIN LATERAL (
    SELECT poll_id, sum(moved) AS moved, max(as_of) AS as_of, max(due_at) AS due_at FROM tally_batch WHERE poll_id = p.id GROUP BY poll_id) b
  WHERE moved >= (SELECT threshold('fewest_shown')) AND CASE WHEN due_at IS NULL THEN may_publish(b.poll_id, as_of)
    ELSE due_at <= now() OR (SELECT closes_at <= now() FROM poll WHERE id = b.poll_id) END
$$;
REVOKE ALL ON FUNCTION polls_due FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION polls_due TO moot_publisher;

-- Moves the published counts when there is a crowd for a step, and its moment has come: one drawn when the crowd is first seen, so that
-- nobody chooses whose ballot is the last in it. At the close it comes at once. True when they moved.
-- The last step is no exception: a few ballots after it are left out for good, and the page says so.
CREATE OR REPLACE FUNCTION publish_tally(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p poll;
  last_batch timestamptz;
  moment timestamptz;
BEGIN
  -- All sixteen, in one order: votes under way are waited for, and no new one is counted meanwhile.
  PERFORM FROM tally_batch WHERE poll_id = the_poll ORDER BY shard FOR NO KEY UPDATE;
  SELECT max(as_of), max(due_at) INTO last_batch, moment FROM tally_batch WHERE poll_id = the_poll;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT coalesce(may_publish(the_poll, last_batch), false) THEN
    UPDATE tally_batch SET due_at = NULL WHERE poll_id = the_poll AND due_at IS NOT NULL;
    RETURN false;
  END IF;
  IF (p.closes_at <= now()) IS NOT TRUE THEN
    IF moment IS NULL THEN
      moment := now() + random() * make_interval(secs => threshold('jitter_seconds'));
      UPDATE tally_batch SET due_at = moment WHERE poll_id = the_poll;
    END IF;
    IF moment > now() THEN RETURN false; END IF;
  END IF;
  INSERT INTO published_tally (poll_id, option_key, votes, as_of)
    SELECT poll_id, option_key, sum(votes), now() FROM tally WHERE poll_id = the_poll GROUP BY poll_id, option_key
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = excluded.votes, as_of = excluded.as_of;
  IF NOT p.detached THEN
    INSERT INTO tally_crowd (poll_id, member_id, counted_at) SELECT the_poll, who, now() FROM crowd_of(the_poll) AS who
      ON CONFLICT (poll_id, member_id) DO UPDATE SET counted_at = excluded.counted_at;
  END IF;
  UPDATE tally_batch SET moved = 0, as_of = now(), due_at = NULL WHERE poll_id = the_poll;
  DELETE FROM tally_move WHERE poll_id = the_poll;
  UPDATE ballot_taken SET counted = true WHERE poll_id = the_poll AND NOT counted;
  PERFORM publish_movement(the_poll);
  INSERT INTO event (kind, article_id, subject_id) VALUES ('poll.moved', p.article_id, the_poll);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION publish_tally FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_tally TO moot_publisher;

-- Who makes up the crowd of a step of a comment's figures by side, as with the counts of a poll: whose reaction differs from the published
-- figures, whose account is established, and who made up no crowd of this comment lately.
CREATE OR REPLACE FUNCTION crowd_of_sides(the_comment uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id FROM side_move s JOIN member m ON m.id = s.member_id
  WHERE s.comment_id = the_comment AND s.moves
    AND NOT EXISTS (SELECT FROM side_crowd c WHERE c.comment_id = the_comment AND c.member_id = s.member_id
      AND c.counted_at > now() - (SELECT make_interval(secs => threshold('crowd_again_seconds'))))
    AND (m.joined_at <= now() - (SELECT make_interval(secs => threshold('established_seconds')))
      OR m.approved_count >= (SELECT threshold('established_comments')))
$$;
REVOKE ALL ON FUNCTION crowd_of_sides FROM PUBLIC, moot_app;

-- Moves the published figures of comments on which enough members' reactions moved; answers which ones. Not the moment a crowd is
-- complete, but at one drawn from the minutes after it is first seen; without a crowd it is looked at again in some minutes.
-- The number stands in the statement's text, or the planner could not use the index of what is due.
CREATE OR REPLACE FUNCTION publish_sides(at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  batch record;
  crowd uuid[];
  later timestamptz;
BEGIN
  FOR batch IN EXECUTE format('SELECT comment_id, complete FROM side_batch WHERE moved >= %s AND (due_at IS NULL OR due_at <= now())
      ORDER BY due_at NULLS FIRST LIMIT %s FOR UPDATE SKIP LOCKED', threshold('side_batch'), at_most) LOOP
    crowd := ARRAY(SELECT crowd_of_sides(batch.comment_id));
    IF cardinality(crowd) < threshold('side_batch') OR NOT batch.complete THEN
      later := now() + random() * make_interval(secs => threshold('jitter_seconds'));
      UPDATE side_batch SET due_at = later, complete = cardinality(crowd) >= threshold('side_batch') WHERE comment_id = batch.comment_id;
      CONTINUE;
    END IF;
    DELETE FROM published_side WHERE comment_id = batch.comment_id;
    INSERT INTO published_side (comment_id, option_key, respect, reacted)
      SELECT batch.comment_id, option_key, count(*) FILTER (WHERE kind = 'respect'), count(*)
      FROM reaction_side WHERE comment_id = batch.comment_id AND option_key IS NOT NULL GROUP BY option_key;
    INSERT INTO side_crowd (comment_id, member_id, counted_at) SELECT batch.comment_id, who, now() FROM unnest(crowd) AS who
      ON CONFLICT (comment_id, member_id) DO UPDATE SET counted_at = excluded.counted_at;
    DELETE FROM side_move WHERE comment_id = batch.comment_id;
    UPDATE side_batch SET moved = 0, due_at = NULL, complete = false WHERE comment_id = batch.comment_id;
    RETURN NEXT batch.comment_id;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION publish_sides FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_sides TO moot_publisher;

-- Who moved between the sides, as domain/polls/statistics/movement.ts tells it: what each side gained, in steps, and how many moved, in
-- steps above what those gains need; nothing where all but a few of a side came there, or left it. Called where counts move, so that nobody sees a single move.
CREATE OR REPLACE FUNCTION publish_movement(the_poll uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  everybody int;
  needed int;
  gains jsonb;
  moved_at_least int;
  too_few_others boolean;
  step int := threshold('gain_step');
  besides int := threshold('besides_step');
BEGIN
  WITH sides AS (SELECT key FROM poll_option WHERE poll_id = the_poll AND side),
    stood AS (SELECT c.first, v.option_key AS present, c.positions >= 2 AS moved
      FROM (SELECT member_id, (array_agg("to" ORDER BY id) FILTER (WHERE "to" IS NOT NULL))[1] AS first, count("to") AS positions
          FROM vote_change WHERE poll_id = the_poll GROUP BY member_id) c
        JOIN vote v ON v.poll_id = the_poll AND v.member_id = c.member_id
      WHERE c.first IN (SELECT key FROM sides) AND v.option_key IN (SELECT key FROM sides)),
    net AS (SELECT key, (SELECT count(*)::int FROM stood WHERE moved AND present = key) - (SELECT count(*)::int FROM stood WHERE moved AND first = key) AS gain,
        (SELECT count(*)::int FROM vote v WHERE v.poll_id = the_poll AND v.option_key = key) AS here,
        (SELECT count(*)::int FROM stood WHERE first = key) AS began
      FROM sides)
  SELECT (SELECT count(*) FROM stood WHERE moved), coalesce(sum(gain) FILTER (WHERE gain > 0), 0), jsonb_object_agg(key, gain / step * step),
      bool_or(abs(gain) >= step AND CASE WHEN gain > 0 THEN here ELSE began END - abs(gain) < threshold('fewest_shown'))
    INTO everybody, needed, gains, too_few_others FROM net;
  moved_at_least := needed / step * step + (everybody - needed) / besides * besides;
  DELETE FROM published_movement WHERE poll_id = the_poll;
  IF moved_at_least < threshold('fewest_moved') OR too_few_others THEN RETURN; END IF;
  INSERT INTO published_movement (poll_id, moved, gained, as_of) VALUES (the_poll, moved_at_least, gains, now());
END $$;
REVOKE ALL ON FUNCTION publish_movement FROM PUBLIC, moot_app;

-- Adds the buckets of opinion over time that are full: whole days past, joined until enough people of every side are in them.
-- `newcomers` are counted by their first vote, `switchers` by the first side they switched to from another. Of these nothing is told while
-- few stand on some side: if all who left one were still gone, first switches and gains together would say so.
CREATE OR REPLACE FUNCTION publish_opinion(the_poll uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  the_series text;
  place int;
  since date;
  open_from date;
  counts jsonb;
  fewest int := threshold('bucket_side');
  sides text[] := ARRAY(SELECT key FROM poll_option WHERE poll_id = the_poll AND side);
  added int := 0;
BEGIN
  FOREACH the_series IN ARRAY ARRAY['newcomers', 'switchers'] LOOP
    SELECT count(*), max(to_day) INTO place, since FROM published_opinion WHERE poll_id = the_poll AND series = the_series;
    CONTINUE WHEN the_series = 'switchers' AND EXISTS (SELECT FROM unnest(sides) side
      WHERE (SELECT count(*) FROM vote v WHERE v.poll_id = the_poll AND v.option_key = side AND v.member_id IN (
          SELECT member_id FROM vote_change WHERE poll_id = the_poll AND "to" = ANY (sides) GROUP BY member_id HAVING count(DISTINCT "to") >= 2))
        < threshold('fewest_shown'));
    open_from := NULL; counts := '{}';
    FOR one IN
      WITH positions AS (
        SELECT member_id, "to", day, id, first_value("to") OVER w AS first, row_number() OVER w AS nth
        FROM vote_change WHERE poll_id = the_poll AND "to" IS NOT NULL WINDOW w AS (PARTITION BY member_id ORDER BY id)),
      chosen AS (
        SELECT DISTINCT ON (member_id) member_id, "to", day FROM positions
        WHERE "to" = ANY (sides) AND first = ANY (sides)
          AND CASE the_series WHEN 'newcomers' THEN nth = 1 ELSE "to" <> first END ORDER BY member_id, id),
      days AS (
        SELECT day, "to", count(*)::int AS members FROM chosen
        WHERE day < CURRENT_DATE AND (since IS NULL OR day > since) GROUP BY day, "to")
      SELECT day, jsonb_object_agg("to", members) AS slice FROM days GROUP BY day ORDER BY day
    LOOP
      open_from := coalesce(open_from, one.day);
      counts := (SELECT jsonb_object_agg(key, coalesce((counts ->> key)::int, 0) + coalesce((one.slice ->> key)::int, 0))
        FROM (SELECT jsonb_object_keys(counts) AS key UNION SELECT jsonb_object_keys(one.slice)) keys);
      CONTINUE WHEN EXISTS (SELECT FROM unnest(sides) side WHERE coalesce((counts ->> side)::int, 0) < fewest);
      INSERT INTO published_opinion (poll_id, series, position, from_day, to_day, counts)
        VALUES (the_poll, the_series, place, open_from, one.day, counts);
      place := place + 1; added := added + 1;
      open_from := NULL; counts := '{}';
    END LOOP;
  END LOOP;
  RETURN added;
END $$;
REVOKE ALL ON FUNCTION publish_opinion FROM PUBLIC, moot_app;

-- What all guesses say, when enough more have been made: their median, in steps, of an even number the lower of the middle two. The mean of
-- these two would say, where they stand far apart, that exactly half of all guesses are above it. How many were told of is rounded down to five, so up to four
-- of those that are more were told of before.
CREATE OR REPLACE FUNCTION publish_guesses(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  present int;
  five int := threshold('fewest_shown');
  shown int := coalesce((SELECT guesses + five - 1 FROM published_guess WHERE poll_id = the_poll), 0);
  step double precision := threshold('guess_step');
BEGIN
  SELECT count(*) INTO present FROM poll_guess WHERE poll_id = the_poll AND share IS NOT NULL;
  IF present < shown + threshold('fewest_guesses') THEN RETURN false; END IF;
  INSERT INTO published_guess (poll_id, guesses, median)
    SELECT the_poll, present / five * five,
      round(percentile_disc(0.5) WITHIN GROUP (ORDER BY share) / step) * step
    FROM poll_guess WHERE poll_id = the_poll AND share IS NOT NULL
    ON CONFLICT (poll_id) DO UPDATE SET guesses = excluded.guesses, median = excluded.median;
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
  -- Every change of vote is read for it, and only days that are over are in it: once a day, and after the close.
  IF NOT EXISTS (SELECT FROM opinion_read WHERE poll_id = the_poll AND day = CURRENT_DATE AND closed = coalesce(p.closes_at <= now(), false)) THEN
    PERFORM publish_opinion(the_poll);
    INSERT INTO opinion_read (poll_id, day, closed) VALUES (the_poll, CURRENT_DATE, coalesce(p.closes_at <= now(), false))
      ON CONFLICT (poll_id) DO UPDATE SET day = excluded.day, closed = excluded.closed;
  END IF;
  PERFORM publish_guesses(the_poll);
END $$;
REVOKE ALL ON FUNCTION publish_debate FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION publish_debate TO moot_publisher;

-- Polls in which somebody moved lately; a bucket of opinion waits for the end of its day.
CREATE OR REPLACE FUNCTION debates_due() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT polls_voted_in(CURRENT_DATE - (SELECT threshold('debate_days')::int))
$$;
REVOKE ALL ON FUNCTION debates_due FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION debates_due TO moot_publisher;

-- Until 0.2 it forgot all at once.
DROP FUNCTION IF EXISTS forget_old_changes();

-- The log of changes is needed for flows and days only; a while after the close both stand, and it goes. So does who made up a crowd,
-- when they may make up another.
-- At most so many rows of each: where as many went, there are more.
CREATE OR REPLACE FUNCTION forget_old_changes(most int DEFAULT 5000) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  again timestamptz := now() - make_interval(secs => threshold('crowd_again_seconds'));
  kept timestamptz := now() - make_interval(days => threshold('changes_kept_days')::int);
  gone int;
  most_gone int := 0;
BEGIN
  -- Each poll that closed long ago is asked whether it has any left, by the index.
  DELETE FROM vote_change WHERE id IN (
    SELECT c.id FROM poll p CROSS JOIN LATERAL (SELECT id FROM vote_change WHERE poll_id = p.id LIMIT most) c WHERE p.closes_at < kept LIMIT most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  most_gone := greatest(most_gone, gone);
  DELETE FROM tally_crowd WHERE ctid = ANY (ARRAY(SELECT ctid FROM tally_crowd WHERE counted_at <= again ORDER BY counted_at LIMIT most)) AND counted_at <= again;
  GET DIAGNOSTICS gone = ROW_COUNT;
  most_gone := greatest(most_gone, gone);
  DELETE FROM side_crowd WHERE ctid = ANY (ARRAY(SELECT ctid FROM side_crowd WHERE counted_at <= again ORDER BY counted_at LIMIT most)) AND counted_at <= again;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN greatest(most_gone, gone);
END $$;
REVOKE ALL ON FUNCTION forget_old_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_old_changes TO moot_publisher;
