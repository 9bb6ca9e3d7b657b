-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Locks comments and all that their counters touch, in the order in which every writer of a thread takes them:
-- comments deepest first (a reply before what it answers), then articles, then members.
CREATE FUNCTION lock_comments(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM comment WHERE id = ANY (ids)
    OR id IN (SELECT parent_id FROM comment WHERE id = ANY (ids)) OR id IN (SELECT root_id FROM comment WHERE id = ANY (ids))
    ORDER BY depth DESC, id FOR NO KEY UPDATE;
  PERFORM FROM article_count WHERE article_id IN (SELECT article_id FROM comment WHERE id = ANY (ids)) ORDER BY article_id FOR NO KEY UPDATE;
  PERFORM FROM member WHERE id IN (SELECT author_id FROM comment WHERE id = ANY (ids)) ORDER BY id FOR NO KEY UPDATE;
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    GRANT EXECUTE ON FUNCTION lock_comments(uuid[]) TO moot_app;
  END IF;
END $$;
