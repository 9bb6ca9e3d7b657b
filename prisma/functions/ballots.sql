-- The ballot box: who may put what into it, and how it is counted. Nobody speaks for a member but with the token of one of
-- their sessions. Locks are taken in one order by every function: the poll, the member's row of tally_batch, the vote.

-- A poll counts on sixteen rows, each member on their own one, so that voters do not wait for each other.
CREATE OR REPLACE FUNCTION shard_of(who uuid) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT get_byte(uuid_send(who), 15) & 15;
END;
REVOKE ALL ON FUNCTION shard_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION shard_of TO moot_app;

-- Whose session this is. The database holds a token only as its hash, so nobody who reads it can speak for a member here; and a
-- session opens nothing in the transaction that wrote it, so that none can be made up, used and rolled back.
CREATE OR REPLACE FUNCTION ballot_owner(session_token text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT s.member_id FROM session s
    WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > now()
      AND s.written_in IS DISTINCT FROM pg_current_xact_id_if_assigned()::text::bigint);
END $$;
REVOKE ALL ON FUNCTION ballot_owner FROM PUBLIC, moot_app;

-- Whoever writes a session cannot say when.
CREATE OR REPLACE FUNCTION note_transaction() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.written_in := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER session_written_in BEFORE INSERT OR UPDATE ON session FOR EACH ROW EXECUTE FUNCTION note_transaction();
REVOKE ALL ON FUNCTION note_transaction FROM PUBLIC, moot_app;

-- A new option begins with its rows, so that counting is always an UPDATE.
CREATE OR REPLACE FUNCTION begin_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO tally_batch (poll_id, shard) SELECT NEW.poll_id, n FROM generate_series(0, 15) n ON CONFLICT DO NOTHING;
  INSERT INTO tally (poll_id, option_key, shard) SELECT NEW.poll_id, NEW.key, n FROM generate_series(0, 15) n ON CONFLICT DO NOTHING;
  INSERT INTO loose_ballot (poll_id, option_key, votes) VALUES (NEW.poll_id, NEW.key, 0) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tally_begins AFTER INSERT ON poll_option FOR EACH ROW EXECUTE FUNCTION begin_tally();
REVOKE ALL ON FUNCTION begin_tally FROM PUBLIC, moot_app;

-- Whether a member's ballot differs from the one in the published counts: there and back again is no move. The row that counts moves is
-- written each time, so that a transaction with an older snapshot fails on it, and never on what was chosen. Callers hold it.
CREATE OR REPLACE FUNCTION note_move(the_poll uuid, who uuid, was_option text, becomes text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before text;
  step int := 0;
BEGIN
  SELECT was INTO before FROM tally_move WHERE poll_id = the_poll AND member_id = who;
  IF NOT FOUND THEN
    INSERT INTO tally_move (poll_id, member_id, was) VALUES (the_poll, who, was_option);
    step := 1;
  ELSIF before IS NOT DISTINCT FROM becomes THEN
    DELETE FROM tally_move WHERE poll_id = the_poll AND member_id = who;
    step := -1;
  END IF;
  UPDATE tally_batch SET moved = moved + step WHERE poll_id = the_poll AND shard = shard_of(who);
END $$;
REVOKE ALL ON FUNCTION note_move FROM PUBLIC, moot_app;

-- The counts follow the ballots in the same transaction. The member's row of tally_batch is locked first, so that voters who
-- share one take turns and never wait in a circle.
CREATE OR REPLACE FUNCTION count_vote() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  the_poll uuid := coalesce(NEW.poll_id, OLD.poll_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.option_key END;
  becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.option_key END;
  its_shard int := shard_of(who);
  counted int;
  more_than_two boolean;
BEGIN
  IF was IS NOT DISTINCT FROM becomes THEN
    -- The same once more: written like a change, for whoever would feel that it was none.
    UPDATE tally_batch SET moved = moved WHERE poll_id = the_poll AND shard = its_shard;
    RETURN NULL;
  END IF;
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = its_shard FOR NO KEY UPDATE;
  -- Gone with its poll: nobody is left to count for.
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE tally SET votes = votes + CASE option_key WHEN becomes THEN 1 ELSE -1 END
    WHERE poll_id = the_poll AND shard = its_shard AND option_key IN (was, becomes);
  -- In place of a foreign key, which would leave this transaction's number in the row of the option, for whoever may read it.
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted <> num_nonnulls(was, becomes) THEN RAISE EXCEPTION 'no such option' USING ERRCODE = 'foreign_key_violation'; END IF;
  PERFORM note_move(the_poll, who, was, becomes);
  INSERT INTO vote_change (poll_id, member_id, "from", "to") VALUES (the_poll, who, was, becomes);
  IF TG_OP <> 'INSERT' OR EXISTS (SELECT FROM comment WHERE author_id = who) THEN
    -- Of two answers it would tell the other one. Written only where the mark changes: that a row was written can be read off it.
    more_than_two := (SELECT count(*) FROM poll_option WHERE poll_id = the_poll AND removed_at IS NULL) > 2;
    UPDATE comment SET stance_outdated = NOT stance_outdated
      WHERE author_id = who AND stance IS NOT NULL AND article_id = (SELECT article_id FROM poll WHERE id = the_poll)
        AND stance_outdated IS DISTINCT FROM (more_than_two AND stance IS DISTINCT FROM becomes);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER vote_counted AFTER INSERT OR DELETE OR UPDATE ON vote FOR EACH ROW EXECUTE FUNCTION count_vote();
REVOKE ALL ON FUNCTION count_vote FROM PUBLIC, moot_app;

-- Whoever counts on one row of the urn holds them all first: who waits for whom, or fails on whose change, depends on no choice then.
CREATE OR REPLACE FUNCTION hold_loose_ballots(the_poll uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM loose_ballot WHERE poll_id = the_poll ORDER BY option_key FOR NO KEY UPDATE;
END $$;
REVOKE ALL ON FUNCTION hold_loose_ballots FROM PUBLIC, moot_app;

-- A detached ballot. Two things happen that nothing joins: the member is crossed off the list, a number in the urn goes up.
-- On any row but the member's own: there a number would narrow down whose it is. False when they had been crossed off before.
CREATE OR REPLACE FUNCTION drop_ballot(the_poll uuid, who uuid, choice text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE any_shard int := floor(random() * 16);
BEGIN
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = any_shard FOR NO KEY UPDATE;
  PERFORM hold_loose_ballots(the_poll);
  INSERT INTO ballot_taken (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE tally SET votes = votes + 1 WHERE poll_id = the_poll AND shard = any_shard AND option_key = choice;
  UPDATE loose_ballot SET votes = votes + 1 WHERE poll_id = the_poll AND option_key = choice;
  UPDATE tally_batch SET moved = moved + 1 WHERE poll_id = the_poll AND shard = any_shard;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION drop_ballot FROM PUBLIC, moot_app;

-- Whoever votes follows the discussion, unless they said something of it before: then it stays so. It comes after the vote, whose trigger
-- asks for the member's row. Always ok.
CREATE OR REPLACE FUNCTION begin_following(who uuid, the_article uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO following (member_id, article_id, subject_id, state) VALUES (who, the_article, the_article, 'followed') ON CONFLICT DO NOTHING;
  RETURN 'ok';
END $$;
REVOKE ALL ON FUNCTION begin_following FROM PUBLIC, moot_app;

-- A vote of whoever the caller has found by the token of their session. One word back: ok, unchanged, signed-out, unknown-poll, not-open, closed,
-- unknown-option, too-late (their address was not confirmed when a poll opened that asks for that), fixed (a detached ballot cannot change).
CREATE OR REPLACE FUNCTION vote_as(who uuid, the_poll uuid, choice text, consent_version int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p poll;
  held text;
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  -- Whoever changes the poll holds its row, so that nobody votes for an option while it is being removed.
  SELECT * INTO p FROM poll WHERE id = the_poll FOR KEY SHARE;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.opens_at > now() THEN RETURN 'not-open'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  PERFORM FROM poll_option WHERE poll_id = the_poll AND key = choice AND removed_at IS NULL;
  IF NOT FOUND THEN RETURN 'unknown-option'; END IF;
  IF p.confirmed_before AND NOT EXISTS (SELECT FROM member WHERE id = who AND proven_at < p.opens_at) THEN RETURN 'too-late'; END IF;
  IF p.detached THEN
    IF NOT drop_ballot(the_poll, who, choice) THEN RETURN 'fixed'; END IF;
    RETURN begin_following(who, p.article_id);
  END IF;
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = shard_of(who) FOR NO KEY UPDATE;
  SELECT option_key INTO held FROM vote WHERE poll_id = the_poll AND member_id = who;
  INSERT INTO vote (poll_id, member_id, option_key, consent) VALUES (the_poll, who, choice, consent_version)
    ON CONFLICT (poll_id, member_id) DO UPDATE SET option_key = excluded.option_key;
  -- Also for the same once more: that a row of `following` appears, the site may read.
  PERFORM begin_following(who, p.article_id);
  RETURN CASE WHEN held = choice THEN 'unchanged' ELSE 'ok' END;
END $$;
REVOKE ALL ON FUNCTION vote_as FROM PUBLIC, moot_app;

-- The vote of a session's holder; the same words.
CREATE OR REPLACE FUNCTION cast_vote(the_poll uuid, session_token text, choice text, consent_version int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN vote_as(ballot_owner(session_token), the_poll, choice, consent_version);
END $$;
REVOKE ALL ON FUNCTION cast_vote FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION cast_vote TO moot_app;

-- ok, nothing (there was no vote), signed-out, not-open, closed, unknown-poll, fixed
CREATE OR REPLACE FUNCTION withdraw_vote(the_poll uuid, session_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = shard_of(who) FOR NO KEY UPDATE;
  DELETE FROM vote WHERE poll_id = the_poll AND member_id = who;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'nothing' END;
END $$;
REVOKE ALL ON FUNCTION withdraw_vote FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION withdraw_vote TO moot_app;

-- "Just show me": remembered, so that it is asked once. ok, signed-out, unknown-poll
CREATE OR REPLACE FUNCTION pass_poll(the_poll uuid, session_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  PERFORM FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  INSERT INTO poll_pass (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  RETURN 'ok';
END $$;
REVOKE ALL ON FUNCTION pass_poll FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION pass_poll TO moot_app;

-- A share from 0 to 1, or null to skip. Once, and before results were shown. ok, unchanged, signed-out, unknown-poll, closed
CREATE OR REPLACE FUNCTION guess_poll(the_poll uuid, session_token text, the_share double precision) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid := ballot_owner(session_token);
  p poll;
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll AND guessing;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  INSERT INTO poll_guess (poll_id, member_id, share) VALUES (the_poll, who, the_share) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'unchanged' END;
END $$;
REVOKE ALL ON FUNCTION guess_poll FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION guess_poll TO moot_app;

-- `cast_vote`, and where the voter stands after it: read in a statement of its own, so that it knows of the vote.
CREATE OR REPLACE FUNCTION vote_and_stand(the_poll uuid, session_token text, vote text, consent_version int) RETURNS TABLE (word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid := ballot_owner(session_token);
BEGIN
  word := vote_as(who, the_poll, vote, consent_version);
  SELECT s.choice, s.voted, s.asked, s.guessed, s.guess, s.switched, s.told INTO choice, voted, asked, guessed, guess, switched, told
  FROM standing_of(who, the_poll) s;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION vote_and_stand FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION vote_and_stand TO moot_app;

-- The same for many at once, in their order. A transaction of many waits for nobody who could wait for it: it takes the locks it
-- will need first and skips what somebody else holds. No row: to be asked alone, as is every vote in a poll that keeps ballots
-- apart from names, and of whoever shows a vote with a comment, for then it also writes to that.
CREATE OR REPLACE FUNCTION vote_together(polls uuid[], tokens text[], votes text[], consent_version int) RETURNS TABLE (nth int, word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  voters uuid[] := ARRAY(SELECT ballot_owner(token) FROM unnest(tokens) WITH ORDINALITY AS t (token, nth) ORDER BY t.nth);
  writers uuid[] := ARRAY(SELECT unnest(hold_writers(voters))
    EXCEPT SELECT author_id FROM comment WHERE author_id = ANY (voters) AND stance IS NOT NULL);
  held uuid[] := ARRAY(SELECT id FROM poll WHERE id = ANY (polls) AND NOT detached FOR KEY SHARE SKIP LOCKED);
  rows_held text[] := ARRAY(SELECT poll_id || '/' || shard FROM tally_batch
    WHERE (poll_id, shard) IN (SELECT p, shard_of(v) FROM unnest(polls, voters) AS asked (p, v)) FOR NO KEY UPDATE SKIP LOCKED);
BEGIN
  FOR i IN 1 .. cardinality(polls) LOOP
    CONTINUE WHEN NOT (voters[i] = ANY (writers) AND polls[i] = ANY (held)
      AND polls[i] || '/' || shard_of(voters[i]) = ANY (rows_held)) IS TRUE;
    nth := i;
    word := vote_as(voters[i], polls[i], votes[i], consent_version);
    SELECT s.choice, s.voted, s.asked, s.guessed, s.guess, s.switched, s.told INTO choice, voted, asked, guessed, guess, switched, told
    FROM standing_of(voters[i], polls[i]) s;
    RETURN NEXT;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION vote_together FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION vote_together TO moot_app;

-- Whether anybody has voted yet: from then on a poll keeps its rules.
CREATE OR REPLACE FUNCTION poll_has_ballots(the_poll uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM vote_change WHERE poll_id = the_poll) OR EXISTS (SELECT FROM ballot_taken WHERE poll_id = the_poll)
$$;
REVOKE ALL ON FUNCTION poll_has_ballots FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION poll_has_ballots TO moot_app;

-- An erased member leaves no ballot: an open poll loses it in its next batch, a closed one keeps the number and forgets whose it was.
CREATE OR REPLACE FUNCTION forget_ballots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v record;
BEGIN
  FOR v IN SELECT vote.poll_id, vote.option_key, p.closes_at <= now() AS closed
    FROM vote JOIN poll p ON p.id = vote.poll_id WHERE vote.member_id = NEW.id ORDER BY vote.poll_id
  LOOP
    PERFORM FROM tally_batch WHERE poll_id = v.poll_id AND shard = shard_of(NEW.id) FOR NO KEY UPDATE;
    IF v.closed THEN PERFORM hold_loose_ballots(v.poll_id); END IF;
    DELETE FROM vote WHERE poll_id = v.poll_id AND member_id = NEW.id;
    IF v.closed THEN
      UPDATE tally SET votes = votes + 1 WHERE poll_id = v.poll_id AND shard = shard_of(NEW.id) AND option_key = v.option_key;
      UPDATE loose_ballot SET votes = votes + 1 WHERE poll_id = v.poll_id AND option_key = v.option_key;
      PERFORM note_move(v.poll_id, NEW.id, NULL, v.option_key);
    END IF;
  END LOOP;
  -- The batch still counts the move, but no longer knows whose it was; the new number counts on the same row.
  UPDATE tally_move SET member_id = encode(overlay(uuid_send(gen_random_uuid())
      PLACING substring(uuid_send(NEW.id) FROM 16 FOR 1) FROM 16 FOR 1), 'hex')::uuid
    WHERE member_id = NEW.id;
  DELETE FROM vote_change WHERE member_id = NEW.id;
  DELETE FROM tally_crowd WHERE member_id = NEW.id;
  DELETE FROM poll_pass WHERE member_id = NEW.id;
  DELETE FROM ballot_taken WHERE member_id = NEW.id;
  DELETE FROM reaction_side WHERE member_id = NEW.id;
  DELETE FROM side_crowd WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER ballots_forgotten AFTER UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_ballots();
REVOKE ALL ON FUNCTION forget_ballots FROM PUBLIC, moot_app;

-- What goes with its poll. One trigger in place of foreign keys, which would cost a query for every vote. The rows that every vote writes are
-- held first: a transaction with an older snapshot fails there, and not on the row of what was chosen, after so many others as it could count.
CREATE OR REPLACE FUNCTION empty_ballot_box() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM tally_batch WHERE poll_id = OLD.id ORDER BY shard FOR UPDATE;
  DELETE FROM vote WHERE poll_id = OLD.id;
  DELETE FROM vote_change WHERE poll_id = OLD.id;
  DELETE FROM tally WHERE poll_id = OLD.id;
  DELETE FROM tally_batch WHERE poll_id = OLD.id;
  DELETE FROM tally_move WHERE poll_id = OLD.id;
  DELETE FROM tally_crowd WHERE poll_id = OLD.id;
  RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER ballot_box_emptied BEFORE DELETE ON poll FOR EACH ROW EXECUTE FUNCTION empty_ballot_box();
REVOKE ALL ON FUNCTION empty_ballot_box FROM PUBLIC, moot_app;
