-- The log of decisions: a chain that can be added to and not rewritten.

-- As a JSON array, so that an empty column is not mistaken for its neighbour.
CREATE OR REPLACE FUNCTION decision_hash(d decision, previous text) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT encode(sha256(convert_to(previous || jsonb_build_array(d.seq, d.id, d.at, d.action, d.moderator_id, d.comment_id, d.revision,
    d.article_id, d.member_id, d.ground, d.rules_version, d.statement, d.before, d.after, d.undoes, d.bulk)::text, 'UTF8')), 'hex')
$$;
REVOKE ALL ON FUNCTION decision_hash FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION decision_hash TO moot_app;

-- One at a time, whoever decides: each row carries the hash of the one before. For a turn here one waits longer than for a row that
-- somebody else holds: a decision about hundreds of comments is worth waiting for.
CREATE OR REPLACE FUNCTION chain_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '4s' AS $$
DECLARE last decision;
BEGIN
  PERFORM pg_advisory_xact_lock(7300001);
  SELECT * INTO last FROM decision ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := now();
  NEW.hash := decision_hash(NEW, coalesce(last.hash, ''));
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER decision_chained BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION chain_decision();
REVOKE ALL ON FUNCTION chain_decision FROM PUBLIC, moot_app;

-- No row of it can be changed or removed, not even by the owner of the database.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'The log of decisions cannot be rewritten.';
END $$;
CREATE OR REPLACE TRIGGER decision_stands BEFORE DELETE OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE OR REPLACE TRIGGER decision_stays BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
REVOKE ALL ON FUNCTION refuse_rewriting FROM PUBLIC, moot_app;
