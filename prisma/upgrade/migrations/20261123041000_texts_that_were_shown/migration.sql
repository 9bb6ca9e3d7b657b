-- A comment that waited, was rewritten, and then approved, showed its never approved first text in its history.

ALTER TABLE "comment_revision" ADD COLUMN "shown" BOOLEAN NOT NULL DEFAULT false;

-- Of what there is: everything that no check held, and whatever stands now.
UPDATE comment_revision r SET shown = true FROM comment c
WHERE c.id = r.comment_id AND (
  (c.state = 'visible' AND r.number = c.revision)
  OR (c.listed AND NOT EXISTS (
    SELECT FROM finding f WHERE f.comment_id = r.comment_id AND f.revision = r.number AND f.effect = 'hold')));

CREATE FUNCTION show_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE comment_revision SET shown = true WHERE comment_id = NEW.id AND number = NEW.revision AND NOT shown;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION show_text() FROM PUBLIC;

-- New texts say it themselves; these are those that waited and are let through.
CREATE TRIGGER comment_shows_its_text AFTER UPDATE OF state ON comment FOR EACH ROW
  WHEN (NEW.state = 'visible' AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION show_text();
