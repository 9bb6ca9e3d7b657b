-- Who may write, and who stays admin. A sanction holds the member's row FOR UPDATE until it is committed; whoever writes asks
-- for that row last of all their locks, waits for the sanction, and then reads it. Triggers fire in the order of their names:
-- these after the counters, so that the member's row comes last.

-- Nothing is written past a ban, not even what was on its way.
CREATE OR REPLACE FUNCTION refuse_unless_in_good_standing(who uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- As a foreign key would: it waits for a sanction, and for nothing else that is done to a member.
  PERFORM FROM member WHERE id = who FOR KEY SHARE;
  IF EXISTS (SELECT FROM sanction WHERE member_id = who AND lifted_at IS NULL AND kind IN ('suspension', 'ban')
      AND (until IS NULL OR until > now())) THEN
    RAISE EXCEPTION 'no longer in good standing' USING ERRCODE = 'check_violation', CONSTRAINT = 'in_good_standing';
  END IF;
END $$;
REVOKE ALL ON FUNCTION refuse_unless_in_good_standing FROM PUBLIC, moot_app;

-- A new text, or an own one brought back. What a moderator decides is none of it.
CREATE OR REPLACE FUNCTION author_in_good_standing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.author_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER written_again_in_good_standing AFTER UPDATE OF revision, state ON comment FOR EACH ROW
  WHEN (NEW.author_id IS NOT NULL AND NEW.moved_by IN ('edit', 'return') AND (OLD.revision <> NEW.revision OR OLD.state <> NEW.state)) EXECUTE FUNCTION author_in_good_standing();
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT ON comment FOR EACH ROW
  WHEN (NEW.author_id IS NOT NULL) EXECUTE FUNCTION author_in_good_standing();
REVOKE ALL ON FUNCTION author_in_good_standing FROM PUBLIC, moot_app;

-- Reactions, votes, and what is told about them.
CREATE OR REPLACE FUNCTION member_in_good_standing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.member_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT ON ballot_taken FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT ON mind_change FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF kind ON reaction FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF option_key ON vote FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
REVOKE ALL ON FUNCTION member_in_good_standing FROM PUBLIC, moot_app;

-- A notice of illegal content is open to everybody.
CREATE OR REPLACE FUNCTION reporter_in_good_standing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM refuse_unless_in_good_standing(NEW.reporter_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER written_in_good_standing AFTER INSERT ON report FOR EACH ROW
  WHEN (NEW.reporter_id IS NOT NULL AND NEW.reason <> 'illegal') EXECUTE FUNCTION reporter_in_good_standing();
REVOKE ALL ON FUNCTION reporter_in_good_standing FROM PUBLIC, moot_app;

-- Those of these members who may write now, held so that no sanction comes in between. Where one is under way they are left out.
CREATE OR REPLACE FUNCTION hold_writers(members uuid[]) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held uuid[] := ARRAY(SELECT id FROM member WHERE id = ANY (members) FOR KEY SHARE SKIP LOCKED);
BEGIN
  -- Another statement: it sees a sanction that was committed just before the lock was had.
  RETURN ARRAY(SELECT id FROM unnest(held) id EXCEPT SELECT member_id FROM sanction WHERE member_id = ANY (held)
    AND lifted_at IS NULL AND kind IN ('suspension', 'ban') AND (until IS NULL OR until > now()));
END $$;
REVOKE ALL ON FUNCTION hold_writers FROM PUBLIC, moot_app;

-- Accounts of which nobody has shown in this time that they read the address. They could write nothing, so nothing hangs on them; where
-- something does all the same (a moderator's decision), the account stays, without the address. A thousand at a time. Nor does one go that has voted: the site
-- says who has proven an address, and would remove a ballot by saying that its owner has not.
CREATE OR REPLACE FUNCTION forget_unconfirmed() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT id FROM member WHERE proven_at IS NULL AND role = 'reader' AND joined_at < now() - make_interval(days => threshold('unconfirmed_days')::int)
      AND NOT EXISTS (SELECT FROM vote v WHERE v.member_id = member.id) AND NOT EXISTS (SELECT FROM ballot_taken b WHERE b.member_id = member.id)
    ORDER BY joined_at LIMIT 1000 FOR UPDATE SKIP LOCKED
  LOOP
    BEGIN
      DELETE FROM member WHERE id = one;
    EXCEPTION WHEN foreign_key_violation THEN
      UPDATE member SET claimed_email = NULL WHERE id = one;
    END;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION forget_unconfirmed FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_unconfirmed TO moot_app;

-- Its name and argument in the release before, which may run beside this one; what it is told is not used. Goes with the next.
CREATE OR REPLACE FUNCTION forget_unproven(days int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'SELECT forget_unconfirmed()';
REVOKE ALL ON FUNCTION forget_unproven FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_unproven TO moot_app;

-- The last admin stays one, whoever asks and however many ask at once: those who take the role away (or erase its holder, or hide them for that)
-- take turns, and each counts after the one before has committed.
CREATE OR REPLACE FUNCTION keep_an_admin() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('moot.last-admin'));
  IF NOT EXISTS (SELECT FROM member WHERE role = 'admin' AND hidden_at IS NULL AND erased_at IS NULL AND id <> OLD.id) THEN
    RAISE EXCEPTION 'the last admin stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_admin';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER an_admin_stays BEFORE UPDATE OF role, erased_at, hidden_at ON member FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.erased_at IS NULL AND OLD.hidden_at IS NULL
    AND (NEW.role <> 'admin' OR NEW.erased_at IS NOT NULL OR NEW.hidden_at IS NOT NULL)) EXECUTE FUNCTION keep_an_admin();
REVOKE ALL ON FUNCTION keep_an_admin FROM PUBLIC, moot_app;
