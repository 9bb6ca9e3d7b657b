-- Ids sort by time: UUID version 7 (RFC 9562, section 5.7), made here because PostgreSQL 15 to 17 have no uuidv7().
CREATE FUNCTION uuid_v7(at timestamptz DEFAULT clock_timestamp()) RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- CreateEnum
CREATE TYPE "comments_state" AS ENUM ('open', 'closed', 'locked');

-- CreateEnum
CREATE TYPE "moderation_mode" AS ENUM ('post', 'pre');

-- CreateEnum
CREATE TYPE "comment_state" AS ENUM ('visible', 'held', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('respect', 'unconvinced');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'editor', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "results_shown" AS ENUM ('always', 'after_vote', 'after_close');

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "slug" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "comments_state" "comments_state" NOT NULL DEFAULT 'open',
    "moderation" "moderation_mode" NOT NULL DEFAULT 'post',
    "slow_seconds" INTEGER NOT NULL DEFAULT 0,
    "closes_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_count" (
    "article_id" UUID NOT NULL,
    "visible" INTEGER NOT NULL DEFAULT 0,
    "roots" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_count_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "article_revision" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "call_to_action" JSONB,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_revision_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "article_id" UUID NOT NULL,
    "article_revision" INTEGER NOT NULL,
    "parent_id" UUID,
    "root_id" UUID,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "author_id" UUID,
    "state" "comment_state" NOT NULL DEFAULT 'visible',
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "reply_count" INTEGER NOT NULL DEFAULT 0,
    "thread_count" INTEGER NOT NULL DEFAULT 0,
    "respect" INTEGER NOT NULL DEFAULT 0,
    "unconvinced" INTEGER NOT NULL DEFAULT 0,
    "best" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "bridging" DOUBLE PRECISION NOT NULL DEFAULT -1,
    "bridging_due" BOOLEAN NOT NULL DEFAULT false,
    "open_reports" INTEGER NOT NULL DEFAULT 0,
    "changed_minds" INTEGER NOT NULL DEFAULT 0,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "stance" TEXT,
    "stance_outdated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "reaction" (
    "comment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "reaction_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("comment_id","member_id")
);

-- CreateTable
CREATE TABLE "removal" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "comment_id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT,
    "decision_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "removal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "member_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("member_id","article_id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "who" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" BYTEA NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("who","key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "site_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "site_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "tx" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "article_id" UUID,
    "subject_id" UUID,
    "parent_id" UUID,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "article_id" UUID,
    "comment_id" UUID,
    "subject_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "role" "role" NOT NULL DEFAULT 'reader',
    "bio" TEXT NOT NULL DEFAULT '',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "approved_count" INTEGER NOT NULL DEFAULT 0,
    "honour_count" INTEGER NOT NULL DEFAULT 0,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" BYTEA NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "reporter_id" UUID,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "state" "report_state" NOT NULL DEFAULT 'open',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision_id" UUID,
    "notice" JSONB,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_item" (
    "queue" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_by" UUID,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "queue_item_pkey" PRIMARY KEY ("queue","subject_id")
);

-- CreateTable
CREATE TABLE "queue_count" (
    "queue" TEXT NOT NULL,
    "items" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "queue_count_pkey" PRIMARY KEY ("queue")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "seq" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "moderator_id" UUID,
    "comment_id" UUID,
    "revision" INTEGER,
    "article_id" UUID,
    "member_id" UUID,
    "ground" TEXT,
    "rules_version" INTEGER,
    "statement" JSONB,
    "before" TEXT,
    "after" TEXT,
    "undoes" UUID,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanction" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),
    "decision_id" UUID NOT NULL,

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "decision_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by" UUID,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "article_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "results_shown" "results_shown" NOT NULL DEFAULT 'after_vote',
    "opens_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "detached" BOOLEAN NOT NULL DEFAULT false,
    "guessing" BOOLEAN NOT NULL DEFAULT false,
    "closing_statement" TEXT,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_option" (
    "poll_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "side" BOOLEAN NOT NULL DEFAULT true,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "poll_option_pkey" PRIMARY KEY ("poll_id","key")
);

-- CreateTable
CREATE TABLE "vote" (
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "consent" INTEGER NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("poll_id","member_id")
);

-- CreateTable
CREATE TABLE "vote_change" (
    "id" BIGSERIAL NOT NULL,
    "poll_id" UUID NOT NULL,
    "member_id" UUID,
    "from" TEXT,
    "to" TEXT,
    "day" DATE NOT NULL DEFAULT CURRENT_DATE,

    CONSTRAINT "vote_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally" (
    "poll_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("poll_id","option_key")
);

-- CreateTable
CREATE TABLE "tally_batch" (
    "poll_id" UUID NOT NULL,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "as_of" TIMESTAMPTZ(3),

    CONSTRAINT "tally_batch_pkey" PRIMARY KEY ("poll_id")
);

-- CreateTable
CREATE TABLE "tally_move" (
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "tally_move_pkey" PRIMARY KEY ("poll_id","member_id")
);

-- CreateTable
CREATE TABLE "published_tally" (
    "poll_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_tally_pkey" PRIMARY KEY ("poll_id","option_key")
);

-- CreateTable
CREATE TABLE "poll_pass" (
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "poll_pass_pkey" PRIMARY KEY ("poll_id","member_id")
);

-- CreateTable
CREATE TABLE "reaction_side" (
    "comment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "kind" "reaction_kind" NOT NULL,

    CONSTRAINT "reaction_side_pkey" PRIMARY KEY ("comment_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_published_at_id_idx" ON "article"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "comment_author_id_id_idx" ON "comment"("author_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reaction_member_id_idx" ON "reaction"("member_id");

-- CreateIndex
CREATE INDEX "removal_comment_id_id_idx" ON "removal"("comment_id", "id" DESC);

-- CreateIndex
CREATE INDEX "idempotency_at_idx" ON "idempotency"("at");

-- CreateIndex
CREATE INDEX "event_article_id_tx_id_idx" ON "event"("article_id", "tx", "id");

-- CreateIndex
CREATE INDEX "event_tx_id_idx" ON "event"("tx", "id");

-- CreateIndex
CREATE INDEX "notice_member_id_id_idx" ON "notice"("member_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "member_handle_key" ON "member"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_member_id_idx" ON "session"("member_id");

-- CreateIndex
CREATE INDEX "report_comment_id_state_idx" ON "report"("comment_id", "state");

-- CreateIndex
CREATE INDEX "finding_comment_id_idx" ON "finding"("comment_id");

-- CreateIndex
CREATE INDEX "finding_rule_id_idx" ON "finding"("rule", "id" DESC);

-- CreateIndex
CREATE INDEX "queue_item_queue_since_subject_id_idx" ON "queue_item"("queue", "since", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_seq_key" ON "decision"("seq");

-- CreateIndex
CREATE INDEX "decision_comment_id_seq_idx" ON "decision"("comment_id", "seq");

-- CreateIndex
CREATE INDEX "decision_member_id_seq_idx" ON "decision"("member_id", "seq");

-- CreateIndex
CREATE INDEX "decision_moderator_id_seq_idx" ON "decision"("moderator_id", "seq");

-- CreateIndex
CREATE INDEX "sanction_member_id_until_idx" ON "sanction"("member_id", "until");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "poll_article_id_key" ON "poll"("article_id");

-- CreateIndex
CREATE INDEX "vote_change_poll_id_member_id_idx" ON "vote_change"("poll_id", "member_id");

-- AddForeignKey
ALTER TABLE "article_count" ADD CONSTRAINT "article_count_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_revision" ADD CONSTRAINT "article_revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal" ADD CONSTRAINT "removal_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_option" ADD CONSTRAINT "poll_option_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ───────────────────────────── shapes that a column type cannot say ─────────────────────────────

ALTER TABLE member ADD CONSTRAINT handle_shape CHECK (handle ~ '^[a-z0-9_-]{2,30}$');
ALTER TABLE member ADD CONSTRAINT email_lower CHECK (email = lower(email));
ALTER TABLE comment ADD CONSTRAINT source_bounded CHECK (char_length(source) BETWEEN 1 AND 10000);
ALTER TABLE comment ADD CONSTRAINT depth_follows_parent CHECK ((parent_id IS NULL) = (depth = 0) AND (parent_id IS NULL) = (root_id IS NULL));
ALTER TABLE poll_option ADD CONSTRAINT key_shape CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$');
ALTER TABLE vote ADD CONSTRAINT vote_names_an_option FOREIGN KEY (poll_id, option_key) REFERENCES poll_option (poll_id, key);
ALTER TABLE vote ADD CONSTRAINT vote_has_a_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE;
ALTER TABLE tally ADD CONSTRAINT tally_not_negative CHECK (votes >= 0);
ALTER TABLE rate_window SET UNLOGGED;

-- ───────────────────────────── every page of a thread is one index range ─────────────────────────────

CREATE INDEX comment_roots_by_time ON comment (article_id, id) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_best ON comment (article_id, best DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_replies ON comment (article_id, thread_count DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_bridging ON comment (article_id, bridging DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_replies_by_time ON comment (parent_id, id) WHERE listed;
CREATE INDEX comment_replies_by_best ON comment (parent_id, best DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_replies ON comment (parent_id, reply_count DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_bridging ON comment (parent_id, bridging DESC, id DESC) WHERE listed;
CREATE INDEX comment_by_article ON comment (article_id, id) WHERE listed;
CREATE INDEX comment_bridging_due ON comment (id) WHERE bridging_due;
CREATE INDEX comment_any_reply ON comment (parent_id);
CREATE UNIQUE INDEX report_one_open_each ON report (comment_id, reporter_id) WHERE state = 'open' AND reporter_id IS NOT NULL;
CREATE INDEX sanction_in_force ON sanction (member_id) WHERE lifted_at IS NULL AND kind IN ('suspension', 'ban');

-- ───────────────────────────── ranking ─────────────────────────────

-- Wilson score interval, lower bound (Wilson 1927); z = 1.96 asks for 95 %. Nothing seen gives 0.
CREATE FUNCTION wilson_lower(positive int, total int, z double precision DEFAULT 1.96) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN total <= 0 THEN 0::double precision ELSE greatest(0,
    (positive::double precision / total + z * z / (2 * total)
      - z * sqrt((positive::double precision / total) * (1 - positive::double precision / total) / total + z * z / (4.0 * total * total)))
    / (1 + z * z / total)) END
$$;

-- ───────────────────────────── counters, kept in the same transaction ─────────────────────────────

-- Locks are taken deepest first (parent, root, article, member), the same way by every writer.
CREATE FUNCTION count_comment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  c comment;
  listed_step int := 0;
  visible_step int := 0;
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
    UPDATE article_count SET visible = visible + visible_step,
      roots = roots + CASE WHEN c.parent_id IS NULL THEN listed_step ELSE 0 END
      WHERE article_id = c.article_id;
  END IF;
  IF visible_step <> 0 AND c.author_id IS NOT NULL THEN
    UPDATE member SET approved_count = approved_count + visible_step WHERE id = c.author_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER comment_counted_in AFTER INSERT OR DELETE ON comment FOR EACH ROW EXECUTE FUNCTION count_comment();
CREATE TRIGGER comment_counted AFTER UPDATE OF state, listed ON comment FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.listed IS DISTINCT FROM NEW.listed) EXECUTE FUNCTION count_comment();

CREATE FUNCTION begin_article_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO article_count (article_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER article_count_begins AFTER INSERT ON article FOR EACH ROW EXECUTE FUNCTION begin_article_count();

CREATE FUNCTION count_reaction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  target uuid := coalesce(NEW.comment_id, OLD.comment_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  respect_step int := 0;
  unconvinced_step int := 0;
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
    best = wilson_lower(respect + respect_step, respect + respect_step + unconvinced + unconvinced_step),
    bridging_due = true
    WHERE id = target;
  DELETE FROM reaction_side WHERE comment_id = target AND member_id = who;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO reaction_side (comment_id, member_id, option_key, kind)
    SELECT target, who, v.option_key, NEW.kind
    FROM comment c JOIN poll p ON p.article_id = c.article_id AND NOT p.detached
      JOIN vote v ON v.poll_id = p.id AND v.member_id = who
      JOIN poll_option o ON o.poll_id = p.id AND o.key = v.option_key AND o.side
    WHERE c.id = target;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reaction_counted AFTER INSERT OR UPDATE OR DELETE ON reaction FOR EACH ROW EXECUTE FUNCTION count_reaction();

CREATE FUNCTION count_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  step int := coalesce((TG_OP <> 'DELETE' AND NEW.state = 'open')::int, 0) - coalesce((TG_OP <> 'INSERT' AND OLD.state = 'open')::int, 0);
BEGIN
  IF step <> 0 THEN
    UPDATE comment SET open_reports = open_reports + step WHERE id = coalesce(NEW.comment_id, OLD.comment_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_counted AFTER INSERT OR UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION count_report();

CREATE FUNCTION count_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO queue_count (queue, items) VALUES (coalesce(NEW.queue, OLD.queue), CASE TG_OP WHEN 'INSERT' THEN 1 ELSE 0 END)
  ON CONFLICT (queue) DO UPDATE SET items = queue_count.items + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
  RETURN NULL;
END $$;
CREATE TRIGGER queue_counted AFTER INSERT OR DELETE ON queue_item FOR EACH ROW EXECUTE FUNCTION count_queue();

-- ───────────────────────────── the ballot ─────────────────────────────

CREATE FUNCTION begin_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO tally_batch (poll_id) VALUES (NEW.poll_id) ON CONFLICT DO NOTHING;
  INSERT INTO tally (poll_id, option_key) VALUES (NEW.poll_id, NEW.key) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tally_begins AFTER INSERT ON poll_option FOR EACH ROW EXECUTE FUNCTION begin_tally();

-- The poll's batch row is locked first, so that voters of one poll take turns and never wait in a circle.
CREATE FUNCTION count_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  the_poll uuid := coalesce(NEW.poll_id, OLD.poll_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  was text := CASE WHEN TG_OP <> 'INSERT' THEN OLD.option_key END;
  becomes text := CASE WHEN TG_OP <> 'DELETE' THEN NEW.option_key END;
BEGIN
  IF was IS NOT DISTINCT FROM becomes THEN RETURN NULL; END IF;
  PERFORM FROM tally_batch WHERE poll_id = the_poll FOR NO KEY UPDATE;
  UPDATE tally SET votes = votes - 1 WHERE poll_id = the_poll AND option_key = was;
  UPDATE tally SET votes = votes + 1 WHERE poll_id = the_poll AND option_key = becomes;
  INSERT INTO tally_move (poll_id, member_id) VALUES (the_poll, who) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    UPDATE tally_batch SET moved = moved + 1 WHERE poll_id = the_poll;
  END IF;
  INSERT INTO vote_change (poll_id, member_id, "from", "to") VALUES (the_poll, who, was, becomes);
  UPDATE comment c SET stance_outdated = (c.stance IS DISTINCT FROM becomes)
    FROM poll p WHERE p.id = the_poll AND c.article_id = p.article_id AND c.author_id = who AND c.stance IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER vote_counted AFTER INSERT OR UPDATE OR DELETE ON vote FOR EACH ROW EXECUTE FUNCTION count_vote();

-- One word back: ok, unchanged, unknown-poll, not-open, closed, unknown-option, fixed (a detached ballot cannot change).
CREATE FUNCTION cast_vote(the_poll uuid, who uuid, choice text, consent_version int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  p poll;
  held text;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.opens_at > now() THEN RETURN 'not-open'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  PERFORM FROM poll_option WHERE poll_id = the_poll AND key = choice AND removed_at IS NULL;
  IF NOT FOUND THEN RETURN 'unknown-option'; END IF;
  INSERT INTO vote AS v (poll_id, member_id, option_key, consent) VALUES (the_poll, who, choice, consent_version)
    ON CONFLICT (poll_id, member_id) DO UPDATE SET option_key = excluded.option_key
    WHERE v.option_key <> excluded.option_key
    RETURNING v.option_key INTO held;
  RETURN CASE WHEN held IS NULL THEN 'unchanged' ELSE 'ok' END;
END $$;

-- ok, nothing (there was no vote), not-open, closed, unknown-poll
CREATE FUNCTION withdraw_vote(the_poll uuid, who uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.opens_at > now() THEN RETURN 'not-open'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  DELETE FROM vote WHERE poll_id = the_poll AND member_id = who;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'nothing' END;
END $$;

-- A ballot opens only to the token of one of its member's own sessions, which the database itself holds only as a hash.
CREATE FUNCTION my_vote(the_poll uuid, session_token text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.option_key FROM session s JOIN vote v ON v.member_id = s.member_id
  WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > now() AND v.poll_id = the_poll
$$;

-- Moves the published counts when at least five members' ballots moved and ten seconds passed, or once more at the close.
-- True when they moved. Never shows a total below five.
CREATE FUNCTION publish_tally(the_poll uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  b tally_batch;
  p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  SELECT * INTO b FROM tally_batch WHERE poll_id = the_poll FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND OR b.moved < 5 OR b.as_of > now() - interval '10 seconds' THEN RETURN false; END IF;
  IF (SELECT sum(votes) FROM tally WHERE poll_id = the_poll) < 5 THEN RETURN false; END IF;
  INSERT INTO published_tally (poll_id, option_key, votes, as_of)
    SELECT poll_id, option_key, votes, now() FROM tally WHERE poll_id = the_poll
    ON CONFLICT (poll_id, option_key) DO UPDATE SET votes = excluded.votes, as_of = excluded.as_of;
  UPDATE tally_batch SET moved = 0, as_of = now() WHERE poll_id = the_poll;
  DELETE FROM tally_move WHERE poll_id = the_poll;
  INSERT INTO event (kind, article_id, subject_id) VALUES ('poll.moved', p.article_id, the_poll);
  RETURN true;
END $$;

-- Polls whose counts may move now; a sweep publishes them.
CREATE FUNCTION polls_due() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT poll_id FROM tally_batch WHERE moved >= 5 AND (as_of IS NULL OR as_of <= now() - interval '10 seconds')
$$;

-- ───────────────────────────── the audit log ─────────────────────────────

-- A restriction says on what ground and how to have it looked at again (Digital Services Act, article 17).
ALTER TABLE decision ADD CONSTRAINT restriction_gives_reasons CHECK (
  action NOT IN ('reject', 'hide', 'lock', 'suspend', 'ban', 'slow')
  OR (ground IS NOT NULL AND statement ? 'redress' AND statement ? 'facts'));

CREATE FUNCTION chain_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last decision;
BEGIN
  PERFORM pg_advisory_xact_lock(7300001);
  SELECT * INTO last FROM decision ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := now();
  NEW.hash := decision_hash(NEW, coalesce(last.hash, ''));
  RETURN NEW;
END $$;
CREATE FUNCTION decision_hash(d decision, previous text) RETURNS text LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', previous, d.seq, d.id, d.at, d.action, d.moderator_id, d.comment_id, d.revision,
    d.article_id, d.member_id, d.ground, d.rules_version, d.statement, d.before, d.after, d.undoes), 'UTF8')), 'hex')
$$;
CREATE TRIGGER decision_chained BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION chain_decision();

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of decisions cannot be rewritten.';
END $$;
CREATE TRIGGER decision_stands BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER decision_stays BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- ───────────────────────────── the application's role ─────────────────────────────

-- The application works as `moot_app`, which cannot read ballots nor rewrite logs. Where the database's owner may not make roles
-- the application works as the owner, and says so when it starts.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    BEGIN
      CREATE ROLE moot_app NOLOGIN;
    EXCEPTION
      WHEN insufficient_privilege THEN RAISE WARNING 'This database user may not create the role moot_app.';
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    BEGIN
      IF NOT pg_has_role(current_user, 'moot_app', 'MEMBER') THEN EXECUTE format('GRANT moot_app TO %I', current_user); END IF;
    EXCEPTION WHEN insufficient_privilege THEN RAISE WARNING 'This database user may not act as moot_app.';
    END;
    GRANT USAGE ON SCHEMA public TO moot_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO moot_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO moot_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO moot_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO moot_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO moot_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO moot_app;
    REVOKE ALL ON vote, vote_change, tally, tally_batch, tally_move, reaction_side FROM moot_app;
    REVOKE INSERT, UPDATE, DELETE ON published_tally, article_count, queue_count FROM moot_app;
    REVOKE UPDATE, DELETE ON decision, event FROM moot_app;
    IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM moot_app;
    END IF;
  END IF;
END $$;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
