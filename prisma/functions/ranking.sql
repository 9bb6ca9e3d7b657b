-- Wilson score interval, lower bound (Wilson 1927); z = 1.96 asks for 95 %. Nothing seen gives 0.
-- The order "best" of domain/comments/ranking.ts; a property test holds the two together.
CREATE OR REPLACE FUNCTION wilson_lower(positive int, total int, z double precision DEFAULT 1.96) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN total <= 0 THEN 0::double precision ELSE greatest(0,
    (positive::double precision / total + z * z / (2 * total)
      - z * sqrt((positive::double precision / total) * (1 - positive::double precision / total) / total + z * z / (4.0 * total * total)))
    / (1 + z * z / total)) END
$$;
REVOKE ALL ON FUNCTION wilson_lower FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION wilson_lower TO moot_app;

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
