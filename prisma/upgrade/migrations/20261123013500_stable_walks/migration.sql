-- A reader who pages through a ranked thread must meet every comment once although ranks move meanwhile. What moved a rank
-- says where the comment stood before, so that a page can be drawn as it was when the walk began. For servers only; never published.
ALTER TABLE event ADD COLUMN rank_before double precision;

-- The bridging order moves in batches, whoever runs them.
CREATE FUNCTION record_bridging() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO event (kind, article_id, subject_id, parent_id, rank_before)
  VALUES ('comment.bridged', NEW.article_id, NEW.id, NEW.parent_id, OLD.bridging);
  RETURN NULL;
END $$;
CREATE TRIGGER comment_bridged AFTER UPDATE OF bridging ON comment FOR EACH ROW
  WHEN (OLD.bridging IS DISTINCT FROM NEW.bridging) EXECUTE FUNCTION record_bridging();

-- Where a comment returns to when its removal ends: one that waited for a moderator waits again.
ALTER TABLE removal ADD COLUMN was comment_state NOT NULL DEFAULT 'visible';
