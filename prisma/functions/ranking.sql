-- The order "best" of domain/comments/ranking.ts: the lower bound of the Wilson score interval (Wilson 1927) of the share of respect,
-- asked for with 95 % (z = 1.96). Nothing seen gives 0. A property test holds the two together.
CREATE OR REPLACE FUNCTION best_rank(respect int, unconvinced int) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN n <= 0 THEN 0::double precision
    ELSE greatest(0, (share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)) END
  FROM (SELECT 1.96::double precision AS z, (respect + unconvinced)::double precision AS n,
    respect::double precision / nullif(respect + unconvinced, 0) AS share) seen
$$;
REVOKE ALL ON FUNCTION best_rank FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION best_rank TO moot_app;

-- Its name in releases up to 0.2, when its caller chose how cautious it is.
DROP FUNCTION IF EXISTS wilson_lower(int, int, double precision);

-- The bridging order moves in batches, whoever runs them; a reader's walk through it needs to know what moved.
CREATE OR REPLACE FUNCTION record_bridging() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO event (kind, article_id, subject_id, parent_id, rank_before)
  VALUES ('comment.bridged', NEW.article_id, NEW.id, NEW.parent_id, OLD.bridging);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_bridged AFTER UPDATE OF bridging ON comment FOR EACH ROW
  WHEN (OLD.bridging IS DISTINCT FROM NEW.bridging) EXECUTE FUNCTION record_bridging();
REVOKE ALL ON FUNCTION record_bridging FROM PUBLIC, moot_app;
