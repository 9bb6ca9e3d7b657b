-- Voters of one poll took turns at one row, and each turn lasted until its commit was on disk: 0.15 of the rate of bare upserts.
-- Now a poll counts on sixteen rows, each member on their own one; whoever publishes holds all sixteen.

-- Foreign keys that only cleaned up cost a query for every vote; one trigger cleans up instead.
ALTER TABLE vote DROP CONSTRAINT vote_poll;
ALTER TABLE vote_change DROP CONSTRAINT vote_change_poll;
ALTER TABLE tally DROP CONSTRAINT tally_poll;
ALTER TABLE tally_batch DROP CONSTRAINT tally_batch_poll;
ALTER TABLE tally_move DROP CONSTRAINT tally_move_poll;

CREATE FUNCTION empty_ballot_box() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM vote WHERE poll_id = OLD.id;
  DELETE FROM vote_change WHERE poll_id = OLD.id;
  DELETE FROM tally WHERE poll_id = OLD.id;
  DELETE FROM tally_batch WHERE poll_id = OLD.id;
  DELETE FROM tally_move WHERE poll_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER ballot_box_emptied BEFORE DELETE ON poll FOR EACH ROW EXECUTE FUNCTION empty_ballot_box();

ALTER TABLE tally ADD COLUMN shard INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally DROP CONSTRAINT tally_pkey, ADD CONSTRAINT tally_pkey PRIMARY KEY (poll_id, shard, option_key);
ALTER TABLE tally DROP CONSTRAINT tally_not_negative;
ALTER TABLE tally_batch ADD COLUMN shard INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally_batch DROP CONSTRAINT tally_batch_pkey, ADD CONSTRAINT tally_batch_pkey PRIMARY KEY (poll_id, shard);
-- A row of counters is written again and again: room on its page keeps that in place.
ALTER TABLE tally SET (fillfactor = 40);
ALTER TABLE tally_batch SET (fillfactor = 40);

INSERT INTO tally_batch (poll_id, shard, as_of) SELECT poll_id, n, as_of FROM tally_batch, generate_series(1, 15) n;
INSERT INTO tally (poll_id, option_key, shard) SELECT poll_id, option_key, n FROM tally, generate_series(1, 15) n;

CREATE OR REPLACE FUNCTION begin_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO tally_batch (poll_id, shard) SELECT NEW.poll_id, n FROM generate_series(0, 15) n ON CONFLICT DO NOTHING;
  INSERT INTO tally (poll_id, option_key, shard) SELECT NEW.poll_id, NEW.key, n FROM generate_series(0, 15) n ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION shard_of(who uuid) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT get_byte(uuid_send(who), 15) & 15
$$;

-- Callers hold the member's row of tally_batch.
CREATE OR REPLACE FUNCTION note_move(the_poll uuid, who uuid, was_option text, becomes text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  before text;
  step int := 1;
BEGIN
  SELECT was INTO before FROM tally_move WHERE poll_id = the_poll AND member_id = who;
  IF NOT FOUND THEN
    INSERT INTO tally_move (poll_id, member_id, was) VALUES (the_poll, who, was_option);
  ELSIF before IS NOT DISTINCT FROM becomes THEN
    DELETE FROM tally_move WHERE poll_id = the_poll AND member_id = who;
    step := -1;
  ELSE
    RETURN;
  END IF;
  UPDATE tally_batch SET moved = moved + step WHERE poll_id = the_poll AND shard = shard_of(who);
END $$;

-- The member's row of tally_batch is locked first, so that voters who share one take turns and never wait in a circle.
CREATE OR REPLACE FUNCTION count_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  the_poll uuid := coalesce(NEW.poll_id, OLD.poll_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.option_key END;
  becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.option_key END;
  its_shard int := shard_of(who);
BEGIN
  IF was IS NOT DISTINCT FROM becomes THEN RETURN NULL; END IF;
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = its_shard FOR NO KEY UPDATE;
  -- Gone with its poll: nobody is left to count for.
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE tally SET votes = votes + CASE option_key WHEN becomes THEN 1 ELSE -1 END
    WHERE poll_id = the_poll AND shard = its_shard AND option_key IN (was, becomes);
  PERFORM note_move(the_poll, who, was, becomes);
  INSERT INTO vote_change (poll_id, member_id, "from", "to") VALUES (the_poll, who, was, becomes);
  IF TG_OP <> 'INSERT' OR EXISTS (SELECT FROM comment WHERE author_id = who) THEN
    UPDATE comment SET stance_outdated = (stance IS DISTINCT FROM becomes)
      WHERE author_id = who AND stance IS NOT NULL AND article_id = (SELECT article_id FROM poll WHERE id = the_poll);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION forget_ballots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE v record;
BEGIN
  FOR v IN SELECT vote.poll_id, vote.option_key, p.closes_at <= now() AS closed
    FROM vote JOIN poll p ON p.id = vote.poll_id WHERE vote.member_id = NEW.id ORDER BY vote.poll_id
  LOOP
    PERFORM FROM tally_batch WHERE poll_id = v.poll_id AND shard = shard_of(NEW.id) FOR NO KEY UPDATE;
    DELETE FROM vote WHERE poll_id = v.poll_id AND member_id = NEW.id;
    IF v.closed THEN
      UPDATE tally SET votes = votes + 1 WHERE poll_id = v.poll_id AND shard = shard_of(NEW.id) AND option_key = v.option_key;
      INSERT INTO loose_ballot (poll_id, option_key, votes) VALUES (v.poll_id, v.option_key, 1)
        ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = loose_ballot.votes + 1;
      PERFORM note_move(v.poll_id, NEW.id, NULL, v.option_key);
    END IF;
  END LOOP;
  -- The batch still counts the move, but no longer knows whose it was; the new number counts on the same row.
  UPDATE tally_move SET member_id = encode(overlay(uuid_send(gen_random_uuid())
      PLACING substring(uuid_send(NEW.id) FROM 16 FOR 1) FROM 16 FOR 1), 'hex')::uuid
    WHERE member_id = NEW.id;
  DELETE FROM vote_change WHERE member_id = NEW.id;
  DELETE FROM poll_pass WHERE member_id = NEW.id;
  DELETE FROM ballot_taken WHERE member_id = NEW.id;
  DELETE FROM reaction_side WHERE member_id = NEW.id;
  RETURN NULL;
END $$;

-- Two things happen that nothing joins: the member is crossed off the list, a number in the urn goes up. On any row but the
-- member's own: there a number would narrow down whose it is.
CREATE OR REPLACE FUNCTION drop_ballot(the_poll uuid, who uuid, choice text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE any_shard int := floor(random() * 16);
BEGIN
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = any_shard FOR NO KEY UPDATE;
  INSERT INTO ballot_taken (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE tally SET votes = votes + 1 WHERE poll_id = the_poll AND shard = any_shard AND option_key = choice;
  INSERT INTO loose_ballot (poll_id, option_key, votes) VALUES (the_poll, choice, 1)
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = loose_ballot.votes + 1;
  UPDATE tally_batch SET moved = moved + 1 WHERE poll_id = the_poll AND shard = any_shard;
  RETURN true;
END $$;

-- The rule is written down in domain/polls/statistics/publish.ts; a test holds the two together.
CREATE OR REPLACE FUNCTION publish_tally(the_poll uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  p poll;
  moves int;
  last_batch timestamptz;
BEGIN
  -- All sixteen, in one order: votes under way are waited for, and no new one is counted meanwhile.
  PERFORM FROM tally_batch WHERE poll_id = the_poll ORDER BY shard FOR NO KEY UPDATE;
  SELECT sum(moved), max(as_of) INTO moves, last_batch FROM tally_batch WHERE poll_id = the_poll;
  IF coalesce(moves, 0) < 5 OR last_batch > now() - interval '10 seconds' THEN RETURN false; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF p.closes_at > now() AND quiet_from(p) <= now() THEN RETURN false; END IF;
  IF (SELECT sum(votes) FROM tally WHERE poll_id = the_poll) < 5 THEN RETURN false; END IF;
  INSERT INTO published_tally (poll_id, option_key, votes, as_of)
    SELECT poll_id, option_key, sum(votes), now() FROM tally WHERE poll_id = the_poll GROUP BY poll_id, option_key
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = excluded.votes, as_of = excluded.as_of;
  UPDATE tally_batch SET moved = 0, as_of = now() WHERE poll_id = the_poll;
  DELETE FROM tally_move WHERE poll_id = the_poll;
  INSERT INTO event (kind, article_id, subject_id) VALUES ('poll.moved', p.article_id, the_poll);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION polls_due() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT p.id FROM (SELECT poll_id, sum(moved) AS moved, max(as_of) AS as_of FROM tally_batch GROUP BY poll_id) b
    JOIN poll p ON p.id = b.poll_id
  WHERE b.moved >= 5 AND (b.as_of IS NULL OR b.as_of <= now() - interval '10 seconds')
    AND (p.closes_at IS NULL OR p.closes_at <= now() OR quiet_from(p) > now())
$$;

CREATE OR REPLACE FUNCTION check_ballots() RETURNS TABLE (rule text, place text, stored text, counted text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  WITH total AS (SELECT poll_id, option_key, sum(votes) AS votes FROM tally GROUP BY poll_id, option_key),
    batch AS (SELECT poll_id, sum(moved) AS moved, max(as_of) AS as_of FROM tally_batch GROUP BY poll_id)
  SELECT 'tally', 'poll ' || t.poll_id || ', option ' || t.option_key, t.votes::text, n.votes::text
  FROM total t CROSS JOIN LATERAL (SELECT count(*)
      + coalesce((SELECT l.votes FROM loose_ballot l WHERE l.poll_id = t.poll_id AND l.option_key = t.option_key), 0) AS votes
    FROM vote v WHERE v.poll_id = t.poll_id AND v.option_key = t.option_key) n
  WHERE t.votes <> n.votes
  UNION ALL
  SELECT 'log', 'poll ' || poll_id, 'the last change of ' || count(*) || ' members', 'is not what they hold'
  FROM (SELECT DISTINCT ON (poll_id, member_id) poll_id, member_id, "to" FROM vote_change
      ORDER BY poll_id, member_id, id DESC) c
    FULL JOIN vote v USING (poll_id, member_id) JOIN poll p ON p.id = poll_id
  WHERE c."to" IS DISTINCT FROM v.option_key AND (p.closes_at IS NULL OR p.closes_at > now())
  GROUP BY poll_id
  UNION ALL
  SELECT 'moved', 'poll ' || b.poll_id, b.moved::text, n.members::text
  FROM batch b JOIN poll p ON p.id = b.poll_id AND NOT p.detached
    CROSS JOIN LATERAL (SELECT count(*) AS members FROM tally_move WHERE poll_id = b.poll_id) n
  WHERE b.moved <> n.members
  UNION ALL
  SELECT 'taken', 'poll ' || b.poll_id, n.votes::text, count(*)::text
  FROM ballot_taken b CROSS JOIN LATERAL (SELECT sum(votes) AS votes FROM total WHERE poll_id = b.poll_id) n
  GROUP BY b.poll_id, n.votes HAVING count(*) > n.votes
  UNION ALL
  SELECT 'smallest', 'poll ' || poll_id, sum(votes)::text, 'at least 5' FROM published_tally GROUP BY poll_id HAVING sum(votes) < 5
  UNION ALL
  SELECT 'still', 'poll ' || t.poll_id || ', option ' || t.option_key, coalesce(s.votes, 0)::text, t.votes::text
  FROM total t JOIN batch b ON b.poll_id = t.poll_id AND b.moved = 0 AND b.as_of IS NOT NULL
    LEFT JOIN published_tally s ON s.poll_id = t.poll_id AND s.option_key = t.option_key
  WHERE t.votes <> coalesce(s.votes, 0)
$$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
