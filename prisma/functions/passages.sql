-- Which passages of an article are argued about: kept in the transaction that posts, removes or brings back a comment, or revises the
-- article. Locks are taken after all that a comment's own counters take: a passage, then its block's count.

-- A passage is shown while its comment is.
CREATE OR REPLACE FUNCTION show_passage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE passage SET visible = NEW.state = 'visible' WHERE comment_id = NEW.id AND visible <> (NEW.state = 'visible');
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_shows_its_passage AFTER UPDATE OF state ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION show_passage();
REVOKE ALL ON FUNCTION show_passage FROM PUBLIC, moot_app;

-- How many changed votes are published that name a comment of a passage's discussion: a sum of what stands beside those comments, as long as they do.
CREATE OR REPLACE FUNCTION count_moved_by_passage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  step int := coalesce((TG_OP <> 'DELETE' AND NEW.state = 'visible')::int * NEW.changed_minds, 0)
    - coalesce((OLD.state = 'visible')::int * OLD.changed_minds, 0);
BEGIN
  IF step <> 0 THEN
    UPDATE passage SET moved = moved + step WHERE comment_id = coalesce(OLD.root_id, OLD.id);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_moves_by_its_passage AFTER UPDATE OF changed_minds, state ON comment FOR EACH ROW
  WHEN ((OLD.changed_minds > 0 OR NEW.changed_minds > 0)
    AND (OLD.changed_minds, OLD.state) IS DISTINCT FROM (NEW.changed_minds, NEW.state)) EXECUTE FUNCTION count_moved_by_passage();
CREATE OR REPLACE TRIGGER comment_moves_no_more AFTER DELETE ON comment FOR EACH ROW
  WHEN (OLD.changed_minds > 0) EXECUTE FUNCTION count_moved_by_passage();
REVOKE ALL ON FUNCTION count_moved_by_passage FROM PUBLIC, moot_app;

-- Blocks count what readers can read: once for each statement, however many passages it moves.
CREATE OR REPLACE FUNCTION count_passages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- Where they go with their article, so do its counts.
    UPDATE passage_count n SET visible = n.visible - gone.visible, moved = n.moved - gone.moved
      FROM (SELECT article_id, block, count(*) AS visible, sum(moved) AS moved FROM before WHERE visible GROUP BY 1, 2) gone
      WHERE n.article_id = gone.article_id AND n.block = gone.block;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO passage_count AS n (article_id, block, visible, moved)
      SELECT article_id, block, count(*), sum(moved) FROM after WHERE visible GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (article_id, block) DO UPDATE SET visible = n.visible + excluded.visible, moved = n.moved + excluded.moved;
  ELSE
    INSERT INTO passage_count AS n (article_id, block, visible, moved)
      SELECT article_id, block, sum(many), sum(minds) FROM (
        SELECT article_id, block, 1 AS many, moved AS minds FROM after WHERE visible
        UNION ALL SELECT article_id, block, -1, -moved FROM before WHERE visible) steps
      GROUP BY 1, 2 HAVING (sum(many), sum(minds)) <> (0, 0) ORDER BY 1, 2
      ON CONFLICT (article_id, block) DO UPDATE SET visible = n.visible + excluded.visible, moved = n.moved + excluded.moved;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER passage_counted AFTER UPDATE ON passage REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE OR REPLACE TRIGGER passage_counted_in AFTER INSERT ON passage REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE OR REPLACE TRIGGER passage_counted_out AFTER DELETE ON passage REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
REVOKE ALL ON FUNCTION count_passages FROM PUBLIC, moot_app;
