-- Where the site closes its discussions after so many days, a new article gets that day unless it brings its own.
CREATE FUNCTION article_ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  days int := coalesce((SELECT (value ->> 'closeAfterDays')::int FROM site_setting WHERE key = 'moderation'), 0);
BEGIN
  IF NEW.closes_at IS NULL AND days > 0 THEN
    NEW.closes_at := NEW.published_at + make_interval(days => days);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER article_ends_some_day BEFORE INSERT ON article FOR EACH ROW EXECUTE FUNCTION article_ends();
