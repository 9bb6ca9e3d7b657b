-- AlterTable
ALTER TABLE "article_count" DROP CONSTRAINT "article_count_pkey", ADD COLUMN "shard" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "article_count" ALTER COLUMN "shard" DROP DEFAULT, ADD CONSTRAINT "article_count_pkey" PRIMARY KEY ("article_id", "shard");

-- Everyone who posted under one article waited for the commit of whoever posted before, because both moved the same row. Now a
-- connection counts in a row of its own (nearly: process ids come in order), and an article's count is the sum of at most 16.
CREATE FUNCTION article_shard() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  RETURN pg_catalog.pg_backend_pid() % 16;
END $$;

CREATE OR REPLACE FUNCTION count_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION begin_article_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO article_count (article_id, shard) VALUES (NEW.id, 0);
  RETURN NULL;
END $$;

-- As before: comments deepest first, then articles, then members; of an article's counts, the one this connection will move.
CREATE OR REPLACE FUNCTION lock_comments(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM comment WHERE id = ANY (ids)
    OR id IN (SELECT parent_id FROM comment WHERE id = ANY (ids)) OR id IN (SELECT root_id FROM comment WHERE id = ANY (ids))
    ORDER BY depth DESC, id FOR NO KEY UPDATE;
  INSERT INTO article_count (article_id, shard)
    SELECT DISTINCT article_id, article_shard() FROM comment WHERE id = ANY (ids) ORDER BY 1 ON CONFLICT DO NOTHING;
  PERFORM FROM article_count WHERE article_id IN (SELECT article_id FROM comment WHERE id = ANY (ids)) AND shard = article_shard()
    ORDER BY article_id FOR NO KEY UPDATE;
  PERFORM FROM member WHERE id IN (SELECT author_id FROM comment WHERE id = ANY (ids)) ORDER BY id FOR NO KEY UPDATE;
END $$;
