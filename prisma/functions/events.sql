-- What happened is kept for whoever reads on: a stream that begins again, a page that is kept for a moment, a walk through an order that moves.

-- The oldest events go, in the order in which they are read, once they are older than the days of `events_kept_days`: at most `most`, and none while somebody
-- else is at it. The newest of what is old stays, as the mark: whoever stands before it may have missed something.
CREATE OR REPLACE FUNCTION forget_old_events(most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  gone int;
  days int := threshold('events_kept_days');
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('moot.forget-events')) THEN RETURN 0; END IF;
  DELETE FROM event WHERE (tx, id) IN (
    SELECT tx, id FROM (
      SELECT tx, id, lead(id) OVER read_in_order AS next,
        bool_and(at < now() - make_interval(days => days))
          OVER (read_in_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) AS old
      FROM (SELECT id, tx, at FROM event ORDER BY tx, id LIMIT most + 1) oldest
      WINDOW read_in_order AS (ORDER BY tx, id)
    ) in_order WHERE old AND next IS NOT NULL);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION forget_old_events FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_old_events TO moot_app;

-- Its name and argument in the release before, which may run beside this one; what it is told is not used. Goes with the next.
CREATE OR REPLACE FUNCTION forget_events(days int, most int) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'SELECT forget_old_events(most)';
REVOKE ALL ON FUNCTION forget_events FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_events TO moot_app;
