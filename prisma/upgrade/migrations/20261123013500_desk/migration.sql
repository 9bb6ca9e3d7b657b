-- CreateTable
CREATE TABLE "word_list" (
    "version" SERIAL NOT NULL,
    "block" TEXT NOT NULL,
    "hold" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "word_list_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "house_rules" (
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "house_rules_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "member_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "member_id" UUID NOT NULL,
    "by" UUID,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_note_member_id_id_idx" ON "member_note"("member_id", "id" DESC);

-- AlterTable
ALTER TABLE "queue_item" ADD COLUMN "article_id" UUID, ADD COLUMN "member_id" UUID;

-- CreateIndex
CREATE INDEX "queue_item_queue_article_id_since_subject_id_idx" ON "queue_item"("queue", "article_id", "since", "subject_id");
CREATE INDEX "queue_item_queue_member_id_since_subject_id_idx" ON "queue_item"("queue", "member_id", "since", "subject_id");
CREATE INDEX "queue_item_subject_id_idx" ON "queue_item"("subject_id");

-- AlterTable
ALTER TABLE "decision" ADD COLUMN "bulk" UUID;

-- CreateIndex
CREATE INDEX "decision_bulk_idx" ON "decision"("bulk");
CREATE INDEX "decision_undoes_idx" ON "decision"("undoes");

-- AlterTable
ALTER TABLE "queue_count" DROP CONSTRAINT "queue_count_pkey", ADD COLUMN "shard" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "queue_count" ALTER COLUMN "shard" DROP DEFAULT, ADD CONSTRAINT "queue_count_pkey" PRIMARY KEY ("queue", "shard");

-- ───────────────────────────── what the checks look up ─────────────────────────────

CREATE INDEX member_staff ON member (id) INCLUDE (name, handle) WHERE role <> 'reader';
ALTER TABLE sanction ADD CONSTRAINT sanction_kinds CHECK (kind IN ('warning', 'suspension', 'ban', 'watch'));

-- ───────────────────────────── queues follow from states ─────────────────────────────

-- Every connection counts in its own shard (nearly: process ids come in order), so that two posters never wait for one row.
CREATE OR REPLACE FUNCTION count_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
DROP TRIGGER queue_counted ON queue_item;
CREATE TRIGGER queue_counted AFTER INSERT OR DELETE OR UPDATE OF queue ON queue_item FOR EACH ROW EXECUTE FUNCTION count_queue();

-- held and rejected are states; a visible comment is new until a moderator approved the text it shows now.
CREATE FUNCTION queue_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
CREATE TRIGGER comment_queued_in AFTER INSERT ON comment FOR EACH ROW EXECUTE FUNCTION queue_comment();
CREATE TRIGGER comment_queued AFTER UPDATE OF state, revision ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION queue_comment();

CREATE FUNCTION queue_reported() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.open_reports > 0 THEN
    INSERT INTO queue_item (queue, subject_id, article_id, member_id) VALUES ('reported', NEW.id, NEW.article_id, NEW.author_id)
    ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM queue_item WHERE queue = 'reported' AND subject_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_reported AFTER UPDATE OF open_reports ON comment FOR EACH ROW
  WHEN ((OLD.open_reports > 0) IS DISTINCT FROM (NEW.open_reports > 0)) EXECUTE FUNCTION queue_reported();

CREATE FUNCTION unqueue_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM queue_item WHERE subject_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_unqueued AFTER DELETE ON comment FOR EACH ROW EXECUTE FUNCTION unqueue_comment();

CREATE FUNCTION queue_appeal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
CREATE TRIGGER appeal_queued AFTER INSERT OR UPDATE OF outcome ON appeal FOR EACH ROW EXECUTE FUNCTION queue_appeal();

-- What was there before these triggers.
INSERT INTO queue_item (queue, subject_id, article_id, member_id, since)
  SELECT CASE state WHEN 'held' THEN 'held' WHEN 'rejected' THEN 'rejected' ELSE 'new' END, id, article_id, author_id, posted_at
  FROM comment WHERE state <> 'withdrawn'
  ON CONFLICT (queue, subject_id) DO UPDATE SET article_id = excluded.article_id, member_id = excluded.member_id;

-- ───────────────────────────── the audit log ─────────────────────────────

-- Whatever ends in a restriction says on what ground and how to have it looked at again (Digital Services Act, article 17).
ALTER TABLE decision DROP CONSTRAINT restriction_gives_reasons;
ALTER TABLE decision ADD CONSTRAINT restriction_gives_reasons CHECK (
  (action NOT IN ('reject', 'hold', 'lock', 'slow', 'warn', 'watch', 'suspend', 'ban') AND after IS DISTINCT FROM 'rejected')
  OR (coalesce(ground, '') <> '' AND rules_version IS NOT NULL
    AND coalesce(statement ->> 'redress', '') <> '' AND coalesce(statement ->> 'facts', '') <> ''));
ALTER TABLE decision ADD CONSTRAINT decision_actions CHECK (action IN (
  'approve', 'reject', 'hold', 'restore', 'undo', 'lock', 'unlock', 'slow', 'warn', 'watch', 'suspend', 'ban', 'lift'));

-- As a JSON array, so that an empty column is not mistaken for its neighbour.
CREATE OR REPLACE FUNCTION decision_hash(d decision, previous text) RETURNS text LANGUAGE sql STABLE
SET timezone = 'UTC' SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(previous || jsonb_build_array(d.seq, d.id, d.at, d.action, d.moderator_id, d.comment_id, d.revision,
    d.article_id, d.member_id, d.ground, d.rules_version, d.statement, d.before, d.after, d.undoes, d.bulk)::text, 'UTF8')), 'hex')
$$;

-- One report by a member and comment may be open; what it led to is kept.
CREATE INDEX report_by_decision ON report (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX report_by_member ON report (reporter_id, id DESC) WHERE reporter_id IS NOT NULL;
CREATE INDEX removal_open ON removal (comment_id) WHERE ended_at IS NULL;
ALTER TABLE appeal ADD CONSTRAINT appeal_outcomes CHECK (
  (outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answer IS NULL) AND outcome IN ('upheld', 'refused'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON word_list, house_rules, member_note TO moot_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO moot_app;
    REVOKE UPDATE, DELETE ON word_list, house_rules FROM moot_app;
    REVOKE INSERT, UPDATE, DELETE ON queue_count FROM moot_app;
  END IF;
END $$;
