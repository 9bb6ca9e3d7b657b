-- The last admin stays one, whoever asks and however many ask at once: those who take the role away (or erase its holder)
-- take turns, and each counts after the one before has committed.
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('moot.last-admin'));
  IF NOT EXISTS (SELECT FROM member WHERE role = 'admin' AND erased_at IS NULL AND id <> OLD.id) THEN
    RAISE EXCEPTION 'the last admin stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_admin';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER an_admin_stays BEFORE UPDATE OF role, erased_at ON member FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.erased_at IS NULL AND (NEW.role <> 'admin' OR NEW.erased_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_admin();
REVOKE EXECUTE ON FUNCTION keep_an_admin() FROM PUBLIC;

-- What is unread is counted for a badge, up to a bound.
CREATE INDEX notice_unread ON notice (member_id) WHERE read_at IS NULL;
