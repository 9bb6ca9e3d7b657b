-- Where the holder of a session stands in a poll. PL/pgSQL, because before PostgreSQL 18 a function in SQL is planned at every
-- call, and this is asked twice a vote.

-- A ballot opens only to the token of one of its member's own sessions.
CREATE OR REPLACE FUNCTION my_vote(the_poll uuid, session_token text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.option_key FROM vote v WHERE v.poll_id = the_poll AND v.member_id = ballot_owner(session_token)
$$;
REVOKE ALL ON FUNCTION my_vote FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION my_vote TO moot_app;

-- Where somebody stands whom the caller has found by the token of their session. `choice` is null for detached ballots even when `voted`; `switched` once they voted for two different options; `told`
-- whatever they told, so that "moved me closer" can be taken back, too.
CREATE OR REPLACE FUNCTION standing_of(me uuid, the_poll uuid) RETURNS TABLE (choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF me IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT v.option_key, v.option_key IS NOT NULL OR b.member_id IS NOT NULL, p.member_id IS NOT NULL,
      g.member_id IS NOT NULL, g.share,
      v.option_key IS NOT NULL AND EXISTS (SELECT FROM vote_change c WHERE c.poll_id = the_poll AND c.member_id = me
        AND c."to" IS NOT NULL AND c."to" <> v.option_key),
      EXISTS (SELECT FROM mind_change m WHERE m.poll_id = the_poll AND m.member_id = me)
    FROM (SELECT) one
      LEFT JOIN vote v ON v.poll_id = the_poll AND v.member_id = me
      LEFT JOIN ballot_taken b ON b.poll_id = the_poll AND b.member_id = me
      LEFT JOIN poll_pass p ON p.poll_id = the_poll AND p.member_id = me
      LEFT JOIN poll_guess g ON g.poll_id = the_poll AND g.member_id = me;
END $$;
REVOKE ALL ON FUNCTION standing_of FROM PUBLIC, moot_app;

-- Where the holder of a session stands; no row for whoever is signed out.
CREATE OR REPLACE FUNCTION my_standing(the_poll uuid, session_token text) RETURNS TABLE (choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM standing_of(ballot_owner(session_token), the_poll);
END $$;
REVOKE ALL ON FUNCTION my_standing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION my_standing TO moot_app;
