-- One reaction and what it leaves the counts at, in one call. The comment's row is locked first, so that reactions to it take turns.
-- It has the caller's rights, and no search path of its own: it may do nothing that its caller may not. No row: refused.
CREATE FUNCTION react_to(target uuid, who uuid, what reaction_kind) RETURNS TABLE (respect int, unconvinced int)
LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  SELECT t.id, t.article_id, t.parent_id, t.best INTO c FROM comment t
    WHERE t.id = target AND t.state = 'visible' AND t.author_id IS DISTINCT FROM who FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO reaction AS r (comment_id, member_id, kind) VALUES (target, who, what)
    ON CONFLICT (comment_id, member_id) DO UPDATE SET kind = excluded.kind, at = now() WHERE r.kind <> excluded.kind;
  IF FOUND THEN
    INSERT INTO event (kind, article_id, subject_id, parent_id, rank_before)
    VALUES ('comment.reacted', c.article_id, c.id, c.parent_id, c.best);
  END IF;
  RETURN QUERY SELECT t.respect, t.unconvinced FROM comment t WHERE t.id = target;
END $$;
