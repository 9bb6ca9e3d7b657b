-- Erasing an account: asked for by whoever holds a session of it, never by naming it, for each vote that goes changes a count. A week
-- later a job of the site's takes the comments in slices, and then all the rest in one step.

-- When it will be; null where the account is hidden already, or a part of the sample.
CREATE OR REPLACE FUNCTION begin_erasure(who uuid, with_texts boolean) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE due timestamptz;
BEGIN
  UPDATE member SET hidden_at = now() WHERE id = who AND hidden_at IS NULL AND NOT sample;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO erasure (member_id, texts_go) VALUES (who, with_texts) RETURNING due_at INTO due;
  RETURN due;
END $$;
REVOKE ALL ON FUNCTION begin_erasure FROM PUBLIC, moot_app;

-- For oneself.
CREATE OR REPLACE FUNCTION ask_erasure(session_token text, with_texts boolean) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN begin_erasure(ballot_owner(session_token), with_texts);
END $$;
REVOKE ALL ON FUNCTION ask_erasure FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION ask_erasure TO moot_app;

-- For a member who asked an admin to, by a session of the admin's.
CREATE OR REPLACE FUNCTION ask_erasure_of(who uuid, session_token text, with_texts boolean) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM member WHERE id = ballot_owner(session_token) AND role = 'admin' AND hidden_at IS NULL) THEN RETURN NULL; END IF;
  RETURN begin_erasure(who, with_texts);
END $$;
REVOKE ALL ON FUNCTION ask_erasure_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION ask_erasure_of TO moot_app;

-- Takes up to so many comments away from one account whose week is over: their texts too where that was chosen, and where nobody but
-- their author still waited for them. What is left of a text is a sign, for a comment is never empty. How many they were.
CREATE OR REPLACE FUNCTION erase_texts(how_many int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  e erasure;
  ids uuid[];
  empty uuid[];
BEGIN
  SELECT * INTO e FROM erasure WHERE due_at <= now() AND EXISTS (SELECT FROM comment WHERE author_id = erasure.member_id)
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  ids := ARRAY(SELECT id FROM comment WHERE author_id = e.member_id ORDER BY id LIMIT how_many);
  PERFORM lock_comments(ids);
  empty := ARRAY(SELECT id FROM comment WHERE id = ANY (ids) AND (e.texts_go OR state IN ('held', 'withdrawn')));
  INSERT INTO event (kind, article_id, subject_id, parent_id)
    SELECT 'comment.removed', article_id, id, parent_id FROM comment WHERE id = ANY (empty) AND listed AND state = 'visible';
  INSERT INTO removal (comment_id, by, was) SELECT id, 'author', state FROM comment c WHERE id = ANY (empty)
    AND NOT EXISTS (SELECT FROM removal r WHERE r.comment_id = c.id AND r.by = 'author' AND r.ended_at IS NULL);
  UPDATE comment SET state = 'withdrawn', moved_by = 'withdraw' WHERE id = ANY (empty) AND state IN ('visible', 'held');
  UPDATE comment SET source = '-', html = '', stance = NULL, stance_outdated = false WHERE id = ANY (empty);
  DELETE FROM comment_revision r USING comment c WHERE c.id = ANY (empty) AND r.comment_id = c.id AND r.number <> c.revision;
  UPDATE comment_revision SET source = '-', html = '' WHERE comment_id = ANY (empty);
  DELETE FROM finding WHERE comment_id = ANY (empty);
  DELETE FROM passage WHERE comment_id = ANY (empty);
  UPDATE comment SET author_id = NULL WHERE id = ANY (ids);
  UPDATE queue_item SET member_id = NULL WHERE subject_id = ANY (ids);
  RETURN cardinality(ids);
END $$;
REVOKE ALL ON FUNCTION erase_texts FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION erase_texts TO moot_app;

-- Erases one account whose week is over and whose comments have been seen to: all that is left, at once. Where its last mail goes, and in
-- a row each what it was called, to keep the handles from others.
CREATE OR REPLACE FUNCTION erase_next_account() RETURNS TABLE (address text, called text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid;
  earlier text[];
BEGIN
  SELECT e.member_id INTO who FROM erasure e WHERE e.due_at <= now() AND NOT EXISTS (SELECT FROM comment c WHERE c.author_id = e.member_id)
    ORDER BY e.due_at LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT email, handle INTO address, called FROM member WHERE id = who FOR UPDATE;
  -- What was on its way has arrived: it goes first.
  IF EXISTS (SELECT FROM comment c WHERE c.author_id = who) THEN RETURN; END IF;
  earlier := ARRAY(SELECT handle FROM earlier_handle WHERE member_id = who);
  UPDATE member SET erased_at = now() WHERE id = who;
  DELETE FROM erasure WHERE member_id = who;
  RETURN NEXT;
  address := NULL;
  FOREACH called IN ARRAY earlier LOOP
    RETURN NEXT;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION erase_next_account FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION erase_next_account TO moot_app;

-- The row stays, for threads and decisions lead to it; nobody is in it any more. The handle it gets is one that nobody can choose to have.
CREATE OR REPLACE FUNCTION empty_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.hidden_at := coalesce(NEW.hidden_at, now());
  NEW.handle := 'erased-' || encode(substring(uuid_send(gen_random_uuid()) FROM 1 FOR 11), 'hex');
  NEW.name := '';
  NEW.bio := '';
  NEW.email := NULL;
  NEW.claimed_email := NULL;
  NEW.password_hash := NULL;
  NEW.mail_refused_at := NULL;
  NEW.mail_refusals := 0;
  NEW.handle_changed_at := NULL;
  NEW.invitation_id := NULL;
  NEW.rules_version := NULL;
  NEW.terms_version := NULL;
  NEW.privacy_version := NULL;
  NEW.role := 'reader';
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER emptied_when_erased BEFORE UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION empty_account();
REVOKE ALL ON FUNCTION empty_account FROM PUBLIC, moot_app;

-- What belongs to an account goes with it. Votes and what was told of polls: see forget_ballots and forget_what_was_told.
CREATE OR REPLACE FUNCTION forget_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  called text;
  link text;
  part text;
BEGIN
  DELETE FROM session WHERE member_id = NEW.id;
  DELETE FROM notice WHERE member_id = NEW.id;
  DELETE FROM mail_choice WHERE member_id = NEW.id;
  UPDATE announcement SET by_id = NULL WHERE by_id = NEW.id;
  DELETE FROM visit WHERE member_id = NEW.id;
  DELETE FROM following WHERE member_id = NEW.id;
  DELETE FROM listing_following WHERE member_id = NEW.id;
  DELETE FROM member_mute WHERE NEW.id IN (member_id, muted_id);
  DELETE FROM reply_feed WHERE member_id = NEW.id;
  DELETE FROM security_event WHERE member_id = NEW.id;
  DELETE FROM outside_account WHERE member_id = NEW.id;
  DELETE FROM passkey WHERE member_id = NEW.id;
  DELETE FROM totp WHERE member_id = NEW.id;
  DELETE FROM recovery_code WHERE member_id = NEW.id;
  DELETE FROM proof WHERE member_id = NEW.id OR address IN (OLD.email, OLD.claimed_email);
  DELETE FROM mail WHERE member_id = NEW.id OR recipient IN (OLD.email, OLD.claimed_email);
  UPDATE invitation SET made_by = NULL, note = '' WHERE made_by = NEW.id;
  -- A draft goes with who wrote it. Where another editor saved it last it is theirs from now on, and what nobody is there to answer for is not published by itself.
  DELETE FROM article_draft WHERE owner_id = NEW.id AND saved_by_id = NEW.id;
  UPDATE article_draft SET owner_id = saved_by_id WHERE owner_id = NEW.id;
  UPDATE article_draft SET saved_by_id = owner_id WHERE saved_by_id = NEW.id;
  UPDATE article_draft SET publish_at = NULL, scheduled_by_id = NULL, correction = NULL WHERE scheduled_by_id = NEW.id;
  DELETE FROM article_moderator WHERE member_id = NEW.id;
  DELETE FROM article_writer WHERE member_id = NEW.id;
  -- A byline is a part of what the site published: the name stays as it was printed, and leads to nobody any more.
  UPDATE article_author SET member_id = NULL WHERE member_id = NEW.id;
  DELETE FROM author_turn WHERE member_id = NEW.id;
  DELETE FROM member_note WHERE member_id = NEW.id;
  DELETE FROM idempotency WHERE idempotency.who = NEW.id::text;
  DELETE FROM rate_window WHERE key LIKE '% ' || NEW.id;
  UPDATE queue_item SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = NEW.id;
  -- An appeal that nobody has answered is nobody's any more; of one that was answered the answer stays.
  DELETE FROM queue_item q USING appeal a WHERE a.member_id = NEW.id AND a.outcome IS NULL AND q.queue = 'appeals' AND q.subject_id = a.id;
  DELETE FROM appeal WHERE member_id = NEW.id AND outcome IS NULL;
  UPDATE appeal SET words = '' WHERE member_id = NEW.id;
  UPDATE report SET notice = notice || '{"name": "", "email": ""}' WHERE notice IS NOT NULL AND (reporter_id = NEW.id OR notice ->> 'email' = OLD.email);
  UPDATE report SET reporter_id = NULL, detail = '' WHERE reporter_id = NEW.id;
  -- What others wrote stays as they wrote it; where it called the member by name, it leads nowhere any more.
  FOR called IN SELECT OLD.handle UNION SELECT handle FROM earlier_handle WHERE member_id = NEW.id LOOP
    link := format('<a href="/members/%s" class="mention">([^<]*)</a>', called);
    part := format('href="/members/%s"', called);
    UPDATE comment SET html = regexp_replace(html, link, '\1', 'g') WHERE strpos(html, part) > 0;
    UPDATE comment_revision SET html = regexp_replace(html, link, '\1', 'g') WHERE strpos(html, part) > 0;
    UPDATE side_reply SET html = regexp_replace(html, link, '\1', 'g') WHERE strpos(html, part) > 0;
  END LOOP;
  DELETE FROM earlier_handle WHERE member_id = NEW.id;
  INSERT INTO event (kind, subject_id) VALUES ('member.gone', NEW.id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER account_forgotten AFTER UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_account();
REVOKE ALL ON FUNCTION forget_account FROM PUBLIC, moot_app;
