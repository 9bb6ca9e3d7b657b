-- Who hears of what. Every notice there is was written by `tell_hearing`, in the transaction of its cause; what many hear of is announced
-- there, and told to them by a job, some at a time.

-- Whether a member has asked to hear nothing of a discussion, of this part of it, or of who did it. What the staff decides is told in any case.
CREATE OR REPLACE FUNCTION hears_nothing(who uuid, what text, the_article uuid, the_comment uuid, doer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN what IN ('reply', 'mention', 'quote', 'followed')
      THEN is_muted_for(who, the_article, the_comment, (SELECT parent_id FROM comment WHERE id = the_comment), doer)
    WHEN what IN ('new-article', 'correction', 'poll-reworded', 'poll-closing', 'poll-closed')
      THEN EXISTS (SELECT FROM following WHERE member_id = who AND subject_id = the_article AND state = 'muted')
    ELSE false END;
END $$;
REVOKE ALL ON FUNCTION hears_nothing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION hears_nothing TO moot_app;

-- One notice to each of these, who would hear of it, once for one cause: not to whoever did it. How many were told.
CREATE OR REPLACE FUNCTION tell_hearing(who uuid[], what text, the_cause text, the_article uuid, the_comment uuid, the_subject uuid, doer uuid,
  told_at timestamptz) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told int;
BEGIN
  INSERT INTO notice (member_id, kind, cause, article_id, comment_id, subject_id, at)
    SELECT DISTINCT m.id, what, the_cause, the_article, the_comment, the_subject, told_at
    FROM member m WHERE m.id = ANY (who) AND m.erased_at IS NULL AND m.id IS DISTINCT FROM doer
    ON CONFLICT (member_id, cause) DO NOTHING;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;
REVOKE ALL ON FUNCTION tell_hearing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION tell_hearing TO moot_app;

-- The same, but to nobody who asked to hear nothing of it.
CREATE OR REPLACE FUNCTION tell(who uuid[], what text, the_cause text, the_article uuid, the_comment uuid, the_subject uuid, doer uuid,
  told_at timestamptz) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN tell_hearing(ARRAY(SELECT one FROM unnest(who) one WHERE NOT hears_nothing(one, what, the_article, the_comment, doer)),
    what, the_cause, the_article, the_comment, the_subject, doer, told_at);
END $$;
REVOKE ALL ON FUNCTION tell FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION tell TO moot_app;

-- Something that everybody who follows a discussion hears of, once.
CREATE OR REPLACE FUNCTION announce(what text, the_cause text, the_article uuid, the_comment uuid, doer uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO announcement (kind, cause, article_id, comment_id, by_id) VALUES (what, the_cause, the_article, the_comment, doer)
    ON CONFLICT (cause) DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION announce FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION announce TO moot_app;

-- Letters and digits of a text without its marks: how a quotation is compared with what it quotes.
CREATE OR REPLACE FUNCTION bare_words(html text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT regexp_replace(html, '<[^>]*>|&(lt|gt|quot|amp);|[\t\n\r\f\v !-/:-@[-`{-~]', '', 'g')
$$;
REVOKE ALL ON FUNCTION bare_words FROM PUBLIC, moot_app;

-- A comment that everybody can read from now on: whom it answers, whose words it quotes and whom it calls by name hear of it at once,
-- each by the first of these; who follows the discussion, soon. `quoted` are bare words of its quotations.
CREATE OR REPLACE FUNCTION tell_of_comment(the_comment uuid, the_article uuid, the_parent uuid, doer uuid, called text[], quoted text[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  the_cause text := 'comment ' || the_comment;
  told int := 0;
BEGIN
  IF the_parent IS NOT NULL THEN
    told := tell(ARRAY(SELECT author_id FROM comment WHERE id = the_parent), 'reply', the_cause, the_article, the_comment, the_parent, doer, now());
  END IF;
  IF cardinality(quoted) > 0 AND the_parent IS NOT NULL THEN
    told := told + tell(ARRAY(
      WITH RECURSIVE up AS (
        SELECT c.id, c.parent_id, c.author_id, c.state, c.html FROM comment c WHERE c.id = the_parent
        UNION ALL SELECT c.id, c.parent_id, c.author_id, c.state, c.html FROM up JOIN comment c ON c.id = up.parent_id)
      SELECT author_id FROM up, unnest(quoted) q WHERE state = 'visible' AND author_id IS NOT NULL AND strpos(bare_words(html), q) > 0),
      'quote', the_cause, the_article, the_comment, the_parent, doer, now());
  END IF;
  IF cardinality(called) > 0 THEN
    told := told + tell(ARRAY(SELECT id FROM member WHERE handle = ANY (called) AND hidden_at IS NULL), 'mention', the_cause, the_article,
      the_comment, the_parent, doer, now());
  END IF;
  PERFORM announce('followed', the_cause, the_article, the_comment, doer);
  RETURN told;
END $$;
REVOKE ALL ON FUNCTION tell_of_comment FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION tell_of_comment TO moot_app;

-- Who has voted in a poll, and with `passed` who has answered it in any way: that, and never what.
CREATE OR REPLACE FUNCTION answered_poll(the_poll uuid, passed boolean) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT member_id FROM vote WHERE poll_id = the_poll
  UNION SELECT member_id FROM ballot_taken WHERE poll_id = the_poll
  UNION SELECT member_id FROM poll_pass WHERE poll_id = the_poll AND passed
$$;
REVOKE ALL ON FUNCTION answered_poll FROM PUBLIC, moot_app;

-- Whom an announcement about a whole discussion is for: who follows it; of a new article who follows its author or a tag of it; of a poll its voters too, unless they said something else of the
-- discussion; and when it closes soon only who has not answered it.
CREATE OR REPLACE FUNCTION audience_of(a announcement) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE the_poll uuid := (SELECT id FROM poll WHERE article_id = a.article_id);
BEGIN
  IF a.kind = 'poll-closing' THEN
    RETURN QUERY SELECT member_id FROM following WHERE subject_id = a.article_id AND state = 'followed'
      EXCEPT SELECT answered_poll(the_poll, true);
  ELSIF a.kind IN ('poll-reworded', 'poll-closed') THEN
    RETURN QUERY SELECT member_id FROM following WHERE subject_id = a.article_id AND state = 'followed'
      UNION (SELECT answered_poll(the_poll, false) EXCEPT SELECT member_id FROM following WHERE subject_id = a.article_id);
  ELSIF a.kind = 'new-article' THEN
    RETURN QUERY SELECT DISTINCT f.member_id FROM article_listing l JOIN listing_following f ON f.kind = l.kind AND f.name = l.name
      WHERE l.article_id = a.article_id AND f.at <= a.at;
  ELSE
    RETURN QUERY SELECT member_id FROM following WHERE subject_id = a.article_id AND state = 'followed';
  END IF;
END $$;
REVOKE ALL ON FUNCTION audience_of FROM PUBLIC, moot_app;

-- Goes on with the oldest announcements, several at a time, for most have few to tell: until so many members were looked at. What is hidden or taken
-- back by now is told to nobody else. How many were looked at; null where nothing was left to announce.
CREATE OR REPLACE FUNCTION go_on_announcing(how_many int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  at_once CONSTANT int := 100;
  a announcement;
  total int;
  left_over int := how_many;
  looked_at uuid[];
  hearing uuid[];
BEGIN
  FOR a IN SELECT * FROM announcement WHERE done_at IS NULL ORDER BY id LIMIT at_once FOR UPDATE SKIP LOCKED LOOP
    looked_at := '{}';
    hearing := '{}';
    IF NOT EXISTS (SELECT FROM article WHERE id = a.article_id AND unpublished_at IS NULL)
        OR (a.comment_id IS NOT NULL AND NOT EXISTS (SELECT FROM comment WHERE id = a.comment_id AND state = 'visible')) THEN
      NULL;
    ELSIF a.kind = 'followed' THEN
      SELECT coalesce(array_agg(f.member_id ORDER BY f.member_id), '{}'), coalesce(array_agg(f.member_id) FILTER (WHERE f.hears), '{}')
        INTO looked_at, hearing FROM followers_of(a.comment_id, a.told_up_to, left_over) f;
    ELSE
      looked_at := ARRAY(SELECT who FROM audience_of(a) who WHERE a.told_up_to IS NULL OR who > a.told_up_to ORDER BY who LIMIT left_over);
      hearing := looked_at;
    END IF;
    -- Who follows has been asked already: to ask each of a thousand again takes as long as to tell them.
    IF a.kind = 'followed' THEN PERFORM tell_hearing(hearing, a.kind, a.cause, a.article_id, a.comment_id, NULL, a.by_id, now());
    ELSE PERFORM tell(hearing, a.kind, a.cause, a.article_id, a.comment_id, NULL, a.by_id, now());
    END IF;
    UPDATE announcement SET told_up_to = coalesce(looked_at[cardinality(looked_at)], told_up_to),
      done_at = CASE WHEN cardinality(looked_at) < left_over THEN now() END WHERE id = a.id;
    left_over := left_over - cardinality(looked_at);
    total := how_many - left_over;
    EXIT WHEN left_over = 0;
  END LOOP;
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION go_on_announcing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION go_on_announcing TO moot_app;

-- Polls that close within the hours of `poll_closing_hours`, and polls that closed within a day, are announced, each once: a site that was away for longer tells no
-- old news.
CREATE OR REPLACE FUNCTION announce_polls_closing() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE soon interval := make_interval(hours => threshold('poll_closing_hours')::int);
BEGIN
  PERFORM announce('poll-closing', format('poll %s closes %s', id, to_char(closes_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MI')), article_id, NULL, NULL)
    FROM poll WHERE closes_at > now() AND closes_at <= now() + soon AND opens_at <= now()
      AND closes_at - opens_at > soon;
  PERFORM announce('poll-closed', format('poll %s is closed', id), article_id, NULL, NULL)
    FROM poll WHERE closes_at <= now() AND closes_at > now() - interval '1 day';
END $$;
REVOKE ALL ON FUNCTION announce_polls_closing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION announce_polls_closing TO moot_app;

-- Its name and argument in the release before, which may run beside this one; what it is told is not used. Goes with the next.
CREATE OR REPLACE FUNCTION announce_closing(hours int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'SELECT announce_polls_closing()';
REVOKE ALL ON FUNCTION announce_closing FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION announce_closing TO moot_app;
