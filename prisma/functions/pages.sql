-- What public pages show: whoever writes to a table that is read for one leaves a row in `page_change`, in the same transaction, and pages
-- drawn before it was committed are drawn anew (domain/events/page-changes.ts). Which tables those are is held by test/kept-pages.test.ts.

-- Whose pages change: those of the article that the row, its poll or its comment belongs to, or all of the site. What has lost its poll
-- or comment in the same transaction changes all.
CREATE OR REPLACE FUNCTION change_pages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whole_site CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  changed uuid;
BEGIN
  IF TG_ARGV[0] = 'article' THEN
    changed := coalesce(NEW.article_id, OLD.article_id);
  ELSIF TG_ARGV[0] = 'poll' THEN
    SELECT article_id INTO changed FROM poll WHERE id = coalesce(NEW.poll_id, OLD.poll_id);
  ELSIF TG_ARGV[0] = 'comment' THEN
    SELECT article_id INTO changed FROM comment WHERE id = coalesce(NEW.comment_id, OLD.comment_id);
  END IF;
  INSERT INTO page_change (subject) VALUES (coalesce(changed, whole_site)) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION change_pages FROM PUBLIC, moot_app;

CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON passage FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON poll FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON second_opinion FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON removal FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON second_opinion_comment FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON best_case FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON poll_option FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON poll_record FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON poll_version FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON published_guess FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON published_mind_change FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON published_movement FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON published_opinion FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON published_tally FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON side_reply FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON article FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON article_author FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON article_listing FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON article_revision FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON earlier_handle FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON house_rules FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON site_setting FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR UPDATE OR DELETE ON site_version FOR EACH ROW EXECUTE FUNCTION change_pages('site');

-- Of comments and members much is written that no page shows; `reply_count` and `thread_count` move with a comment that is told of itself.
CREATE OR REPLACE TRIGGER pages_change AFTER INSERT OR DELETE ON comment FOR EACH ROW EXECUTE FUNCTION change_pages('article');
-- The list of columns spares a reaction or a reply, which write none of them, the comparison.
CREATE OR REPLACE TRIGGER pages_change_again AFTER UPDATE OF article_id, parent_id, root_id, depth, author_id, state, listed, revision, html, posted_at,
  edited_at, bridging, changed_minds, locked, pinned, stance, stance_outdated ON comment FOR EACH ROW
  WHEN ((OLD.article_id, OLD.parent_id, OLD.root_id, OLD.depth, OLD.author_id, OLD.state, OLD.listed, OLD.revision, OLD.html, OLD.posted_at, OLD.edited_at,
      OLD.bridging, OLD.changed_minds, OLD.locked, OLD.pinned, OLD.stance, OLD.stance_outdated)
    IS DISTINCT FROM (NEW.article_id, NEW.parent_id, NEW.root_id, NEW.depth, NEW.author_id, NEW.state, NEW.listed, NEW.revision, NEW.html, NEW.posted_at,
      NEW.edited_at, NEW.bridging, NEW.changed_minds, NEW.locked, NEW.pinned, NEW.stance, NEW.stance_outdated))
  EXECUTE FUNCTION change_pages('article');
-- Counts and rank move with reactions. Those that come are told by their event (`cast_reaction`), which is there in any case: a row more cost a
-- reaction a quarter of its time. Those that go are told here.
CREATE OR REPLACE TRIGGER pages_change AFTER DELETE ON reaction FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
-- Nobody's page is kept before they are there. Their counts are on their own page, which changes with every article.
CREATE OR REPLACE TRIGGER pages_change_again AFTER UPDATE OF handle, name, role, bio, joined_at, hidden_at, erased_at ON member FOR EACH ROW
  WHEN ((OLD.handle, OLD.name, OLD.role, OLD.bio, OLD.joined_at, OLD.hidden_at, OLD.erased_at)
    IS DISTINCT FROM (NEW.handle, NEW.name, NEW.role, NEW.bio, NEW.joined_at, NEW.hidden_at, NEW.erased_at))
  EXECUTE FUNCTION change_pages('site');

-- Which pages have changed by transactions that had not been committed in an earlier snapshot: slugs of articles, '' for all of the site.
CREATE OR REPLACE FUNCTION pages_changed_since(earlier pg_snapshot) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT coalesce(a.slug, '') FROM (
      SELECT tx, subject FROM page_change WHERE tx >= pg_snapshot_xmin(earlier)::text::bigint
      UNION ALL SELECT tx, article_id FROM event WHERE tx >= pg_snapshot_xmin(earlier)::text::bigint AND kind = 'comment.reacted') c
    LEFT JOIN article a ON a.id = c.subject WHERE NOT pg_visible_in_snapshot(c.tx::text::xid8, earlier));
END $$;
REVOKE ALL ON FUNCTION pages_changed_since FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION pages_changed_since TO moot_app;

-- Forgets rows that nobody compares with any more.
CREATE OR REPLACE FUNCTION forget_old_page_changes(most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE gone int;
BEGIN
  DELETE FROM page_change WHERE (tx, subject) IN (SELECT tx, subject FROM page_change ORDER BY tx, subject LIMIT most)
    AND at < now() - make_interval(mins => threshold('page_changes_kept_minutes')::int);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION forget_old_page_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_old_page_changes TO moot_app;

-- Its name and argument in the release before, which may run beside this one; what it is told is not used. Goes with the next.
CREATE OR REPLACE FUNCTION forget_page_changes(older_than interval, most int) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'SELECT forget_old_page_changes(most)';
REVOKE ALL ON FUNCTION forget_page_changes FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION forget_page_changes TO moot_app;
