-- What changed a mind: told by its owner, published later and without a name.

-- Whether a member still holds another option than their first. After the close everything stands.
CREATE OR REPLACE FUNCTION switch_stands(m mind_change) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.closer OR coalesce((SELECT v.option_key FROM vote v WHERE v.poll_id = m.poll_id AND v.member_id = m.member_id)
    <> (SELECT c."to" FROM vote_change c WHERE c.poll_id = m.poll_id AND c.member_id = m.member_id AND c."to" IS NOT NULL
      ORDER BY c.id LIMIT 1), (SELECT closes_at <= now() FROM poll WHERE id = m.poll_id), false)
$$;
REVOKE ALL ON FUNCTION switch_stands FROM PUBLIC, moot_app;

-- ok, signed-out, unknown-poll, fixed (detached), no-vote, no-switch, no-comment, own, twice, full
CREATE OR REPLACE FUNCTION tell_mind_change(the_poll uuid, session_token text, the_comment uuid, the_passage text, the_why text, is_closer boolean, may_quote boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid := ballot_owner(session_token);
  p poll;
  c comment;
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.detached THEN RETURN 'fixed'; END IF;
  PERFORM FROM vote WHERE poll_id = the_poll AND member_id = who;
  IF NOT FOUND THEN RETURN 'no-vote'; END IF;
  IF NOT is_closer THEN
    PERFORM FROM vote_change WHERE poll_id = the_poll AND member_id = who AND "to" IS NOT NULL
      HAVING count(DISTINCT "to") >= 2;
    IF NOT FOUND THEN RETURN 'no-switch'; END IF;
    PERFORM FROM mind_change WHERE poll_id = the_poll AND member_id = who AND NOT closer;
    IF FOUND THEN RETURN 'twice'; END IF;
  END IF;
  IF the_comment IS NOT NULL THEN
    SELECT * INTO c FROM comment WHERE id = the_comment AND article_id = p.article_id AND state = 'visible';
    IF NOT FOUND THEN RETURN 'no-comment'; END IF;
    IF c.author_id = who THEN RETURN 'own'; END IF;
    -- Two friends cannot honour each other without end.
    PERFORM FROM mind_change m JOIN comment mc ON mc.id = m.comment_id
      WHERE m.member_id = who AND mc.author_id = c.author_id HAVING count(*) >= threshold('honours_each');
    IF FOUND THEN RETURN 'full'; END IF;
  END IF;
  INSERT INTO mind_change (poll_id, member_id, comment_id, passage, why, closer, quotable, ripe_at)
    VALUES (the_poll, who, the_comment, the_passage, the_why, is_closer, may_quote,
      now() + make_interval(secs => 3600 * (threshold('ripens_after_hours') + random() * threshold('ripens_within_hours'))))
    ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'twice' END;
END $$;
REVOKE ALL ON FUNCTION tell_mind_change FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION tell_mind_change TO moot_app;

-- What the holder of a session told, of all polls.
CREATE OR REPLACE FUNCTION my_mind_changes(session_token text) RETURNS TABLE (poll_id uuid, comment_id uuid, passage text, why text, closer boolean, quotable boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.poll_id, m.comment_id, m.passage, m.why, m.closer, m.quotable FROM mind_change m
  WHERE m.member_id = ballot_owner(session_token) ORDER BY m.id
$$;
REVOKE ALL ON FUNCTION my_mind_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION my_mind_changes TO moot_app;

-- Publishes what is ripe, as long as the switch and the comment still stand; else looks again later. What changed a mind under a
-- comment that argues for one side tells which way opinion moves: where results wait for the close, so does this.
CREATE OR REPLACE FUNCTION ripen_mind_changes(at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m mind_change;
  c comment;
  told uuid;
  counted int := 0;
BEGIN
  FOR m IN SELECT * FROM mind_change WHERE published_id IS NULL AND ripe_at <= now()
      AND NOT EXISTS (SELECT FROM poll p WHERE p.id = poll_id AND hides_until_close(p.results_shown) AND p.closes_at > now())
    ORDER BY ripe_at LIMIT at_most
    FOR UPDATE SKIP LOCKED
  LOOP
    SELECT * INTO c FROM comment WHERE id = m.comment_id;
    IF (m.comment_id IS NOT NULL AND c.state IS DISTINCT FROM 'visible') OR NOT switch_stands(m) THEN
      UPDATE mind_change SET ripe_at = now() + make_interval(secs => 3600 * threshold('ripens_again_hours')) WHERE id = m.id;
      CONTINUE;
    END IF;
    INSERT INTO published_mind_change (poll_id, comment_id, passage, why, closer)
      VALUES (m.poll_id, m.comment_id, m.passage, CASE WHEN m.quotable THEN m.why END, m.closer) RETURNING id INTO told;
    UPDATE mind_change SET published_id = told WHERE id = m.id;
    IF c.id IS NOT NULL AND NOT m.closer THEN
      UPDATE comment SET changed_minds = changed_minds + 1 WHERE id = c.id;
      UPDATE member SET honour_count = honour_count + 1 WHERE id = c.author_id;
      PERFORM tell(ARRAY[c.author_id], 'honour', 'honour ' || told, c.article_id, c.id, NULL, NULL, now());
    END IF;
    counted := counted + 1;
  END LOOP;
  RETURN counted;
END $$;
REVOKE ALL ON FUNCTION ripen_mind_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION ripen_mind_changes TO moot_publisher;

-- Takes the words of a published reason down: they are kept for nobody to quote again, and that a vote changed still counts. Whether there
-- were any.
CREATE OR REPLACE FUNCTION take_reason_down(the_poll uuid, told uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE published_mind_change SET why = NULL, passage = NULL
    WHERE id = told AND poll_id = the_poll AND (why IS NOT NULL OR passage IS NOT NULL);
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION take_reason_down FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION take_reason_down TO moot_app;

-- Takes back what a member told about a poll (of all polls, for null), published or not.
CREATE OR REPLACE FUNCTION forget_mind_changes(the_poll uuid, who uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE m mind_change;
BEGIN
  FOR m IN DELETE FROM mind_change WHERE member_id = who AND (the_poll IS NULL OR poll_id = the_poll) RETURNING * LOOP
    CONTINUE WHEN m.published_id IS NULL;
    DELETE FROM published_mind_change WHERE id = m.published_id;
    CONTINUE WHEN m.closer OR m.comment_id IS NULL;
    UPDATE comment SET changed_minds = changed_minds - 1 WHERE id = m.comment_id;
    UPDATE member SET honour_count = honour_count - 1
      WHERE id = (SELECT author_id FROM comment WHERE id = m.comment_id);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION forget_mind_changes FROM PUBLIC, moot_app;

-- What was told about a comment goes with it. A trigger in place of a foreign key: that would leave the same number in the row of the
-- comment as in the row of whoever tells of it.
CREATE OR REPLACE FUNCTION forget_minds_of_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM mind_change WHERE comment_id = OLD.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER minds_forgotten AFTER DELETE ON comment FOR EACH ROW EXECUTE FUNCTION forget_minds_of_comment();
REVOKE ALL ON FUNCTION forget_minds_of_comment FROM PUBLIC, moot_app;

-- ok, signed-out
CREATE OR REPLACE FUNCTION take_back_mind_change(the_poll uuid, session_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  PERFORM forget_mind_changes(the_poll, who);
  RETURN 'ok';
END $$;
REVOKE ALL ON FUNCTION take_back_mind_change FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION take_back_mind_change TO moot_app;

-- An erased member's words about polls go with them, and what was kept of their profile.
CREATE OR REPLACE FUNCTION forget_what_was_told() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM forget_mind_changes(NULL, NEW.id);
  DELETE FROM poll_guess WHERE member_id = NEW.id;
  DELETE FROM side_reply WHERE member_id = NEW.id;
  DELETE FROM profile_removal WHERE member_id = NEW.id;
  UPDATE report SET profile = NULL WHERE member_id = NEW.id;
  UPDATE side_move SET member_id = gen_random_uuid() WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER what_was_told_forgotten AFTER UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_what_was_told();
REVOKE ALL ON FUNCTION forget_what_was_told FROM PUBLIC, moot_app;
