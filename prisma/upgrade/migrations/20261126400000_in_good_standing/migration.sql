-- Who is suspended or banned while a comment, a reaction, a report or a vote of theirs is on its way: it is not written. A sanction
-- holds the member's row FOR UPDATE until it is committed; whoever writes asks for that row last of all their locks, waits for
-- the sanction, and then reads it (every statement of a function looks at what is committed by then).

CREATE FUNCTION refuse_unless_in_good_standing(who uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- As a foreign key would: it waits for a sanction, and for nothing else that is done to a member.
  PERFORM FROM member WHERE id = who FOR KEY SHARE;
  IF EXISTS (SELECT FROM sanction WHERE member_id = who AND lifted_at IS NULL AND kind IN ('suspension', 'ban')
      AND (until IS NULL OR until > now())) THEN
    RAISE EXCEPTION 'no longer in good standing' USING ERRCODE = 'check_violation', CONSTRAINT = 'in_good_standing';
  END IF;
END $$;

CREATE FUNCTION author_in_good_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.author_id);
  RETURN NULL;
END $$;
CREATE FUNCTION member_in_good_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.member_id);
  RETURN NULL;
END $$;
CREATE FUNCTION reporter_in_good_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.reporter_id);
  RETURN NULL;
END $$;

-- Triggers fire in the order of their names: these after the counters, so that the member's row comes last.
CREATE TRIGGER written_in_good_standing AFTER INSERT ON comment FOR EACH ROW
  WHEN (NEW.author_id IS NOT NULL) EXECUTE FUNCTION author_in_good_standing();
-- A new text, or an own one brought back. What a moderator decides is none of it.
CREATE TRIGGER written_again_in_good_standing AFTER UPDATE OF revision, state ON comment FOR EACH ROW
  WHEN (NEW.author_id IS NOT NULL AND (OLD.revision <> NEW.revision OR (OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn')))
  EXECUTE FUNCTION author_in_good_standing();
CREATE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF kind ON reaction FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
-- A notice of illegal content is open to everybody.
CREATE TRIGGER written_in_good_standing AFTER INSERT ON report FOR EACH ROW
  WHEN (NEW.reporter_id IS NOT NULL AND NEW.reason <> 'illegal') EXECUTE FUNCTION reporter_in_good_standing();
CREATE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF option_key ON vote FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
CREATE TRIGGER written_in_good_standing AFTER INSERT ON ballot_taken FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
CREATE TRIGGER written_in_good_standing AFTER INSERT ON mind_change FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['refuse_unless_in_good_standing(uuid)', 'author_in_good_standing()', 'member_in_good_standing()',
      'reporter_in_good_standing()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
