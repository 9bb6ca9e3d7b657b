-- Reactions and votes that arrive together are written in one transaction (platform/together.ts). Such a transaction holds what
-- belongs to many, so it waits for nobody who could wait for it: it takes the locks it will need first, skips what somebody
-- else holds, and leaves that to be asked alone.

-- Those of these members who may write now, held so that no sanction comes in between. Where one is under way they are left out.
CREATE FUNCTION hold_writers(members uuid[]) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held uuid[] := ARRAY(SELECT id FROM member WHERE id = ANY (members) FOR KEY SHARE SKIP LOCKED);
BEGIN
  -- Another statement: it sees a sanction that was committed just before the lock was had.
  RETURN ARRAY(SELECT id FROM unnest(held) id EXCEPT SELECT member_id FROM sanction WHERE member_id = ANY (held)
    AND lifted_at IS NULL AND kind IN ('suspension', 'ban') AND (until IS NULL OR until > now()));
END $$;

-- Those of these comments whose side figures nobody else is moving, held. The caller holds the comments, so that none begins to.
CREATE FUNCTION hold_sides(comments uuid[]) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held uuid[] := ARRAY(SELECT comment_id FROM side_batch WHERE comment_id = ANY (comments) FOR UPDATE SKIP LOCKED);
BEGIN
  RETURN ARRAY(SELECT id FROM unnest(comments) id
    EXCEPT SELECT comment_id FROM side_batch WHERE comment_id = ANY (comments) AND NOT comment_id = ANY (held));
END $$;

-- `react_to` for many, in their order. No row: to be asked alone.
CREATE FUNCTION react_together(targets uuid[], members uuid[], kinds reaction_kind[])
RETURNS TABLE (nth int, respect int, unconvinced int) LANGUAGE plpgsql ROWS 8 AS $$
DECLARE
  writers uuid[] := hold_writers(members);
  held uuid[] := hold_sides(ARRAY(SELECT id FROM comment WHERE id = ANY (targets) FOR NO KEY UPDATE SKIP LOCKED));
BEGIN
  FOR i IN 1 .. cardinality(targets) LOOP
    CONTINUE WHEN NOT (members[i] = ANY (writers) AND targets[i] = ANY (held));
    nth := i;
    SELECT r.respect, r.unconvinced INTO respect, unconvinced FROM react_to(targets[i], members[i], kinds[i]) r;
    IF FOUND THEN RETURN NEXT; END IF;
  END LOOP;
END $$;

-- The member's row of tally_batch comes before their vote, in every function that holds both: two votes of one member, one of them
-- together with others, would wait for each other in the other order.
CREATE OR REPLACE FUNCTION cast_vote(the_poll uuid, session_token text, choice text, consent_version int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
  PERFORM FROM tally_batch WHERE poll_id = the_poll AND shard = shard_of(who) FOR NO KEY UPDATE;
  INSERT INTO vote AS v (poll_id, member_id, option_key, consent) VALUES (the_poll, who, choice, consent_version)
    ON CONFLICT (poll_id, member_id) DO UPDATE SET option_key = excluded.option_key
    WHERE v.option_key <> excluded.option_key
    RETURNING v.option_key INTO held;
  RETURN CASE WHEN held IS NULL THEN 'unchanged' ELSE 'ok' END;
END $$;

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

-- `cast_vote`, and where the voter stands after it: read in a statement of its own, so that it knows of the vote.
CREATE FUNCTION vote_and_stand(the_poll uuid, session_token text, vote text, consent_version int)
RETURNS TABLE (word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  word := cast_vote(the_poll, session_token, vote, consent_version);
  SELECT s.choice, s.voted, s.asked, s.guessed, s.guess, s.switched, s.told INTO choice, voted, asked, guessed, guess, switched, told
  FROM my_standing(the_poll, session_token) s;
  RETURN NEXT;
END $$;

-- The same for many, in their order. No row: to be asked alone, as is every vote in a poll that keeps ballots apart from names, and
-- of whoever shows a vote with a comment, for then it also writes to that.
CREATE FUNCTION vote_together(polls uuid[], tokens text[], votes text[], consent_version int)
RETURNS TABLE (nth int, word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean,
  told boolean) LANGUAGE plpgsql ROWS 8 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    RETURN QUERY SELECT i, v.* FROM vote_and_stand(polls[i], tokens[i], votes[i], consent_version) v;
  END LOOP;
END $$;

DO $$
BEGIN
  REVOKE EXECUTE ON FUNCTION hold_writers, hold_sides, vote_and_stand, vote_together FROM PUBLIC;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    GRANT EXECUTE ON FUNCTION hold_writers, hold_sides, vote_and_stand, vote_together TO moot_app;
  END IF;
END $$;
