-- What trying to read ballots as `moot_app` found, mended:
-- a temporary table named `session` or `vote` stood in front of ours inside a SECURITY DEFINER function;
-- cast_vote(poll, member, option) answered "unchanged" for the option somebody held, and was undone by ROLLBACK;
-- a member who toggled there and back counted towards a batch, so four of those and one voter made a step of one.

-- ───────────────────────────── tables ─────────────────────────────

-- The option a member held at the last batch: whoever is back there has not moved.
ALTER TABLE tally_move ADD COLUMN was text;

-- Detached polls: that a member has voted, without what.
CREATE TABLE ballot_taken (
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "ballot_taken_pkey" PRIMARY KEY ("poll_id","member_id")
);

-- Ballots that belong to nobody: of detached polls, and of members erased after the close.
CREATE TABLE loose_ballot (
    "poll_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "loose_ballot_pkey" PRIMARY KEY ("poll_id","option_key")
);

-- What a poll asked before it was changed.
CREATE TABLE poll_version (
    "poll_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_version_pkey" PRIMARY KEY ("poll_id","version")
);

ALTER TABLE vote ADD CONSTRAINT vote_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE vote_change ADD CONSTRAINT vote_change_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE tally ADD CONSTRAINT tally_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE tally_batch ADD CONSTRAINT tally_batch_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE tally_move ADD CONSTRAINT tally_move_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE published_tally ADD CONSTRAINT published_tally_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE poll_pass ADD CONSTRAINT poll_pass_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE ballot_taken ADD CONSTRAINT ballot_taken_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE loose_ballot ADD CONSTRAINT loose_ballot_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE poll_version ADD CONSTRAINT poll_version_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE poll ADD CONSTRAINT hidden_results_have_an_end CHECK (results_shown <> 'after_close' OR closes_at IS NOT NULL);
ALTER TABLE poll ADD CONSTRAINT opens_before_it_closes CHECK (closes_at >= opens_at);

-- ───────────────────────────── counting ─────────────────────────────

-- Callers hold the poll's row of tally_batch.
CREATE FUNCTION note_move(the_poll uuid, who uuid, was_option text, becomes text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE m tally_move;
BEGIN
  SELECT * INTO m FROM tally_move WHERE poll_id = the_poll AND member_id = who;
  IF NOT FOUND THEN
    INSERT INTO tally_move (poll_id, member_id, was) VALUES (the_poll, who, was_option);
    UPDATE tally_batch SET moved = moved + 1 WHERE poll_id = the_poll;
  ELSIF m.was IS NOT DISTINCT FROM becomes THEN
    DELETE FROM tally_move WHERE poll_id = the_poll AND member_id = who;
    UPDATE tally_batch SET moved = moved - 1 WHERE poll_id = the_poll;
  END IF;
END $$;

-- The poll's batch row is locked first, so that voters of one poll take turns and never wait in a circle.
CREATE OR REPLACE FUNCTION count_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  the_poll uuid := coalesce(NEW.poll_id, OLD.poll_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.option_key END;
  becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.option_key END;
  the_article uuid;
BEGIN
  IF was IS NOT DISTINCT FROM becomes THEN RETURN NULL; END IF;
  SELECT article_id INTO the_article FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM FROM tally_batch WHERE poll_id = the_poll FOR NO KEY UPDATE;
  UPDATE tally SET votes = votes + CASE option_key WHEN becomes THEN 1 ELSE -1 END
    WHERE poll_id = the_poll AND option_key IN (was, becomes);
  PERFORM note_move(the_poll, who, was, becomes);
  INSERT INTO vote_change (poll_id, member_id, "from", "to") VALUES (the_poll, who, was, becomes);
  UPDATE comment SET stance_outdated = (stance IS DISTINCT FROM becomes)
    WHERE author_id = who AND article_id = the_article AND stance IS NOT NULL;
  RETURN NULL;
END $$;

-- An erased member leaves no ballot: an open poll loses it in its next batch, a closed one keeps the number and forgets whose it was.
CREATE FUNCTION forget_ballots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE v record;
BEGIN
  FOR v IN SELECT vote.poll_id, vote.option_key, p.closes_at <= now() AS closed
    FROM vote JOIN poll p ON p.id = vote.poll_id WHERE vote.member_id = NEW.id ORDER BY vote.poll_id
  LOOP
    PERFORM FROM tally_batch WHERE poll_id = v.poll_id FOR NO KEY UPDATE;
    DELETE FROM vote WHERE poll_id = v.poll_id AND member_id = NEW.id;
    IF v.closed THEN
      UPDATE tally SET votes = votes + 1 WHERE poll_id = v.poll_id AND option_key = v.option_key;
      INSERT INTO loose_ballot (poll_id, option_key, votes) VALUES (v.poll_id, v.option_key, 1)
        ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = loose_ballot.votes + 1;
      PERFORM note_move(v.poll_id, NEW.id, NULL, v.option_key);
    END IF;
  END LOOP;
  -- The batch still counts the move, but no longer knows whose it was.
  UPDATE tally_move SET member_id = gen_random_uuid() WHERE member_id = NEW.id;
  DELETE FROM vote_change WHERE member_id = NEW.id;
  DELETE FROM poll_pass WHERE member_id = NEW.id;
  DELETE FROM ballot_taken WHERE member_id = NEW.id;
  DELETE FROM reaction_side WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER ballots_forgotten AFTER UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_ballots();

-- ───────────────────────────── voting ─────────────────────────────

-- Whose session this is. The database holds a token only as its hash, so nobody who reads it can speak for a member here.
CREATE FUNCTION ballot_owner(session_token text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT member_id FROM session WHERE token_hash = sha256(convert_to(session_token, 'UTF8')) AND expires_at > now()
$$;

DROP FUNCTION cast_vote(uuid, uuid, text, int);
-- One word back: ok, unchanged, signed-out, unknown-poll, not-open, closed, unknown-option, fixed (a detached ballot cannot change).
CREATE FUNCTION cast_vote(the_poll uuid, session_token text, choice text, consent_version int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  p poll;
  held text;
  who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  -- Whoever changes the poll holds its row, so that nobody votes for an option while it is being removed.
  SELECT * INTO p FROM poll WHERE id = the_poll FOR KEY SHARE;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.opens_at > now() THEN RETURN 'not-open'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  PERFORM FROM poll_option WHERE poll_id = the_poll AND key = choice AND removed_at IS NULL;
  IF NOT FOUND THEN RETURN 'unknown-option'; END IF;
  IF p.detached THEN RETURN CASE WHEN drop_ballot(the_poll, who, choice) THEN 'ok' ELSE 'fixed' END; END IF;
  INSERT INTO vote AS v (poll_id, member_id, option_key, consent) VALUES (the_poll, who, choice, consent_version)
    ON CONFLICT (poll_id, member_id) DO UPDATE SET option_key = excluded.option_key
    WHERE v.option_key <> excluded.option_key
    RETURNING v.option_key INTO held;
  RETURN CASE WHEN held IS NULL THEN 'unchanged' ELSE 'ok' END;
END $$;

-- Two things happen that nothing joins: the member is crossed off the list, a number in the urn goes up.
-- False when the member had been crossed off before.
CREATE FUNCTION drop_ballot(the_poll uuid, who uuid, choice text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM FROM tally_batch WHERE poll_id = the_poll FOR NO KEY UPDATE;
  INSERT INTO ballot_taken (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE tally SET votes = votes + 1 WHERE poll_id = the_poll AND option_key = choice;
  INSERT INTO loose_ballot (poll_id, option_key, votes) VALUES (the_poll, choice, 1)
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = loose_ballot.votes + 1;
  UPDATE tally_batch SET moved = moved + 1 WHERE poll_id = the_poll;
  RETURN true;
END $$;

DROP FUNCTION withdraw_vote(uuid, uuid);
-- ok, nothing (there was no vote), signed-out, not-open, closed, unknown-poll, fixed
CREATE FUNCTION withdraw_vote(the_poll uuid, session_token text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  p poll;
  who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.opens_at > now() THEN RETURN 'not-open'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  IF p.detached THEN RETURN 'fixed'; END IF;
  DELETE FROM vote WHERE poll_id = the_poll AND member_id = who;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'nothing' END;
END $$;

-- "Just show me": remembered, so that it is asked once. ok, signed-out, unknown-poll
CREATE FUNCTION pass_poll(the_poll uuid, session_token text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  PERFORM FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  INSERT INTO poll_pass (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  RETURN 'ok';
END $$;

-- Where the holder of this session stands. `choice` is null for detached ballots even when `voted`.
CREATE FUNCTION my_standing(the_poll uuid, session_token text) RETURNS TABLE (choice text, voted boolean, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT v.option_key, v.option_key IS NOT NULL OR b.member_id IS NOT NULL, p.member_id IS NOT NULL
  FROM (SELECT ballot_owner(session_token) AS id) me
    LEFT JOIN vote v ON v.poll_id = the_poll AND v.member_id = me.id
    LEFT JOIN ballot_taken b ON b.poll_id = the_poll AND b.member_id = me.id
    LEFT JOIN poll_pass p ON p.poll_id = the_poll AND p.member_id = me.id
  WHERE me.id IS NOT NULL
$$;

-- Whether anybody has voted yet: from then on a poll keeps its rules.
CREATE FUNCTION poll_has_ballots(the_poll uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT FROM vote_change WHERE poll_id = the_poll) OR EXISTS (SELECT FROM ballot_taken WHERE poll_id = the_poll)
$$;

-- ───────────────────────────── publishing ─────────────────────────────

-- From here to its close a poll publishes nothing, so that the last batch is full: a tenth of its time, at most an hour.
-- A poll that hides its results until the close publishes once, then, and so exactly.
CREATE FUNCTION quiet_from(p poll) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p.results_shown = 'after_close' THEN p.opens_at
    ELSE p.closes_at - least(interval '1 hour', (p.closes_at - p.opens_at) / 10) END
$$;

-- Moves the published counts when at least five members' ballots differ from the last batch and ten seconds passed.
-- True when they moved. Never shows a total below five, never a step of fewer than five, the last one included:
-- up to four ballots after it are left out for good, and the page says so.
CREATE OR REPLACE FUNCTION publish_tally(the_poll uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  b tally_batch;
  p poll;
BEGIN
  SELECT * INTO b FROM tally_batch WHERE poll_id = the_poll FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND OR b.moved < 5 OR b.as_of > now() - interval '10 seconds' THEN RETURN false; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF p.closes_at > now() AND quiet_from(p) <= now() THEN RETURN false; END IF;
  IF (SELECT sum(votes) FROM tally WHERE poll_id = the_poll) < 5 THEN RETURN false; END IF;
  INSERT INTO published_tally (poll_id, option_key, votes, as_of)
    SELECT poll_id, option_key, votes, now() FROM tally WHERE poll_id = the_poll
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = excluded.votes, as_of = excluded.as_of;
  UPDATE tally_batch SET moved = 0, as_of = now() WHERE poll_id = the_poll;
  DELETE FROM tally_move WHERE poll_id = the_poll;
  INSERT INTO event (kind, article_id, subject_id) VALUES ('poll.moved', p.article_id, the_poll);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION polls_due() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT b.poll_id FROM tally_batch b JOIN poll p ON p.id = b.poll_id
  WHERE b.moved >= 5 AND (b.as_of IS NULL OR b.as_of <= now() - interval '10 seconds')
    AND (p.closes_at IS NULL OR p.closes_at <= now() OR quiet_from(p) > now())
$$;

-- ───────────────────────────── checking ─────────────────────────────

-- Where counts and rows differ, for `moot check`; a sound database answers nothing, so this tells no count.
CREATE FUNCTION check_ballots() RETURNS TABLE (rule text, place text, stored text, counted text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT 'tally', 'poll ' || t.poll_id || ', option ' || t.option_key, t.votes::text, n.votes::text
  FROM tally t CROSS JOIN LATERAL (SELECT count(*)
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
  SELECT 'moved', 'poll ' || b.poll_id, b.moved::text, count(m.member_id)::text
  FROM tally_batch b JOIN poll p ON p.id = b.poll_id AND NOT p.detached LEFT JOIN tally_move m ON m.poll_id = b.poll_id
  GROUP BY b.poll_id, b.moved HAVING b.moved <> count(m.member_id)
  UNION ALL
  SELECT 'taken', 'poll ' || p.id, (SELECT sum(votes) FROM tally WHERE poll_id = p.id)::text, count(b.member_id)::text
  FROM poll p JOIN ballot_taken b ON b.poll_id = p.id
  GROUP BY p.id HAVING count(b.member_id) > (SELECT sum(votes) FROM tally WHERE poll_id = p.id)
  UNION ALL
  SELECT 'smallest', 'poll ' || poll_id, sum(votes)::text, 'at least 5' FROM published_tally GROUP BY poll_id HAVING sum(votes) < 5
  UNION ALL
  SELECT 'still', 'poll ' || t.poll_id || ', option ' || t.option_key, coalesce(s.votes, 0)::text, t.votes::text
  FROM tally t JOIN tally_batch b ON b.poll_id = t.poll_id AND b.moved = 0 AND b.as_of IS NOT NULL
    LEFT JOIN published_tally s ON s.poll_id = t.poll_id AND s.option_key = t.option_key
  WHERE t.votes <> coalesce(s.votes, 0)
$$;

-- ───────────────────────────── walls ─────────────────────────────

-- `pg_temp` is searched first unless it is named last; a temporary table must not stand in for ours.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    REVOKE ALL ON ballot_taken, loose_ballot, poll_pass FROM moot_app;
    -- How often anybody voted is a live count, too.
    REVOKE ALL ON SEQUENCE vote_change_id_seq FROM moot_app;
    REVOKE UPDATE, DELETE ON poll_version FROM moot_app;
    -- Removing an option that has votes fails, and failing would tell.
    REVOKE UPDATE, DELETE ON poll_option FROM moot_app;
    GRANT UPDATE (position, label, sentence, side, removed_at) ON poll_option TO moot_app;
    REVOKE EXECUTE ON FUNCTION note_move, drop_ballot, ballot_owner FROM moot_app;
    GRANT EXECUTE ON FUNCTION cast_vote, withdraw_vote, pass_poll, my_vote, my_standing, poll_has_ballots,
      publish_tally, polls_due, quiet_from, check_ballots TO moot_app;
  END IF;
END $$;
