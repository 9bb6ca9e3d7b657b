-- Queues follow from states, so that nothing can be forgotten on its way to a moderator.

-- Every connection counts in its own shard (nearly: process ids come in order), so that two posters never wait for one row.
CREATE OR REPLACE FUNCTION count_queue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine int := pg_backend_pid() % 256;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.queue = NEW.queue THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO queue_count (queue, shard, items) VALUES (OLD.queue, mine, -1)
    ON CONFLICT (queue, shard) DO UPDATE SET items = queue_count.items - 1;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO queue_count (queue, shard, items) VALUES (NEW.queue, mine, 1)
    ON CONFLICT (queue, shard) DO UPDATE SET items = queue_count.items + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER queue_counted AFTER INSERT OR DELETE OR UPDATE OF queue ON queue_item FOR EACH ROW EXECUTE FUNCTION count_queue();
REVOKE ALL ON FUNCTION count_queue FROM PUBLIC, moot_app;

-- Held and rejected are states; a visible comment is new until a moderator approved the text it shows now.
CREATE OR REPLACE FUNCTION queue_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  becomes text := CASE NEW.state WHEN 'held' THEN 'held' WHEN 'rejected' THEN 'rejected' WHEN 'visible' THEN 'new' END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state = NEW.state AND NEW.state <> 'visible' THEN RETURN NULL; END IF;
    DELETE FROM queue_item WHERE subject_id = NEW.id AND queue IN ('held', 'rejected', 'new', 'approved') AND queue <> coalesce(becomes, '');
  END IF;
  IF becomes IS NOT NULL THEN
    INSERT INTO queue_item (queue, subject_id, article_id, member_id) VALUES (becomes, NEW.id, NEW.article_id, NEW.author_id)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_queued AFTER UPDATE OF state, revision ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION queue_comment();
CREATE OR REPLACE TRIGGER comment_queued_in AFTER INSERT ON comment FOR EACH ROW EXECUTE FUNCTION queue_comment();
REVOKE ALL ON FUNCTION queue_comment FROM PUBLIC, moot_app;

-- A comment is in the queue of reports while one is open.
CREATE OR REPLACE FUNCTION queue_reported() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.open_reports > 0 THEN
    INSERT INTO queue_item (queue, subject_id, article_id, member_id) VALUES ('reported', NEW.id, NEW.article_id, NEW.author_id)
    ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM queue_item WHERE queue = 'reported' AND subject_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_reported AFTER UPDATE OF open_reports ON comment FOR EACH ROW
  WHEN ((OLD.open_reports > 0) IS DISTINCT FROM (NEW.open_reports > 0)) EXECUTE FUNCTION queue_reported();
REVOKE ALL ON FUNCTION queue_reported FROM PUBLIC, moot_app;

-- A comment that is deleted leaves its queue.
CREATE OR REPLACE FUNCTION unqueue_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM queue_item WHERE subject_id = OLD.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_unqueued AFTER DELETE ON comment FOR EACH ROW EXECUTE FUNCTION unqueue_comment();
REVOKE ALL ON FUNCTION unqueue_comment FROM PUBLIC, moot_app;

-- An appeal waits until it has an outcome.
CREATE OR REPLACE FUNCTION queue_appeal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.outcome IS NULL THEN
    INSERT INTO queue_item (queue, subject_id, article_id, member_id)
    SELECT 'appeals', NEW.id, d.article_id, NEW.member_id FROM decision d WHERE d.id = NEW.decision_id
    ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM queue_item WHERE queue = 'appeals' AND subject_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER appeal_queued AFTER INSERT OR UPDATE OF outcome ON appeal FOR EACH ROW EXECUTE FUNCTION queue_appeal();
REVOKE ALL ON FUNCTION queue_appeal FROM PUBLIC, moot_app;
