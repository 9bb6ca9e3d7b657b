-- Reactions, and what they mean per side. A side's figures move in batches, as the counts of a poll do.

-- Whether a member's reaction differs from the published figures. It writes the same rows whether it does or not: how many a transaction
-- writes is no secret in PostgreSQL, and would tell whether the member stands on a side. Callers hold the comment's row.
CREATE OR REPLACE FUNCTION note_side_move(target uuid, who uuid, was_side text, becomes text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moved_before boolean := coalesce((SELECT m.moves FROM side_move m WHERE m.comment_id = target AND m.member_id = who), false);
  moves_now boolean;
  step int;
BEGIN
  INSERT INTO side_move AS m (comment_id, member_id, was, moves) VALUES (target, who, was_side, was_side IS DISTINCT FROM becomes)
    ON CONFLICT (comment_id, member_id) DO UPDATE SET moves = m.was IS DISTINCT FROM becomes
    RETURNING m.moves INTO moves_now;
  step := moves_now::int - moved_before::int;
  INSERT INTO side_batch (comment_id, moved) VALUES (target, step)
    ON CONFLICT (comment_id) DO UPDATE SET moved = side_batch.moved + step, touched = side_batch.touched + 1;
END $$;
REVOKE ALL ON FUNCTION note_side_move FROM PUBLIC, moot_app;

-- Counts and rank of the comment, and the reaction's side, follow the reactions in the same transaction.
CREATE OR REPLACE FUNCTION count_reaction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  target uuid := coalesce(NEW.comment_id, OLD.comment_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  respect_step int := 0;
  unconvinced_step int := 0;
  its_article uuid;
  was_side text;
  becomes text;
  in_a_poll boolean;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    respect_step := respect_step - (OLD.kind = 'respect')::int;
    unconvinced_step := unconvinced_step - (OLD.kind = 'unconvinced')::int;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    respect_step := respect_step + (NEW.kind = 'respect')::int;
    unconvinced_step := unconvinced_step + (NEW.kind = 'unconvinced')::int;
  END IF;
  UPDATE comment SET respect = respect + respect_step, unconvinced = unconvinced + unconvinced_step,
    best = best_rank(respect + respect_step, unconvinced + unconvinced_step)
    WHERE id = target RETURNING article_id INTO its_article;
  IF NOT FOUND THEN
    DELETE FROM reaction_side WHERE comment_id = target;
    RETURN NULL;
  END IF;
  DELETE FROM reaction_side WHERE comment_id = target AND member_id = who RETURNING option_key || ':' || kind INTO was_side;
  in_a_poll := FOUND;
  IF TG_OP <> 'DELETE' THEN
    -- A row for every reaction under a poll; without a side for whoever stands on none.
    INSERT INTO reaction_side (comment_id, member_id, option_key, kind)
    SELECT target, who, (SELECT v.option_key FROM vote v JOIN poll_option o ON o.poll_id = v.poll_id AND o.key = v.option_key AND o.side
        WHERE v.poll_id = p.id AND v.member_id = who), NEW.kind
    FROM poll p WHERE p.article_id = its_article AND NOT p.detached
    RETURNING option_key || ':' || kind INTO becomes;
    in_a_poll := in_a_poll OR FOUND;
  END IF;
  IF in_a_poll THEN PERFORM note_side_move(target, who, was_side, becomes); END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER reaction_counted AFTER INSERT OR DELETE OR UPDATE ON reaction FOR EACH ROW EXECUTE FUNCTION count_reaction();
REVOKE ALL ON FUNCTION count_reaction FROM PUBLIC, moot_app;

-- One reaction of whoever the caller has found by the token of their session, and what it leaves the counts at. The comment's row is locked first,
-- so that reactions to it take turns. No row: refused.
CREATE OR REPLACE FUNCTION react_as(who uuid, target uuid, what reaction_kind) RETURNS TABLE (respect int, unconvinced int)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c record;
BEGIN
  SELECT t.id, t.article_id, t.parent_id, t.best INTO c FROM comment t JOIN article a ON a.id = t.article_id AND a.unpublished_at IS NULL
    WHERE t.id = target AND t.state = 'visible' AND t.author_id IS DISTINCT FROM who AND who IS NOT NULL FOR NO KEY UPDATE OF t;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO reaction AS r (comment_id, member_id, kind) VALUES (target, who, what)
    ON CONFLICT (comment_id, member_id) DO UPDATE SET kind = excluded.kind, at = now() WHERE r.kind <> excluded.kind;
  IF FOUND THEN
    INSERT INTO event (kind, article_id, subject_id, parent_id, rank_before)
    VALUES ('comment.reacted', c.article_id, c.id, c.parent_id, c.best);
  END IF;
  RETURN QUERY SELECT t.respect, t.unconvinced FROM comment t WHERE t.id = target;
END $$;
REVOKE ALL ON FUNCTION react_as FROM PUBLIC, moot_app;

-- The reaction of a session's holder. By its token, as a vote: what a reaction counts for its side would tell the vote of whomever it names.
CREATE OR REPLACE FUNCTION cast_reaction(target uuid, session_token text, what reaction_kind) RETURNS TABLE (respect int, unconvinced int)
LANGUAGE plpgsql SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM react_as(ballot_owner(session_token), target, what);
END $$;
REVOKE ALL ON FUNCTION cast_reaction FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION cast_reaction TO moot_app;

-- Takes the reaction of a session's holder back; without one nothing happens.
CREATE OR REPLACE FUNCTION withdraw_reaction(target uuid, session_token text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c record;
BEGIN
  SELECT t.id, t.article_id, t.parent_id, t.best INTO c FROM comment t WHERE t.id = target FOR NO KEY UPDATE;
  DELETE FROM reaction WHERE comment_id = c.id AND member_id = ballot_owner(session_token);
  IF FOUND THEN
    INSERT INTO event (kind, article_id, subject_id, parent_id, rank_before)
    VALUES ('comment.reacted', c.article_id, c.id, c.parent_id, c.best);
  END IF;
END $$;
REVOKE ALL ON FUNCTION withdraw_reaction FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION withdraw_reaction TO moot_app;

-- Those of these comments whose side figures nobody else is moving, held. The caller holds the comments, so that none begins to.
CREATE OR REPLACE FUNCTION hold_sides(comments uuid[]) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held uuid[] := ARRAY(SELECT comment_id FROM side_batch WHERE comment_id = ANY (comments) FOR UPDATE SKIP LOCKED);
BEGIN
  RETURN ARRAY(SELECT id FROM unnest(comments) id
    EXCEPT SELECT comment_id FROM side_batch WHERE comment_id = ANY (comments) AND NOT comment_id = ANY (held));
END $$;
REVOKE ALL ON FUNCTION hold_sides FROM PUBLIC, moot_app;

-- `cast_reaction` for many, in their order. No row: to be asked alone (see vote_together).
CREATE OR REPLACE FUNCTION cast_reactions(targets uuid[], tokens text[], kinds reaction_kind[]) RETURNS TABLE (nth int, respect int, unconvinced int)
LANGUAGE plpgsql SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  members uuid[] := ARRAY(SELECT ballot_owner(token) FROM unnest(tokens) WITH ORDINALITY t (token, place) ORDER BY place);
  writers uuid[] := hold_writers(members);
  held uuid[] := hold_sides(ARRAY(SELECT id FROM comment WHERE id = ANY (targets) FOR NO KEY UPDATE SKIP LOCKED));
BEGIN
  FOR i IN 1 .. cardinality(targets) LOOP
    CONTINUE WHEN NOT (members[i] = ANY (writers) AND targets[i] = ANY (held)) IS TRUE;
    nth := i;
    SELECT r.respect, r.unconvinced INTO respect, unconvinced FROM react_as(members[i], targets[i], kinds[i]) r;
    IF FOUND THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION cast_reactions FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION cast_reactions TO moot_app;
