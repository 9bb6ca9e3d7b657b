-- Counters of a thread, kept in the transaction that moves them. Locks are taken deepest first by every writer: a reply before
-- what it answers, then the article's count, then the member, then what passages.sql keeps.

-- Replies and threads count what is listed, articles and members what is visible.
CREATE OR REPLACE FUNCTION count_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c comment;
  listed_step int := 0;
  visible_step int := 0;
  roots_step int;
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    c := OLD;
    listed_step := listed_step - OLD.listed::int;
    visible_step := visible_step - (OLD.state = 'visible')::int;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    c := NEW;
    listed_step := listed_step + NEW.listed::int;
    visible_step := visible_step + (NEW.state = 'visible')::int;
  END IF;
  IF listed_step <> 0 AND c.parent_id IS NOT NULL THEN
    UPDATE comment SET reply_count = reply_count + listed_step,
      thread_count = thread_count + CASE WHEN id = c.root_id THEN listed_step ELSE 0 END
      WHERE id = c.parent_id;
    IF c.root_id <> c.parent_id THEN
      UPDATE comment SET thread_count = thread_count + listed_step WHERE id = c.root_id;
    END IF;
  END IF;
  IF listed_step <> 0 OR visible_step <> 0 THEN
    roots_step := CASE WHEN c.parent_id IS NULL THEN listed_step ELSE 0 END;
    -- Where the comments go with their article, there is nothing left to count for.
    IF TG_OP <> 'DELETE' OR EXISTS (SELECT FROM article WHERE id = c.article_id) THEN
      INSERT INTO article_count AS n (article_id, shard, visible, roots)
      VALUES (c.article_id, article_shard(), visible_step, roots_step)
      ON CONFLICT (article_id, shard) DO UPDATE SET visible = n.visible + excluded.visible, roots = n.roots + excluded.roots;
    END IF;
  END IF;
  IF visible_step <> 0 AND c.author_id IS NOT NULL THEN
    UPDATE member SET approved_count = approved_count + visible_step WHERE id = c.author_id;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_counted AFTER UPDATE OF state, listed ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.listed IS DISTINCT FROM NEW.listed) EXECUTE FUNCTION count_comment();
CREATE OR REPLACE TRIGGER comment_counted_in AFTER INSERT OR DELETE ON comment FOR EACH ROW EXECUTE FUNCTION count_comment();
REVOKE ALL ON FUNCTION count_comment FROM PUBLIC, moot_app;

-- Nothing becomes of a comment but what domain/comments/transitions.ts says, which fills the table; and a text is changed by an edit.
CREATE OR REPLACE FUNCTION move_comment() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM comment_transition t WHERE t.deed = NEW.moved_by AND t.before = OLD.state AND t.after = NEW.state)
      OR (NEW.revision <> OLD.revision AND NEW.moved_by <> 'edit') THEN
    RAISE EXCEPTION 'a comment that is % does not become % by %', OLD.state, NEW.state, coalesce(NEW.moved_by, 'nothing')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'comment_transition';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER comment_moves BEFORE UPDATE OF state, revision ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION move_comment();
REVOKE ALL ON FUNCTION move_comment FROM PUBLIC, moot_app;

-- Locks comments and all that their counters touch, in the order in which every writer of a thread takes them; of an article's
-- counts, the one this connection will move.
CREATE OR REPLACE FUNCTION lock_comments(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM comment WHERE id = ANY (ids)
    OR id IN (SELECT parent_id FROM comment WHERE id = ANY (ids)) OR id IN (SELECT root_id FROM comment WHERE id = ANY (ids))
    ORDER BY depth DESC, id FOR NO KEY UPDATE;
  INSERT INTO article_count (article_id, shard)
    SELECT DISTINCT article_id, article_shard() FROM comment WHERE id = ANY (ids) ORDER BY 1 ON CONFLICT DO NOTHING;
  PERFORM FROM article_count WHERE article_id IN (SELECT article_id FROM comment WHERE id = ANY (ids)) AND shard = article_shard()
    ORDER BY article_id FOR NO KEY UPDATE;
  PERFORM FROM member WHERE id IN (SELECT author_id FROM comment WHERE id = ANY (ids)) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM passage WHERE comment_id = ANY (ids) ORDER BY comment_id FOR NO KEY UPDATE;
  PERFORM FROM passage_count n WHERE EXISTS (
    SELECT FROM passage p WHERE p.comment_id = ANY (ids) AND p.article_id = n.article_id AND p.block = n.block)
    ORDER BY article_id, block FOR NO KEY UPDATE;
END $$;
REVOKE ALL ON FUNCTION lock_comments FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION lock_comments TO moot_app;

-- Open reports of a comment.
CREATE OR REPLACE FUNCTION count_report() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  step int := coalesce((TG_OP <> 'DELETE' AND NEW.state = 'open')::int, 0) - coalesce((TG_OP <> 'INSERT' AND OLD.state = 'open')::int, 0);
BEGIN
  IF step <> 0 THEN
    UPDATE comment SET open_reports = open_reports + step WHERE id = coalesce(NEW.comment_id, OLD.comment_id);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER report_counted AFTER INSERT OR DELETE OR UPDATE ON report FOR EACH ROW EXECUTE FUNCTION count_report();
REVOKE ALL ON FUNCTION count_report FROM PUBLIC, moot_app;

-- A text that waited is let through; from now on its history may show it. New texts say so themselves.
CREATE OR REPLACE FUNCTION show_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE comment_revision SET shown = true WHERE comment_id = NEW.id AND number = NEW.revision AND NOT shown;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_shows_its_text AFTER UPDATE OF state ON comment FOR EACH ROW
  WHEN (NEW.state = 'visible' AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION show_text();
REVOKE ALL ON FUNCTION show_text FROM PUBLIC, moot_app;

-- A comment shows its author's vote, as it is now: by the token of the author's session, for a mark that anybody could set would
-- say later whether the vote is still so. The option that is shown; null where there is no such vote or comment.
CREATE OR REPLACE FUNCTION show_stance(target uuid, session_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE shown text;
BEGIN
  UPDATE comment c SET stance = v.option_key, stance_outdated = false
    FROM poll p JOIN vote v ON v.poll_id = p.id
    WHERE c.id = target AND p.article_id = c.article_id AND NOT p.detached AND v.member_id = c.author_id
      AND c.author_id = ballot_owner(session_token)
    RETURNING c.stance INTO shown;
  RETURN shown;
END $$;
REVOKE ALL ON FUNCTION show_stance FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION show_stance TO moot_app;

-- Takes the mark away again; true when there was one.
CREATE OR REPLACE FUNCTION hide_stance(target uuid, session_token text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE comment SET stance = NULL, stance_outdated = false
    WHERE id = target AND stance IS NOT NULL AND author_id = ballot_owner(session_token);
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION hide_stance FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION hide_stance TO moot_app;
