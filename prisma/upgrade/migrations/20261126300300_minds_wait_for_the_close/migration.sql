-- What changed a mind under a comment that argues for one side tells which way opinion moves: where results wait for the close, so does this.
CREATE OR REPLACE FUNCTION ripen_mind_changes(at_most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m mind_change;
  c comment;
  told uuid;
  counted int := 0;
BEGIN
  FOR m IN SELECT * FROM mind_change WHERE published_id IS NULL AND ripe_at <= now()
      AND NOT EXISTS (SELECT FROM poll p WHERE p.id = poll_id AND p.results_shown = 'after_close' AND p.closes_at > now())
    ORDER BY ripe_at LIMIT at_most
    FOR UPDATE SKIP LOCKED
  LOOP
    SELECT * INTO c FROM comment WHERE id = m.comment_id;
    IF (m.comment_id IS NOT NULL AND c.state IS DISTINCT FROM 'visible') OR NOT switch_stands(m) THEN
      UPDATE mind_change SET ripe_at = now() + interval '1 day' WHERE id = m.id;
      CONTINUE;
    END IF;
    INSERT INTO published_mind_change (poll_id, comment_id, passage, why, closer)
      VALUES (m.poll_id, m.comment_id, m.passage, CASE WHEN m.quotable THEN m.why END, m.closer) RETURNING id INTO told;
    UPDATE mind_change SET published_id = told WHERE id = m.id;
    IF c.id IS NOT NULL AND NOT m.closer THEN
      UPDATE comment SET changed_minds = changed_minds + 1 WHERE id = c.id;
      UPDATE member SET honour_count = honour_count + 1 WHERE id = c.author_id;
      INSERT INTO notice (member_id, kind, article_id, comment_id)
        SELECT c.author_id, 'honour', c.article_id, c.id WHERE c.author_id IS NOT NULL;
    END IF;
    counted := counted + 1;
  END LOOP;
  RETURN counted;
END $$;
