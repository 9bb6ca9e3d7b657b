-- An article's own rows.

-- Where the site closes its discussions after so many days, a new article gets that day unless it brings its own.
CREATE OR REPLACE FUNCTION article_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  days int := coalesce((SELECT (value ->> 'closeAfterDays')::int FROM site_setting WHERE key = 'moderation'), 0);
BEGIN
  IF NEW.closes_at IS NULL AND days > 0 THEN
    NEW.closes_at := NEW.published_at + make_interval(days => days);
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_ends_some_day BEFORE INSERT ON article FOR EACH ROW EXECUTE FUNCTION article_ends();
REVOKE ALL ON FUNCTION article_ends FROM PUBLIC, moot_app;

-- A connection counts in a row of its own (nearly: process ids come in order), and an article's count is the sum of at most
-- sixteen.
CREATE OR REPLACE FUNCTION article_shard() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN pg_backend_pid() % 16;
END $$;
REVOKE ALL ON FUNCTION article_shard FROM PUBLIC, moot_app;

-- An article has a count from its first moment.
CREATE OR REPLACE FUNCTION begin_article_count() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO article_count (article_id, shard) VALUES (NEW.id, 0);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER article_count_begins AFTER INSERT ON article FOR EACH ROW EXECUTE FUNCTION begin_article_count();
REVOKE ALL ON FUNCTION begin_article_count FROM PUBLIC, moot_app;

-- Under which tags and authors an article is listed: those of its current revision.
CREATE OR REPLACE FUNCTION listings_of(the_article uuid) RETURNS TABLE (kind listing_kind, name text)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH current AS (SELECT r.* FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = the_article),
    named AS (SELECT n.name FROM current r JOIN article_author n ON n.article_id = r.article_id AND n.revision = r.number)
  SELECT 'tag'::listing_kind, unnest(r.tags) FROM current r
  UNION SELECT 'author', n.name FROM named n
  UNION SELECT 'author', r.author FROM current r WHERE NOT EXISTS (SELECT FROM named)
$$;
REVOKE ALL ON FUNCTION listings_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION listings_of TO moot_app;
