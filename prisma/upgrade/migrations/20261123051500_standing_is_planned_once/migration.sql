-- Before PostgreSQL 18 a function in SQL is planned at every call; one in PL/pgSQL once a connection. Where a member stands is
-- asked twice a vote, and took 0.6 ms of which the planning was nearly all. The same answers as before.

CREATE OR REPLACE FUNCTION ballot_owner(session_token text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT s.member_id FROM session s
    WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > now());
END $$;

CREATE OR REPLACE FUNCTION my_standing(the_poll uuid, session_token text)
RETURNS TABLE (choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid := ballot_owner(session_token);
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
