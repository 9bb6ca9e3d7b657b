-- Written from the catalogue by "npm run structure", and compared by the tests.
CREATE TYPE article_origin AS ENUM ('file', 'browser');
CREATE TYPE comment_state AS ENUM ('visible', 'held', 'rejected', 'withdrawn');
CREATE TYPE comments_state AS ENUM ('open', 'closed', 'locked');
CREATE TYPE following_state AS ENUM ('followed', 'ended', 'muted');
CREATE TYPE listing_kind AS ENUM ('tag', 'author');
CREATE TYPE moderation_mode AS ENUM ('post', 'pre');
CREATE TYPE picture_format AS ENUM ('webp', 'jpg', 'png');
CREATE TYPE reaction_kind AS ENUM ('respect', 'unconvinced');
CREATE TYPE report_state AS ENUM ('open', 'upheld', 'dismissed');
CREATE TYPE results_shown AS ENUM ('always', 'after_vote', 'after_close');
CREATE TYPE role AS ENUM ('reader', 'editor', 'moderator', 'admin');

CREATE TABLE announcement (
  id uuid NOT NULL DEFAULT uuid_v7(),
  kind text NOT NULL,
  cause text NOT NULL,
  article_id uuid NOT NULL,
  comment_id uuid,
  by_id uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  told_up_to uuid,
  done_at timestamp(3) with time zone,
  CONSTRAINT announcement_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT announcement_cause_key UNIQUE (cause),
  CONSTRAINT announcement_kinds CHECK ((kind = ANY (ARRAY['followed'::text, 'new-article'::text, 'correction'::text, 'poll-reworded'::text, 'poll-closing'::text, 'poll-closed'::text]))),
  CONSTRAINT announcement_pkey PRIMARY KEY (id)
);
CREATE INDEX announcement_at ON public.announcement USING btree (at);
CREATE INDEX announcement_open ON public.announcement USING btree (id) WHERE (done_at IS NULL);
GRANT DELETE, SELECT ON announcement TO moot_app;

CREATE TABLE appeal (
  id uuid NOT NULL DEFAULT uuid_v7(),
  decision_id uuid NOT NULL,
  member_id uuid NOT NULL,
  words text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  answered_by uuid,
  outcome text,
  answer text,
  answered_at timestamp(3) with time zone,
  CONSTRAINT appeal_outcomes CHECK ((((outcome IS NULL) = (answered_by IS NULL)) AND ((outcome IS NULL) = (answer IS NULL)) AND (outcome = ANY (ARRAY['upheld'::text, 'refused'::text])))),
  CONSTRAINT appeal_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX appeal_decision_id_key ON public.appeal USING btree (decision_id);
CREATE TRIGGER appeal_queued AFTER INSERT OR UPDATE OF outcome ON public.appeal FOR EACH ROW EXECUTE FUNCTION queue_appeal();
GRANT DELETE, INSERT, SELECT, UPDATE ON appeal TO moot_app;

CREATE TABLE applied_functions (
  one boolean NOT NULL DEFAULT true,
  version integer NOT NULL,
  hash text NOT NULL,
  grants text NOT NULL,
  CONSTRAINT applied_functions_one_check CHECK (one),
  CONSTRAINT applied_functions_pkey PRIMARY KEY (one)
);

CREATE TABLE article (
  id uuid NOT NULL DEFAULT uuid_v7(),
  slug text NOT NULL,
  published_at timestamp(3) with time zone NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  comments_state comments_state NOT NULL DEFAULT 'open'::comments_state,
  moderation moderation_mode NOT NULL DEFAULT 'post'::moderation_mode,
  slow_seconds integer NOT NULL DEFAULT 0,
  closes_at timestamp(3) with time zone,
  unpublished_at timestamp(3) with time zone,
  deleted_at timestamp(3) with time zone,
  lead_since timestamp(3) with time zone,
  CONSTRAINT article_deleted_is_unpublished CHECK (((deleted_at IS NULL) OR (unpublished_at IS NOT NULL))),
  CONSTRAINT article_pkey PRIMARY KEY (id)
);
CREATE INDEX article_closes_at ON public.article USING btree (closes_at);
CREATE INDEX article_lead_since_idx ON public.article USING btree (lead_since);
CREATE INDEX article_published_at_id_idx ON public.article USING btree (published_at DESC, id DESC);
CREATE UNIQUE INDEX article_slug_key ON public.article USING btree (slug);
CREATE INDEX article_unpublished ON public.article USING btree (id) WHERE (unpublished_at IS NOT NULL);
CREATE TRIGGER article_count_begins AFTER INSERT ON public.article FOR EACH ROW EXECUTE FUNCTION begin_article_count();
CREATE TRIGGER article_ends_some_day BEFORE INSERT ON public.article FOR EACH ROW EXECUTE FUNCTION article_ends();
CREATE TRIGGER article_in_search AFTER UPDATE OF revision, published_at ON public.article FOR EACH ROW EXECUTE FUNCTION search_article();
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT DELETE, INSERT, SELECT, UPDATE ON article TO moot_app;

CREATE TABLE article_address (
  slug text NOT NULL,
  article_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT article_address_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_address_pkey PRIMARY KEY (slug)
);
CREATE INDEX article_address_article_id_idx ON public.article_address USING btree (article_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON article_address TO moot_app;

CREATE TABLE article_author (
  article_id uuid NOT NULL,
  revision integer NOT NULL,
  "position" integer NOT NULL,
  name text NOT NULL,
  member_id uuid,
  CONSTRAINT article_author_article_id_revision_fkey FOREIGN KEY (article_id, revision) REFERENCES article_revision(article_id, number) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT article_author_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE SET NULL,
  CONSTRAINT article_author_pkey PRIMARY KEY (article_id, revision, "position")
);
CREATE INDEX article_author_member_id_idx ON public.article_author USING btree (member_id);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.article_author FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT DELETE, INSERT, SELECT, UPDATE ON article_author TO moot_app;

CREATE TABLE article_count (
  article_id uuid NOT NULL,
  visible integer NOT NULL DEFAULT 0,
  roots integer NOT NULL DEFAULT 0,
  shard integer NOT NULL,
  CONSTRAINT article_count_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT article_count_pkey PRIMARY KEY (article_id, shard)
);
GRANT SELECT ON article_count TO moot_app;

CREATE TABLE article_draft (
  id uuid NOT NULL DEFAULT uuid_v7(),
  article_id uuid,
  owner_id uuid NOT NULL,
  saved_by_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  fields jsonb NOT NULL,
  asked jsonb,
  saved_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  publish_at timestamp(3) with time zone,
  scheduled_by_id uuid,
  correction text,
  over_revision integer,
  problem text,
  CONSTRAINT article_draft_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_draft_article_id_key UNIQUE (article_id),
  CONSTRAINT article_draft_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES member(id),
  CONSTRAINT article_draft_pkey PRIMARY KEY (id),
  CONSTRAINT article_draft_saved_by_id_fkey FOREIGN KEY (saved_by_id) REFERENCES member(id),
  CONSTRAINT article_draft_schedule CHECK (((publish_at IS NULL) = (scheduled_by_id IS NULL))),
  CONSTRAINT article_draft_scheduled_by_id_fkey FOREIGN KEY (scheduled_by_id) REFERENCES member(id)
);
CREATE INDEX article_draft_owner_id_idx ON public.article_draft USING btree (owner_id);
CREATE INDEX article_draft_publish_at_idx ON public.article_draft USING btree (publish_at);
CREATE INDEX article_draft_saved_at_idx ON public.article_draft USING btree (saved_at DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON article_draft TO moot_app;

CREATE TABLE article_listing (
  kind listing_kind NOT NULL,
  name text NOT NULL,
  article_id uuid NOT NULL,
  published_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT article_listing_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_listing_pkey PRIMARY KEY (kind, name, article_id)
);
CREATE INDEX article_listing_article_id_idx ON public.article_listing USING btree (article_id);
CREATE INDEX article_listing_kind_name_published_at_article_id_idx ON public.article_listing USING btree (kind, name, published_at DESC, article_id DESC);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.article_listing FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT DELETE, INSERT, SELECT, UPDATE ON article_listing TO moot_app;

CREATE TABLE article_moderator (
  article_id uuid NOT NULL,
  member_id uuid NOT NULL,
  by uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT article_moderator_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT article_moderator_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT article_moderator_pkey PRIMARY KEY (member_id, article_id)
);
CREATE INDEX article_moderator_article_id_idx ON public.article_moderator USING btree (article_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON article_moderator TO moot_app;

CREATE TABLE article_revision (
  article_id uuid NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  standfirst text NOT NULL,
  author text NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[],
  call_to_action jsonb,
  source text NOT NULL,
  html text NOT NULL,
  words integer NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  asked jsonb,
  origin article_origin NOT NULL DEFAULT 'file'::article_origin,
  correction text,
  picture jsonb,
  CONSTRAINT article_revision_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT article_revision_pkey PRIMARY KEY (article_id, number)
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.article_revision FOR EACH ROW EXECUTE FUNCTION change_pages('site');
CREATE TRIGGER revision_in_search AFTER INSERT OR UPDATE ON public.article_revision FOR EACH ROW EXECUTE FUNCTION search_revision();
GRANT DELETE, INSERT, SELECT, UPDATE ON article_revision TO moot_app;

CREATE TABLE article_writer (
  member_id uuid NOT NULL,
  article_id uuid NOT NULL,
  published_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT article_writer_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_writer_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT article_writer_pkey PRIMARY KEY (member_id, article_id)
);
CREATE INDEX article_writer_article_id_idx ON public.article_writer USING btree (article_id);
CREATE INDEX article_writer_member_id_published_at_article_id_idx ON public.article_writer USING btree (member_id, published_at DESC, article_id DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON article_writer TO moot_app;

CREATE TABLE author_turn (
  member_id uuid NOT NULL,
  turn integer NOT NULL,
  CONSTRAINT author_turn_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT author_turn_pkey PRIMARY KEY (member_id)
);
GRANT INSERT, SELECT, UPDATE ON author_turn TO moot_app;

CREATE TABLE backup_run (
  kind text NOT NULL,
  begun_at timestamp(3) with time zone,
  succeeded_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone,
  why text NOT NULL DEFAULT ''::text,
  CONSTRAINT backup_run_kind_check CHECK ((kind = ANY (ARRAY['backup'::text, 'verify'::text]))),
  CONSTRAINT backup_run_pkey PRIMARY KEY (kind),
  CONSTRAINT backup_run_why_check CHECK ((char_length(why) <= 500))
);
GRANT INSERT, SELECT, UPDATE ON backup_run TO moot_app;

CREATE TABLE ballot_taken (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  counted boolean NOT NULL DEFAULT false,
  CONSTRAINT ballot_taken_pkey PRIMARY KEY (poll_id, member_id),
  CONSTRAINT ballot_taken_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE INDEX ballot_taken_waits ON public.ballot_taken USING btree (poll_id, member_id) WHERE (NOT counted);
CREATE TRIGGER written_in_good_standing AFTER INSERT ON public.ballot_taken FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();

CREATE TABLE best_case (
  poll_id uuid NOT NULL,
  side text NOT NULL,
  comment_id uuid NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  pinned_at timestamp(3) with time zone,
  CONSTRAINT best_case_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT best_case_pkey PRIMARY KEY (poll_id, side, pinned),
  CONSTRAINT best_case_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.best_case FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT DELETE, INSERT, SELECT, UPDATE ON best_case TO moot_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON best_case TO moot_publisher;

CREATE TABLE comment (
  id uuid NOT NULL DEFAULT uuid_v7(),
  article_id uuid NOT NULL,
  article_revision integer NOT NULL,
  parent_id uuid,
  root_id uuid,
  depth integer NOT NULL DEFAULT 0,
  author_id uuid,
  state comment_state NOT NULL DEFAULT 'visible'::comment_state,
  listed boolean NOT NULL DEFAULT true,
  revision integer NOT NULL DEFAULT 1,
  source text NOT NULL,
  html text NOT NULL,
  posted_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  edited_at timestamp(3) with time zone,
  reply_count integer NOT NULL DEFAULT 0,
  thread_count integer NOT NULL DEFAULT 0,
  respect integer NOT NULL DEFAULT 0,
  unconvinced integer NOT NULL DEFAULT 0,
  best double precision NOT NULL DEFAULT 0,
  bridging double precision NOT NULL DEFAULT '-1'::integer,
  open_reports integer NOT NULL DEFAULT 0,
  changed_minds integer NOT NULL DEFAULT 0,
  locked boolean NOT NULL DEFAULT false,
  pinned boolean NOT NULL DEFAULT false,
  stance text,
  stance_outdated boolean NOT NULL DEFAULT false,
  moved_by text,
  CONSTRAINT comment_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL,
  CONSTRAINT comment_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT comment_pkey PRIMARY KEY (id),
  CONSTRAINT depth_follows_parent CHECK ((((parent_id IS NULL) = (depth = 0)) AND ((parent_id IS NULL) = (root_id IS NULL)))),
  CONSTRAINT source_bounded CHECK (((char_length(source) >= 1) AND (char_length(source) <= 10000)))
);
CREATE INDEX comment_any_reply ON public.comment USING btree (parent_id);
CREATE INDEX comment_author_id_id_idx ON public.comment USING btree (author_id, id DESC);
CREATE INDEX comment_bridging ON public.comment USING btree (article_id, bridging DESC, best DESC, id) WHERE ((bridging >= (0)::double precision) AND (state = 'visible'::comment_state) AND listed);
CREATE INDEX comment_by_article ON public.comment USING btree (article_id, id) WHERE listed;
CREATE INDEX comment_gone ON public.comment USING btree (article_id, state) WHERE (state = ANY (ARRAY['rejected'::comment_state, 'withdrawn'::comment_state]));
CREATE INDEX comment_replies_by_best ON public.comment USING btree (parent_id, best DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_bridging ON public.comment USING btree (parent_id, bridging DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_replies ON public.comment USING btree (parent_id, reply_count DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_time ON public.comment USING btree (parent_id, id) INCLUDE (reply_count) WHERE listed;
CREATE INDEX comment_roots_by_best ON public.comment USING btree (article_id, best DESC, id DESC) WHERE ((parent_id IS NULL) AND listed);
CREATE INDEX comment_roots_by_bridging ON public.comment USING btree (article_id, bridging DESC, id DESC) WHERE ((parent_id IS NULL) AND listed);
CREATE INDEX comment_roots_by_replies ON public.comment USING btree (article_id, thread_count DESC, id DESC) WHERE ((parent_id IS NULL) AND listed);
CREATE INDEX comment_roots_by_time ON public.comment USING btree (article_id, id) WHERE ((parent_id IS NULL) AND listed);
CREATE INDEX comment_side_by_best ON public.comment USING btree (article_id, stance, best DESC, id DESC) WHERE ((stance IS NOT NULL) AND (state = 'visible'::comment_state) AND listed);
CREATE INDEX comment_side_by_bridging ON public.comment USING btree (article_id, stance, bridging DESC, id DESC) WHERE ((stance IS NOT NULL) AND (state = 'visible'::comment_state) AND listed);
CREATE INDEX comment_side_by_replies ON public.comment USING btree (article_id, stance, reply_count DESC, id DESC) WHERE ((stance IS NOT NULL) AND (state = 'visible'::comment_state) AND listed);
CREATE INDEX comment_side_by_time ON public.comment USING btree (article_id, stance, id) WHERE ((stance IS NOT NULL) AND (state = 'visible'::comment_state) AND listed);
CREATE INDEX comment_waiting ON public.comment USING btree (article_id, id) WHERE (state = 'held'::comment_state);
CREATE TRIGGER comment_bridged AFTER UPDATE OF bridging ON public.comment FOR EACH ROW WHEN ((old.bridging IS DISTINCT FROM new.bridging)) EXECUTE FUNCTION record_bridging();
CREATE TRIGGER comment_counted AFTER UPDATE OF state, listed ON public.comment FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.listed IS DISTINCT FROM new.listed))) EXECUTE FUNCTION count_comment();
CREATE TRIGGER comment_counted_in AFTER INSERT OR DELETE ON public.comment FOR EACH ROW EXECUTE FUNCTION count_comment();
CREATE TRIGGER comment_in_search AFTER INSERT OR DELETE ON public.comment FOR EACH ROW EXECUTE FUNCTION search_comment();
CREATE TRIGGER comment_in_search_anew AFTER UPDATE OF state, listed, html, author_id, article_id, posted_at ON public.comment FOR EACH ROW WHEN (((((((old.state IS DISTINCT FROM new.state) OR (old.listed IS DISTINCT FROM new.listed)) OR (old.html IS DISTINCT FROM new.html)) OR (old.author_id IS DISTINCT FROM new.author_id)) OR (old.article_id IS DISTINCT FROM new.article_id)) OR (old.posted_at IS DISTINCT FROM new.posted_at))) EXECUTE FUNCTION search_comment();
CREATE TRIGGER comment_moves BEFORE UPDATE OF state, revision ON public.comment FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.revision IS DISTINCT FROM new.revision))) EXECUTE FUNCTION move_comment();
CREATE TRIGGER comment_moves_by_its_passage AFTER UPDATE OF changed_minds, state ON public.comment FOR EACH ROW WHEN ((((old.changed_minds > 0) OR (new.changed_minds > 0)) AND ((old.changed_minds IS DISTINCT FROM new.changed_minds) OR (old.state IS DISTINCT FROM new.state)))) EXECUTE FUNCTION count_moved_by_passage();
CREATE TRIGGER comment_moves_no_more AFTER DELETE ON public.comment FOR EACH ROW WHEN ((old.changed_minds > 0)) EXECUTE FUNCTION count_moved_by_passage();
CREATE TRIGGER comment_queued AFTER UPDATE OF state, revision ON public.comment FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.revision IS DISTINCT FROM new.revision))) EXECUTE FUNCTION queue_comment();
CREATE TRIGGER comment_queued_in AFTER INSERT ON public.comment FOR EACH ROW EXECUTE FUNCTION queue_comment();
CREATE TRIGGER comment_reported AFTER UPDATE OF open_reports ON public.comment FOR EACH ROW WHEN (((old.open_reports > 0) IS DISTINCT FROM (new.open_reports > 0))) EXECUTE FUNCTION queue_reported();
CREATE TRIGGER comment_shows_its_passage AFTER UPDATE OF state ON public.comment FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION show_passage();
CREATE TRIGGER comment_shows_its_text AFTER UPDATE OF state ON public.comment FOR EACH ROW WHEN (((new.state = 'visible'::comment_state) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION show_text();
CREATE TRIGGER comment_unqueued AFTER DELETE ON public.comment FOR EACH ROW EXECUTE FUNCTION unqueue_comment();
CREATE TRIGGER minds_forgotten AFTER DELETE ON public.comment FOR EACH ROW EXECUTE FUNCTION forget_minds_of_comment();
CREATE TRIGGER pages_change AFTER INSERT OR DELETE ON public.comment FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE TRIGGER pages_change_again AFTER UPDATE OF article_id, parent_id, root_id, depth, author_id, state, listed, revision, html, posted_at, edited_at, bridging, changed_minds, locked, pinned, stance, stance_outdated ON public.comment FOR EACH ROW WHEN ((((((((((((((((((old.article_id IS DISTINCT FROM new.article_id) OR (old.parent_id IS DISTINCT FROM new.parent_id)) OR (old.root_id IS DISTINCT FROM new.root_id)) OR (old.depth IS DISTINCT FROM new.depth)) OR (old.author_id IS DISTINCT FROM new.author_id)) OR (old.state IS DISTINCT FROM new.state)) OR (old.listed IS DISTINCT FROM new.listed)) OR (old.revision IS DISTINCT FROM new.revision)) OR (old.html IS DISTINCT FROM new.html)) OR (old.posted_at IS DISTINCT FROM new.posted_at)) OR (old.edited_at IS DISTINCT FROM new.edited_at)) OR (old.bridging IS DISTINCT FROM new.bridging)) OR (old.changed_minds IS DISTINCT FROM new.changed_minds)) OR (old.locked IS DISTINCT FROM new.locked)) OR (old.pinned IS DISTINCT FROM new.pinned)) OR (old.stance IS DISTINCT FROM new.stance)) OR (old.stance_outdated IS DISTINCT FROM new.stance_outdated))) EXECUTE FUNCTION change_pages('article');
CREATE TRIGGER written_again_in_good_standing AFTER UPDATE OF revision, state ON public.comment FOR EACH ROW WHEN (((new.author_id IS NOT NULL) AND (new.moved_by = ANY (ARRAY['edit'::text, 'return'::text])) AND ((old.revision <> new.revision) OR (old.state <> new.state)))) EXECUTE FUNCTION author_in_good_standing();
CREATE TRIGGER written_in_good_standing AFTER INSERT ON public.comment FOR EACH ROW WHEN ((new.author_id IS NOT NULL)) EXECUTE FUNCTION author_in_good_standing();
GRANT DELETE, SELECT ON comment TO moot_app;
GRANT SELECT ON comment TO moot_publisher;
GRANT INSERT ON comment (id) TO moot_app;
GRANT INSERT ON comment (article_id) TO moot_app;
GRANT INSERT, UPDATE ON comment (article_revision) TO moot_app;
GRANT INSERT, UPDATE ON comment (parent_id) TO moot_app;
GRANT INSERT, UPDATE ON comment (root_id) TO moot_app;
GRANT INSERT, UPDATE ON comment (depth) TO moot_app;
GRANT INSERT ON comment (author_id) TO moot_app;
GRANT INSERT, UPDATE ON comment (state) TO moot_app;
GRANT INSERT, UPDATE ON comment (listed) TO moot_app;
GRANT INSERT, UPDATE ON comment (revision) TO moot_app;
GRANT INSERT, UPDATE ON comment (source) TO moot_app;
GRANT INSERT, UPDATE ON comment (html) TO moot_app;
GRANT INSERT, UPDATE ON comment (posted_at) TO moot_app;
GRANT INSERT, UPDATE ON comment (edited_at) TO moot_app;
GRANT INSERT, UPDATE ON comment (reply_count) TO moot_app;
GRANT INSERT, UPDATE ON comment (thread_count) TO moot_app;
GRANT INSERT, UPDATE ON comment (respect) TO moot_app;
GRANT INSERT, UPDATE ON comment (unconvinced) TO moot_app;
GRANT INSERT, UPDATE ON comment (best) TO moot_app;
GRANT INSERT, UPDATE ON comment (bridging) TO moot_app;
GRANT UPDATE ON comment (bridging) TO moot_publisher;
GRANT INSERT, UPDATE ON comment (open_reports) TO moot_app;
GRANT INSERT, UPDATE ON comment (changed_minds) TO moot_app;
GRANT INSERT, UPDATE ON comment (locked) TO moot_app;
GRANT INSERT, UPDATE ON comment (pinned) TO moot_app;
GRANT INSERT ON comment (stance_outdated) TO moot_app;
GRANT INSERT, UPDATE ON comment (moved_by) TO moot_app;

CREATE TABLE comment_revision (
  comment_id uuid NOT NULL,
  number integer NOT NULL,
  source text NOT NULL,
  html text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  shown boolean NOT NULL DEFAULT false,
  CONSTRAINT comment_revision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT comment_revision_pkey PRIMARY KEY (comment_id, number)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON comment_revision TO moot_app;

CREATE TABLE comment_transition (
  deed text NOT NULL,
  before comment_state NOT NULL,
  after comment_state NOT NULL,
  CONSTRAINT comment_transition_pkey PRIMARY KEY (deed, before, after)
);
GRANT SELECT ON comment_transition TO moot_app;

CREATE TABLE decision (
  id uuid NOT NULL DEFAULT uuid_v7(),
  seq bigint NOT NULL DEFAULT 0,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  action text NOT NULL,
  moderator_id uuid,
  comment_id uuid,
  revision integer,
  article_id uuid,
  member_id uuid,
  ground text,
  rules_version integer,
  statement jsonb,
  before text,
  after text,
  undoes uuid,
  hash text NOT NULL DEFAULT ''::text,
  bulk uuid,
  CONSTRAINT decision_actions CHECK ((action = ANY (ARRAY['approve'::text, 'reject'::text, 'hold'::text, 'restore'::text, 'undo'::text, 'lock'::text, 'unlock'::text, 'slow'::text, 'message'::text, 'warn'::text, 'watch'::text, 'suspend'::text, 'ban'::text, 'lift'::text, 'appoint'::text, 'dismiss'::text, 'role'::text, 'reset'::text, 'keep'::text]))),
  CONSTRAINT decision_pkey PRIMARY KEY (id),
  CONSTRAINT restriction_gives_reasons CHECK ((((action <> ALL (ARRAY['reject'::text, 'hold'::text, 'lock'::text, 'slow'::text, 'warn'::text, 'watch'::text, 'suspend'::text, 'ban'::text, 'reset'::text])) AND (after IS DISTINCT FROM 'rejected'::text)) OR ((COALESCE(ground, ''::text) <> ''::text) AND (rules_version IS NOT NULL) AND (COALESCE((statement ->> 'redress'::text), ''::text) <> ''::text) AND (COALESCE((statement ->> 'facts'::text), ''::text) <> ''::text))))
);
CREATE INDEX decision_at ON public.decision USING btree (at);
CREATE INDEX decision_bulk_idx ON public.decision USING btree (bulk);
CREATE INDEX decision_by_ground ON public.decision USING btree (ground, seq DESC) WHERE (comment_id IS NOT NULL);
CREATE INDEX decision_comment_id_seq_idx ON public.decision USING btree (comment_id, seq);
CREATE INDEX decision_member_id_seq_idx ON public.decision USING btree (member_id, seq);
CREATE INDEX decision_moderator_id_seq_idx ON public.decision USING btree (moderator_id, seq);
CREATE INDEX decision_of_article ON public.decision USING btree (article_id, seq DESC) WHERE (article_id IS NOT NULL);
CREATE UNIQUE INDEX decision_seq_key ON public.decision USING btree (seq);
CREATE INDEX decision_undoes_idx ON public.decision USING btree (undoes);
CREATE TRIGGER decision_chained BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION chain_decision();
CREATE TRIGGER decision_stands BEFORE DELETE OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER decision_stays BEFORE TRUNCATE ON public.decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION change_pages('article');
GRANT INSERT, SELECT ON decision TO moot_app;

CREATE TABLE draft_preview (
  draft_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  expires_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT draft_preview_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES article_draft(id) ON DELETE CASCADE,
  CONSTRAINT draft_preview_id_key UNIQUE (id),
  CONSTRAINT draft_preview_pkey PRIMARY KEY (draft_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON draft_preview TO moot_app;

CREATE TABLE earlier_handle (
  handle text NOT NULL,
  member_id uuid NOT NULL,
  leads boolean NOT NULL DEFAULT false,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT earlier_handle_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT earlier_handle_pkey PRIMARY KEY (handle)
);
CREATE INDEX earlier_handle_member_id_idx ON public.earlier_handle USING btree (member_id);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.earlier_handle FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT DELETE, INSERT, SELECT, UPDATE ON earlier_handle TO moot_app;

CREATE TABLE erasure (
  member_id uuid NOT NULL,
  asked_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  due_at timestamp(3) with time zone NOT NULL DEFAULT (now() + '7 days'::interval),
  texts_go boolean NOT NULL,
  CONSTRAINT erasure_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT erasure_pkey PRIMARY KEY (member_id)
);
CREATE INDEX erasure_due_at_idx ON public.erasure USING btree (due_at);
GRANT DELETE, SELECT ON erasure TO moot_app;

CREATE TABLE event (
  id bigint NOT NULL DEFAULT nextval('event_id_seq'::regclass),
  tx bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  kind text NOT NULL,
  article_id uuid,
  subject_id uuid,
  parent_id uuid,
  rank_before double precision,
  CONSTRAINT event_pkey PRIMARY KEY (tx, id)
);
CREATE INDEX event_article_id_tx_id_idx ON public.event USING btree (article_id, tx, id);
GRANT INSERT, SELECT ON event TO moot_app;

CREATE TABLE fairness_counting (
  single boolean NOT NULL DEFAULT true,
  counted_to timestamp(3) with time zone NOT NULL,
  after uuid,
  CONSTRAINT fairness_counting_pkey PRIMARY KEY (single),
  CONSTRAINT fairness_counting_single_check CHECK (single)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON fairness_counting TO moot_app;

CREATE TABLE fairness_month (
  article_id uuid NOT NULL,
  month date NOT NULL,
  comments integer NOT NULL,
  sides jsonb NOT NULL,
  rules jsonb NOT NULL,
  CONSTRAINT fairness_month_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT fairness_month_pkey PRIMARY KEY (article_id, month)
);
CREATE INDEX fairness_month_month_comments_article_id_idx ON public.fairness_month USING btree (month DESC, comments DESC, article_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON fairness_month TO moot_app;

CREATE TABLE finding (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid NOT NULL,
  revision integer NOT NULL,
  rule text NOT NULL,
  effect text NOT NULL,
  reason text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  undone_at timestamp(3) with time zone,
  CONSTRAINT finding_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT finding_pkey PRIMARY KEY (id)
);
CREATE INDEX finding_comment_id_idx ON public.finding USING btree (comment_id);
CREATE INDEX finding_rule_id_idx ON public.finding USING btree (rule, id DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON finding TO moot_app;

CREATE TABLE first_admin_token (
  single boolean NOT NULL DEFAULT true,
  token_hash bytea NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT first_admin_token_pkey PRIMARY KEY (single),
  CONSTRAINT first_admin_token_single_check CHECK (single),
  CONSTRAINT first_admin_token_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
GRANT DELETE, INSERT, SELECT, UPDATE ON first_admin_token TO moot_app;

CREATE TABLE following (
  member_id uuid NOT NULL,
  article_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  state following_state NOT NULL,
  CONSTRAINT following_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT following_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT following_pkey PRIMARY KEY (member_id, article_id, subject_id)
);
CREATE INDEX following_subject_id_member_id_idx ON public.following USING btree (subject_id, member_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON following TO moot_app;

CREATE TABLE house_rules (
  version integer NOT NULL,
  rules jsonb NOT NULL,
  by uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT house_rules_pkey PRIMARY KEY (version)
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.house_rules FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT INSERT, SELECT ON house_rules TO moot_app;

CREATE TABLE idempotency (
  who text NOT NULL,
  key text NOT NULL,
  request bytea NOT NULL,
  status integer,
  body text,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT idempotency_pkey PRIMARY KEY (who, key)
);
CREATE INDEX idempotency_at_idx ON public.idempotency USING btree (at);
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency TO moot_app;

CREATE TABLE invitation (
  id uuid NOT NULL DEFAULT uuid_v7(),
  token_hash bytea NOT NULL,
  sealed text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  uses integer NOT NULL,
  used integer NOT NULL DEFAULT 0,
  made_by uuid,
  made_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  expires_at timestamp(3) with time zone NOT NULL,
  ended_at timestamp(3) with time zone,
  CONSTRAINT invitation_check CHECK (((used >= 0) AND (used <= uses))),
  CONSTRAINT invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES member(id) ON DELETE SET NULL,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_uses_check CHECK (((uses >= 1) AND (uses <= 1000)))
);
CREATE UNIQUE INDEX invitation_token_hash_key ON public.invitation USING btree (token_hash);
GRANT DELETE, INSERT, SELECT, UPDATE ON invitation TO moot_app;

CREATE TABLE kept_form (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sealed bytea NOT NULL,
  CONSTRAINT kept_form_pkey PRIMARY KEY (id)
);
CREATE INDEX kept_form_at_idx ON public.kept_form USING btree (at);
GRANT DELETE, INSERT, SELECT, UPDATE ON kept_form TO moot_app;

CREATE TABLE listing_following (
  member_id uuid NOT NULL,
  kind listing_kind NOT NULL,
  name text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT listing_following_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT listing_following_pkey PRIMARY KEY (member_id, kind, name)
);
CREATE INDEX listing_following_kind_name_member_id_idx ON public.listing_following USING btree (kind, name, member_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON listing_following TO moot_app;

CREATE TABLE loose_ballot (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes integer NOT NULL DEFAULT 0,
  CONSTRAINT loose_ballot_pkey PRIMARY KEY (poll_id, option_key),
  CONSTRAINT loose_ballot_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);

CREATE TABLE mail (
  id uuid NOT NULL DEFAULT uuid_v7(),
  recipient text NOT NULL,
  cause text NOT NULL,
  kind text NOT NULL,
  member_id uuid,
  by_stranger boolean NOT NULL,
  sealed bytea,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  useful_until timestamp(3) with time zone,
  trying_until timestamp(3) with time zone,
  sent_at timestamp(3) with time zone,
  refused_at timestamp(3) with time zone,
  problem text,
  CONSTRAINT mail_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT mail_pkey PRIMARY KEY (id),
  CONSTRAINT mail_recipient_cause_key UNIQUE (recipient, cause)
);
CREATE INDEX mail_at_idx ON public.mail USING btree (at);
CREATE INDEX mail_mailbox ON public.mail USING btree (regexp_replace(recipient, '^(.[^+@]*)\+[^@]*@'::text, '\1@'::text), at) WHERE by_stranger;
CREATE INDEX mail_member_id_idx ON public.mail USING btree (member_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON mail TO moot_app;

CREATE TABLE mail_choice (
  member_id uuid NOT NULL,
  wanted text[] NOT NULL DEFAULT '{}'::text[],
  unwanted text[] NOT NULL DEFAULT '{}'::text[],
  "none" boolean NOT NULL DEFAULT false,
  digest text NOT NULL DEFAULT 'never'::text,
  digest_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT mail_choice_digests CHECK ((digest = ANY (ARRAY['never'::text, 'daily'::text, 'weekly'::text]))),
  CONSTRAINT mail_choice_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT mail_choice_pkey PRIMARY KEY (member_id)
);
CREATE INDEX mail_choice_digest ON public.mail_choice USING btree (digest_at) WHERE (digest <> 'never'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON mail_choice TO moot_app;

CREATE TABLE member (
  id uuid NOT NULL DEFAULT uuid_v7(),
  handle text NOT NULL,
  name text NOT NULL,
  email text,
  password_hash text,
  role role NOT NULL DEFAULT 'reader'::role,
  bio text NOT NULL DEFAULT ''::text,
  sample boolean NOT NULL DEFAULT false,
  approved_count integer NOT NULL DEFAULT 0,
  honour_count integer NOT NULL DEFAULT 0,
  joined_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  erased_at timestamp(3) with time zone,
  mail_refused_at timestamp(3) with time zone,
  proven_at timestamp(3) with time zone DEFAULT now(),
  claimed_email text,
  hidden_at timestamp(3) with time zone,
  invitation_id uuid,
  rules_version integer,
  handle_changed_at timestamp(3) with time zone,
  mail_refusals integer NOT NULL DEFAULT 0,
  terms_version integer,
  privacy_version integer,
  CONSTRAINT address_once_proven CHECK ((((proven_at IS NULL) OR (claimed_email IS NULL)) AND ((proven_at IS NOT NULL) OR (email IS NULL)))),
  CONSTRAINT claimed_email_lower CHECK ((claimed_email = lower(claimed_email))),
  CONSTRAINT email_lower CHECK ((email = lower(email))),
  CONSTRAINT handle_shape CHECK ((handle ~ '^[a-z0-9_-]{2,30}$'::text)),
  CONSTRAINT member_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE SET NULL,
  CONSTRAINT member_pkey PRIMARY KEY (id),
  CONSTRAINT member_rules_version_fkey FOREIGN KEY (rules_version) REFERENCES house_rules(version)
);
CREATE UNIQUE INDEX member_email_key ON public.member USING btree (email);
CREATE UNIQUE INDEX member_handle_key ON public.member USING btree (handle);
CREATE INDEX member_invitation_id_idx ON public.member USING btree (invitation_id) WHERE (invitation_id IS NOT NULL);
CREATE INDEX member_staff ON public.member USING btree (id) INCLUDE (name, handle) WHERE (role <> 'reader'::role);
CREATE INDEX member_unproven ON public.member USING btree (joined_at) WHERE (proven_at IS NULL);
CREATE TRIGGER account_forgotten AFTER UPDATE OF erased_at ON public.member FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION forget_account();
CREATE TRIGGER an_admin_stays BEFORE UPDATE OF role, erased_at, hidden_at ON public.member FOR EACH ROW WHEN (((old.role = 'admin'::role) AND (old.erased_at IS NULL) AND (old.hidden_at IS NULL) AND ((new.role <> 'admin'::role) OR (new.erased_at IS NOT NULL) OR (new.hidden_at IS NOT NULL)))) EXECUTE FUNCTION keep_an_admin();
CREATE TRIGGER ballots_forgotten AFTER UPDATE OF erased_at ON public.member FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION forget_ballots();
CREATE TRIGGER emptied_when_erased BEFORE UPDATE OF erased_at ON public.member FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION empty_account();
CREATE TRIGGER member_in_search AFTER INSERT OR UPDATE OF handle, name, erased_at, hidden_at ON public.member FOR EACH ROW EXECUTE FUNCTION search_member_anew();
CREATE TRIGGER pages_change_again AFTER UPDATE OF handle, name, role, bio, joined_at, hidden_at, erased_at ON public.member FOR EACH ROW WHEN ((((((((old.handle IS DISTINCT FROM new.handle) OR (old.name IS DISTINCT FROM new.name)) OR (old.role IS DISTINCT FROM new.role)) OR (old.bio IS DISTINCT FROM new.bio)) OR (old.joined_at IS DISTINCT FROM new.joined_at)) OR (old.hidden_at IS DISTINCT FROM new.hidden_at)) OR (old.erased_at IS DISTINCT FROM new.erased_at))) EXECUTE FUNCTION change_pages('site');
CREATE TRIGGER what_was_told_forgotten AFTER UPDATE OF erased_at ON public.member FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION forget_what_was_told();
GRANT SELECT ON member TO moot_app;
GRANT INSERT ON member (id) TO moot_app;
GRANT INSERT, UPDATE ON member (handle) TO moot_app;
GRANT INSERT, UPDATE ON member (name) TO moot_app;
GRANT INSERT, UPDATE ON member (email) TO moot_app;
GRANT INSERT, UPDATE ON member (password_hash) TO moot_app;
GRANT INSERT, UPDATE ON member (role) TO moot_app;
GRANT INSERT, UPDATE ON member (bio) TO moot_app;
GRANT INSERT, UPDATE ON member (sample) TO moot_app;
GRANT INSERT, UPDATE ON member (approved_count) TO moot_app;
GRANT INSERT, UPDATE ON member (honour_count) TO moot_app;
GRANT INSERT, UPDATE ON member (joined_at) TO moot_app;
GRANT INSERT, UPDATE ON member (mail_refused_at) TO moot_app;
GRANT INSERT, UPDATE ON member (proven_at) TO moot_app;
GRANT INSERT, UPDATE ON member (claimed_email) TO moot_app;
GRANT INSERT, UPDATE ON member (hidden_at) TO moot_app;
GRANT INSERT, UPDATE ON member (invitation_id) TO moot_app;
GRANT INSERT, UPDATE ON member (rules_version) TO moot_app;
GRANT INSERT, UPDATE ON member (handle_changed_at) TO moot_app;
GRANT INSERT, UPDATE ON member (mail_refusals) TO moot_app;
GRANT INSERT, UPDATE ON member (terms_version) TO moot_app;
GRANT INSERT, UPDATE ON member (privacy_version) TO moot_app;

CREATE TABLE member_mute (
  member_id uuid NOT NULL,
  muted_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT member_mute_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_mute_muted_id_fkey FOREIGN KEY (muted_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_mute_others CHECK ((member_id <> muted_id)),
  CONSTRAINT member_mute_pkey PRIMARY KEY (member_id, muted_id)
);
CREATE INDEX member_mute_muted_id_idx ON public.member_mute USING btree (muted_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON member_mute TO moot_app;

CREATE TABLE member_note (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  by uuid,
  words text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT member_note_pkey PRIMARY KEY (id)
);
CREATE INDEX member_note_member_id_id_idx ON public.member_note USING btree (member_id, id DESC);
GRANT DELETE, INSERT, SELECT, UPDATE ON member_note TO moot_app;

CREATE TABLE migration (
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);
GRANT SELECT ON migration TO moot_app;

CREATE TABLE mind_change (
  id uuid NOT NULL DEFAULT uuid_v7(),
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  comment_id uuid,
  passage text,
  why text NOT NULL,
  closer boolean NOT NULL,
  quotable boolean NOT NULL,
  ripe_at timestamp(3) with time zone NOT NULL,
  published_id uuid,
  CONSTRAINT a_cause CHECK (((comment_id IS NOT NULL) OR (passage IS NOT NULL))),
  CONSTRAINT a_reason CHECK ((char_length(btrim(why)) >= 50)),
  CONSTRAINT mind_change_pkey PRIMARY KEY (id),
  CONSTRAINT mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE INDEX mind_change_comment_id ON public.mind_change USING btree (comment_id) WHERE (comment_id IS NOT NULL);
CREATE UNIQUE INDEX mind_change_first_switch ON public.mind_change USING btree (poll_id, member_id) WHERE (NOT closer);
CREATE UNIQUE INDEX mind_change_once_a_comment ON public.mind_change USING btree (member_id, comment_id) WHERE (comment_id IS NOT NULL);
CREATE INDEX mind_change_ripening ON public.mind_change USING btree (ripe_at) WHERE (published_id IS NULL);
CREATE TRIGGER written_in_good_standing AFTER INSERT ON public.mind_change FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();

CREATE TABLE notice (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  article_id uuid,
  comment_id uuid,
  subject_id uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_at timestamp(3) with time zone,
  cause text NOT NULL,
  mail_open boolean NOT NULL DEFAULT true,
  mail_id uuid,
  CONSTRAINT notice_member_id_cause_key UNIQUE (member_id, cause),
  CONSTRAINT notice_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT notice_pkey PRIMARY KEY (id)
);
CREATE INDEX notice_mail_id ON public.notice USING btree (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX notice_mail_open ON public.notice USING btree (at) WHERE mail_open;
CREATE INDEX notice_member_id_id_idx ON public.notice USING btree (member_id, id DESC);
CREATE INDEX notice_unread ON public.notice USING btree (member_id) WHERE (read_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON notice TO moot_app;

CREATE TABLE opinion_read (
  poll_id uuid NOT NULL,
  day date NOT NULL,
  closed boolean NOT NULL,
  CONSTRAINT opinion_read_pkey PRIMARY KEY (poll_id),
  CONSTRAINT opinion_read_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);

CREATE TABLE outside_account (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  joined_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT outside_account_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT outside_account_pkey PRIMARY KEY (id),
  CONSTRAINT outside_account_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);
CREATE UNIQUE INDEX outside_account_issuer_subject_key ON public.outside_account USING btree (issuer, subject);
CREATE UNIQUE INDEX outside_account_member_id_issuer_key ON public.outside_account USING btree (member_id, issuer);
GRANT DELETE, INSERT, SELECT, UPDATE ON outside_account TO moot_app;

CREATE TABLE page_change (
  tx bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
  subject uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT page_change_pkey PRIMARY KEY (tx, subject)
);
GRANT SELECT ON page_change TO moot_app;

CREATE TABLE passage (
  comment_id uuid NOT NULL,
  article_id uuid NOT NULL,
  revision integer NOT NULL,
  exact text NOT NULL,
  prefix text NOT NULL,
  suffix text NOT NULL,
  begins integer NOT NULL,
  ends integer NOT NULL,
  block integer NOT NULL DEFAULT 0,
  now_begins integer,
  now_ends integer,
  visible boolean NOT NULL,
  moved integer NOT NULL DEFAULT 0,
  CONSTRAINT passage_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT passage_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT passage_of_words CHECK (((exact <> ''::text) AND (begins >= 0) AND (ends > begins))),
  CONSTRAINT passage_pkey PRIMARY KEY (comment_id),
  CONSTRAINT passage_stands_somewhere CHECK ((((block = 0) AND (now_begins IS NULL) AND (now_ends IS NULL)) OR ((block > 0) AND (now_begins IS NOT NULL) AND (now_ends IS NOT NULL) AND (now_begins >= 0) AND (now_ends > now_begins))))
);
CREATE INDEX passage_article_id_block_comment_id_idx ON public.passage USING btree (article_id, block, comment_id DESC) WHERE visible;
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.passage FOR EACH ROW EXECUTE FUNCTION change_pages('article');
CREATE TRIGGER passage_counted AFTER UPDATE ON public.passage REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE TRIGGER passage_counted_in AFTER INSERT ON public.passage REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
CREATE TRIGGER passage_counted_out AFTER DELETE ON public.passage REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION count_passages();
GRANT DELETE, INSERT, SELECT, UPDATE ON passage TO moot_app;

CREATE TABLE passage_count (
  article_id uuid NOT NULL,
  block integer NOT NULL,
  visible integer NOT NULL,
  moved integer NOT NULL DEFAULT 0,
  CONSTRAINT passage_count_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT passage_count_pkey PRIMARY KEY (article_id, block)
);
GRANT SELECT ON passage_count TO moot_app;

CREATE TABLE passkey (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}'::text[],
  name text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  used_at timestamp(3) with time zone,
  CONSTRAINT passkey_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT passkey_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON public.passkey USING btree (credential_id);
CREATE INDEX passkey_member_id_idx ON public.passkey USING btree (member_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON passkey TO moot_app;

CREATE TABLE picture (
  hash text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  used_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT picture_hash_check CHECK ((hash ~ '^[0-9a-f]{32}$'::text)),
  CONSTRAINT picture_height_check CHECK ((height > 0)),
  CONSTRAINT picture_pkey PRIMARY KEY (hash),
  CONSTRAINT picture_width_check CHECK ((width > 0))
);
CREATE INDEX picture_used_at_idx ON public.picture USING btree (used_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON picture TO moot_app;

CREATE TABLE picture_file (
  hash text NOT NULL,
  width integer NOT NULL,
  format picture_format NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT picture_file_hash_fkey FOREIGN KEY (hash) REFERENCES picture(hash) ON DELETE CASCADE,
  CONSTRAINT picture_file_pkey PRIMARY KEY (hash, width, format),
  CONSTRAINT picture_file_width_check CHECK ((width > 0))
);
GRANT DELETE, INSERT, SELECT ON picture_file TO moot_app;

CREATE TABLE picture_use (
  id uuid NOT NULL DEFAULT uuid_v7(),
  hash text NOT NULL,
  article_id uuid,
  revision integer,
  draft_id uuid,
  part text,
  version integer,
  CONSTRAINT picture_use_article_id_revision_fkey FOREIGN KEY (article_id, revision) REFERENCES article_revision(article_id, number) ON DELETE CASCADE,
  CONSTRAINT picture_use_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES article_draft(id) ON DELETE CASCADE,
  CONSTRAINT picture_use_hash_fkey FOREIGN KEY (hash) REFERENCES picture(hash),
  CONSTRAINT picture_use_is_of_one CHECK ((num_nonnulls(article_id, draft_id, part) = 1)),
  CONSTRAINT picture_use_is_whole CHECK ((((article_id IS NULL) = (revision IS NULL)) AND ((part IS NULL) = (version IS NULL)))),
  CONSTRAINT picture_use_part_version_fkey FOREIGN KEY (part, version) REFERENCES site_version(part, version) ON DELETE CASCADE,
  CONSTRAINT picture_use_pkey PRIMARY KEY (id)
);
CREATE INDEX picture_use_article_id_revision_idx ON public.picture_use USING btree (article_id, revision);
CREATE INDEX picture_use_draft_id_idx ON public.picture_use USING btree (draft_id);
CREATE UNIQUE INDEX picture_use_draft_idx ON public.picture_use USING btree (hash, draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX picture_use_part_version_idx ON public.picture_use USING btree (part, version);
CREATE UNIQUE INDEX picture_use_revision_idx ON public.picture_use USING btree (hash, article_id, revision) WHERE (article_id IS NOT NULL);
CREATE UNIQUE INDEX picture_use_site_idx ON public.picture_use USING btree (hash, part, version) WHERE (part IS NOT NULL);
GRANT DELETE, INSERT, SELECT ON picture_use TO moot_app;

CREATE TABLE poll (
  id uuid NOT NULL DEFAULT uuid_v7(),
  article_id uuid NOT NULL,
  question text NOT NULL,
  results_shown results_shown NOT NULL DEFAULT 'after_vote'::results_shown,
  opens_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closes_at timestamp(3) with time zone,
  version integer NOT NULL DEFAULT 1,
  detached boolean NOT NULL DEFAULT false,
  guessing boolean NOT NULL DEFAULT false,
  closing_statement text,
  closing_html text,
  confirmed_before boolean NOT NULL DEFAULT false,
  CONSTRAINT hidden_results_have_an_end CHECK (((results_shown <> 'after_close'::results_shown) OR (closes_at IS NOT NULL))),
  CONSTRAINT opens_before_it_closes CHECK ((closes_at >= opens_at)),
  CONSTRAINT poll_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT poll_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX poll_article_id_key ON public.poll USING btree (article_id);
CREATE INDEX poll_closes_at_idx ON public.poll USING btree (closes_at);
CREATE TRIGGER ballot_box_emptied BEFORE DELETE ON public.poll FOR EACH ROW EXECUTE FUNCTION empty_ballot_box();
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.poll FOR EACH ROW EXECUTE FUNCTION change_pages('article');
GRANT DELETE, SELECT ON poll TO moot_app;
GRANT SELECT ON poll TO moot_publisher;
GRANT INSERT ON poll (id) TO moot_app;
GRANT INSERT ON poll (article_id) TO moot_app;
GRANT INSERT, UPDATE ON poll (question) TO moot_app;
GRANT INSERT, UPDATE ON poll (results_shown) TO moot_app;
GRANT INSERT, UPDATE ON poll (opens_at) TO moot_app;
GRANT INSERT, UPDATE ON poll (closes_at) TO moot_app;
GRANT INSERT, UPDATE ON poll (version) TO moot_app;
GRANT INSERT, UPDATE ON poll (detached) TO moot_app;
GRANT INSERT, UPDATE ON poll (guessing) TO moot_app;
GRANT INSERT, UPDATE ON poll (closing_statement) TO moot_app;
GRANT INSERT, UPDATE ON poll (closing_html) TO moot_app;
GRANT INSERT, UPDATE ON poll (confirmed_before) TO moot_app;

CREATE TABLE poll_guess (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  share double precision,
  CONSTRAINT a_share CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision))),
  CONSTRAINT poll_guess_pkey PRIMARY KEY (poll_id, member_id),
  CONSTRAINT poll_guess_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);

CREATE TABLE poll_option (
  poll_id uuid NOT NULL,
  key text NOT NULL,
  "position" integer NOT NULL,
  label text NOT NULL,
  sentence text NOT NULL DEFAULT ''::text,
  side boolean NOT NULL DEFAULT true,
  removed_at timestamp(3) with time zone,
  CONSTRAINT key_shape CHECK ((key ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
  CONSTRAINT poll_option_pkey PRIMARY KEY (poll_id, key),
  CONSTRAINT poll_option_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES poll(id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.poll_option FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
CREATE TRIGGER tally_begins AFTER INSERT ON public.poll_option FOR EACH ROW EXECUTE FUNCTION begin_tally();
GRANT INSERT, SELECT ON poll_option TO moot_app;
GRANT SELECT ON poll_option TO moot_publisher;
GRANT UPDATE ON poll_option (position) TO moot_app;
GRANT UPDATE ON poll_option (label) TO moot_app;
GRANT UPDATE ON poll_option (sentence) TO moot_app;
GRANT UPDATE ON poll_option (side) TO moot_app;
GRANT UPDATE ON poll_option (removed_at) TO moot_app;

CREATE TABLE poll_pass (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  CONSTRAINT poll_pass_pkey PRIMARY KEY (poll_id, member_id),
  CONSTRAINT poll_pass_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);

CREATE TABLE poll_record (
  poll_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  digest text NOT NULL,
  CONSTRAINT poll_record_pkey PRIMARY KEY (poll_id, version),
  CONSTRAINT poll_record_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.poll_record FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT INSERT, SELECT ON poll_record TO moot_app;

CREATE TABLE poll_version (
  poll_id uuid NOT NULL,
  version integer NOT NULL,
  question text NOT NULL,
  options jsonb NOT NULL,
  until timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT poll_version_pkey PRIMARY KEY (poll_id, version),
  CONSTRAINT poll_version_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.poll_version FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT INSERT, SELECT ON poll_version TO moot_app;

CREATE TABLE profile_removal (
  decision_id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text,
  bio text,
  ended_at timestamp(3) with time zone,
  CONSTRAINT profile_removal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT profile_removal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT profile_removal_pkey PRIMARY KEY (decision_id)
);
CREATE INDEX profile_removal_lasting ON public.profile_removal USING btree (member_id) WHERE (ended_at IS NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON profile_removal TO moot_app;

CREATE TABLE proof (
  id uuid NOT NULL DEFAULT uuid_v7(),
  purpose text NOT NULL,
  member_id uuid,
  address text NOT NULL,
  token_hash bytea NOT NULL,
  code_hash text,
  browser_hash bytea,
  tries integer NOT NULL DEFAULT 0,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  expires_at timestamp(3) with time zone NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT proof_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT proof_pkey PRIMARY KEY (id),
  CONSTRAINT proof_purpose_check CHECK ((purpose = ANY (ARRAY['password'::text, 'address'::text, 'address-undo'::text, 'claim'::text, 'sign-in'::text])))
);
CREATE INDEX proof_address_idx ON public.proof USING btree (address);
CREATE UNIQUE INDEX proof_browser_hash_key ON public.proof USING btree (browser_hash);
CREATE INDEX proof_expires_at_idx ON public.proof USING btree (expires_at);
CREATE INDEX proof_member_id_idx ON public.proof USING btree (member_id);
CREATE UNIQUE INDEX proof_token_hash_key ON public.proof USING btree (token_hash);
GRANT DELETE, INSERT, SELECT, UPDATE ON proof TO moot_app;

CREATE TABLE published_guess (
  poll_id uuid NOT NULL,
  guesses integer NOT NULL,
  median double precision NOT NULL,
  CONSTRAINT published_guess_pkey PRIMARY KEY (poll_id),
  CONSTRAINT published_guess_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.published_guess FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT SELECT ON published_guess TO moot_app;

CREATE TABLE published_mind_change (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  poll_id uuid NOT NULL,
  comment_id uuid,
  passage text,
  why text,
  closer boolean NOT NULL,
  CONSTRAINT published_mind_change_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT published_mind_change_pkey PRIMARY KEY (id),
  CONSTRAINT published_mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE INDEX published_mind_change_poll_id_idx ON public.published_mind_change USING btree (poll_id);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.published_mind_change FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT SELECT ON published_mind_change TO moot_app;

CREATE TABLE published_movement (
  poll_id uuid NOT NULL,
  moved integer NOT NULL,
  gained jsonb NOT NULL,
  as_of timestamp(3) with time zone NOT NULL,
  CONSTRAINT published_movement_pkey PRIMARY KEY (poll_id),
  CONSTRAINT published_movement_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.published_movement FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT SELECT ON published_movement TO moot_app;

CREATE TABLE published_opinion (
  poll_id uuid NOT NULL,
  series text NOT NULL,
  "position" integer NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  counts jsonb NOT NULL,
  CONSTRAINT published_opinion_pkey PRIMARY KEY (poll_id, series, "position"),
  CONSTRAINT published_opinion_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.published_opinion FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT SELECT ON published_opinion TO moot_app;

CREATE TABLE published_side (
  comment_id uuid NOT NULL,
  option_key text NOT NULL,
  respect integer NOT NULL,
  reacted integer NOT NULL,
  CONSTRAINT published_side_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT published_side_pkey PRIMARY KEY (comment_id, option_key)
);
GRANT SELECT ON published_side TO moot_publisher;

CREATE TABLE published_tally (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes integer NOT NULL,
  as_of timestamp(3) with time zone NOT NULL,
  CONSTRAINT published_tally_pkey PRIMARY KEY (poll_id, option_key),
  CONSTRAINT published_tally_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.published_tally FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT SELECT ON published_tally TO moot_app;
GRANT SELECT ON published_tally TO moot_publisher;

CREATE TABLE queue_count (
  queue text NOT NULL,
  items integer NOT NULL DEFAULT 0,
  shard integer NOT NULL,
  CONSTRAINT queue_count_pkey PRIMARY KEY (queue, shard)
);
GRANT SELECT ON queue_count TO moot_app;

CREATE TABLE queue_item (
  queue text NOT NULL,
  subject_id uuid NOT NULL,
  since timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  claimed_by uuid,
  claimed_until timestamp(3) with time zone,
  article_id uuid,
  member_id uuid,
  CONSTRAINT queue_item_pkey PRIMARY KEY (subject_id, queue)
);
CREATE INDEX queue_item_queue_article_id_since_subject_id_idx ON public.queue_item USING btree (queue, article_id, since, subject_id);
CREATE INDEX queue_item_queue_member_id_since_subject_id_idx ON public.queue_item USING btree (queue, member_id, since, subject_id);
CREATE INDEX queue_item_queue_since_subject_id_idx ON public.queue_item USING btree (queue, since, subject_id);
CREATE TRIGGER queue_counted AFTER INSERT OR DELETE OR UPDATE OF queue ON public.queue_item FOR EACH ROW EXECUTE FUNCTION count_queue();
GRANT DELETE, INSERT, SELECT, UPDATE ON queue_item TO moot_app;

CREATE UNLOGGED TABLE rate_window (
  key text NOT NULL,
  start timestamp(3) with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT rate_window_pkey PRIMARY KEY (key)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON rate_window TO moot_app;

CREATE TABLE reaction (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind reaction_kind NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reaction_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT reaction_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT reaction_pkey PRIMARY KEY (comment_id, member_id)
);
CREATE INDEX reaction_member_id_idx ON public.reaction USING btree (member_id);
CREATE TRIGGER pages_change AFTER DELETE ON public.reaction FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
CREATE TRIGGER reaction_counted AFTER INSERT OR DELETE OR UPDATE ON public.reaction FOR EACH ROW EXECUTE FUNCTION count_reaction();
CREATE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF kind ON public.reaction FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();
GRANT SELECT ON reaction TO moot_app;

CREATE TABLE reaction_side (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  option_key text,
  kind reaction_kind NOT NULL,
  CONSTRAINT reaction_side_pkey PRIMARY KEY (comment_id, member_id)
);

CREATE TABLE recovery_code (
  code_hash bytea NOT NULL,
  member_id uuid NOT NULL,
  used_at timestamp(3) with time zone,
  CONSTRAINT recovery_code_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (code_hash)
);
CREATE INDEX recovery_code_member_id_idx ON public.recovery_code USING btree (member_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_code TO moot_app;

CREATE TABLE removal (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid NOT NULL,
  by text NOT NULL,
  reason text,
  decision_id uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamp(3) with time zone,
  was comment_state NOT NULL DEFAULT 'visible'::comment_state,
  CONSTRAINT removal_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT removal_pkey PRIMARY KEY (id)
);
CREATE INDEX removal_comment_id_id_idx ON public.removal USING btree (comment_id, id DESC);
CREATE INDEX removal_open ON public.removal USING btree (comment_id) WHERE (ended_at IS NULL);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.removal FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
GRANT DELETE, INSERT, SELECT, UPDATE ON removal TO moot_app;

CREATE TABLE reply_feed (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  member_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reply_feed_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT reply_feed_member_id_key UNIQUE (member_id),
  CONSTRAINT reply_feed_pkey PRIMARY KEY (id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON reply_feed TO moot_app;

CREATE TABLE report (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid,
  revision integer,
  reporter_id uuid,
  reason text NOT NULL,
  detail text NOT NULL DEFAULT ''::text,
  state report_state NOT NULL DEFAULT 'open'::report_state,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decision_id uuid,
  notice jsonb,
  member_id uuid,
  profile jsonb,
  CONSTRAINT about_one_thing CHECK (((num_nonnulls(comment_id, member_id) = 1) AND ((comment_id IS NULL) = (revision IS NULL)))),
  CONSTRAINT report_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX report_by_decision ON public.report USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX report_by_member ON public.report USING btree (reporter_id, id DESC) WHERE (reporter_id IS NOT NULL);
CREATE INDEX report_by_reason ON public.report USING btree (reason, id DESC) WHERE (comment_id IS NOT NULL);
CREATE INDEX report_comment_id_state_idx ON public.report USING btree (comment_id, state);
CREATE INDEX report_member ON public.report USING btree (member_id) WHERE (member_id IS NOT NULL);
CREATE UNIQUE INDEX report_one_open_each ON public.report USING btree (comment_id, reporter_id) WHERE ((state = 'open'::report_state) AND (reporter_id IS NOT NULL));
CREATE UNIQUE INDEX report_one_open_profile ON public.report USING btree (member_id, reporter_id) WHERE ((state = 'open'::report_state) AND (reporter_id IS NOT NULL) AND (member_id IS NOT NULL));
CREATE INDEX report_open_profile ON public.report USING btree (id) WHERE ((state = 'open'::report_state) AND (member_id IS NOT NULL));
CREATE TRIGGER report_counted AFTER INSERT OR DELETE OR UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION count_report();
CREATE TRIGGER written_in_good_standing AFTER INSERT ON public.report FOR EACH ROW WHEN (((new.reporter_id IS NOT NULL) AND (new.reason <> 'illegal'::text))) EXECUTE FUNCTION reporter_in_good_standing();
GRANT DELETE, INSERT, SELECT, UPDATE ON report TO moot_app;

CREATE TABLE rescoring (
  poll_id uuid NOT NULL,
  after uuid,
  CONSTRAINT rescoring_pkey PRIMARY KEY (poll_id),
  CONSTRAINT rescoring_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
GRANT DELETE, INSERT, SELECT, UPDATE ON rescoring TO moot_publisher;

CREATE TABLE reserved_handle (
  mark text NOT NULL,
  CONSTRAINT reserved_handle_pkey PRIMARY KEY (mark)
);
GRANT INSERT, SELECT ON reserved_handle TO moot_app;

CREATE TABLE sanction (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  "from" timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  until timestamp(3) with time zone,
  lifted_at timestamp(3) with time zone,
  decision_id uuid NOT NULL,
  address_mark text,
  CONSTRAINT sanction_kinds CHECK ((kind = ANY (ARRAY['warning'::text, 'suspension'::text, 'ban'::text, 'watch'::text]))),
  CONSTRAINT sanction_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT sanction_pkey PRIMARY KEY (id)
);
CREATE INDEX sanction_address ON public.sanction USING btree (address_mark) WHERE (address_mark IS NOT NULL);
CREATE INDEX sanction_in_force ON public.sanction USING btree (member_id) WHERE ((lifted_at IS NULL) AND (kind = ANY (ARRAY['suspension'::text, 'ban'::text])));
CREATE INDEX sanction_member_id_until_idx ON public.sanction USING btree (member_id, until);
GRANT DELETE, INSERT, SELECT, UPDATE ON sanction TO moot_app;

CREATE TABLE search_entry (
  id uuid NOT NULL,
  kind text NOT NULL,
  article_id uuid NOT NULL,
  author_id uuid,
  at timestamp(3) with time zone NOT NULL,
  public boolean NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_entry_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT search_entry_kinds CHECK ((kind = ANY (ARRAY['article'::text, 'comment'::text]))),
  CONSTRAINT search_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX search_entry_at ON public.search_entry USING btree (at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_by ON public.search_entry USING btree (author_id, at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_in ON public.search_entry USING btree (article_id, at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_waiting ON public.search_entry USING btree (author_id, at DESC, id DESC) WHERE (NOT public);
CREATE INDEX search_entry_words ON public.search_entry USING gin (words) WHERE public;
GRANT SELECT ON search_entry TO moot_app;

CREATE TABLE search_filling (
  kind text NOT NULL,
  after uuid,
  done boolean NOT NULL DEFAULT false,
  CONSTRAINT search_filling_kinds CHECK ((kind = ANY (ARRAY['article'::text, 'comment'::text, 'member'::text]))),
  CONSTRAINT search_filling_pkey PRIMARY KEY (kind)
);
GRANT SELECT ON search_filling TO moot_app;

CREATE TABLE search_hidden (
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  author_id uuid,
  at timestamp(3) with time zone NOT NULL,
  state comment_state NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_hidden_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT search_hidden_pkey PRIMARY KEY (id)
);
CREATE INDEX search_hidden_at ON public.search_hidden USING btree (at DESC, id DESC);
CREATE INDEX search_hidden_by ON public.search_hidden USING btree (author_id, at DESC, id DESC);
CREATE INDEX search_hidden_in ON public.search_hidden USING btree (article_id, at DESC, id DESC);
CREATE INDEX search_hidden_state ON public.search_hidden USING btree (state, at DESC, id DESC);
CREATE INDEX search_hidden_words ON public.search_hidden USING gin (words);
GRANT SELECT ON search_hidden TO moot_app;

CREATE TABLE search_member (
  member_id uuid NOT NULL,
  handle text NOT NULL,
  names text NOT NULL,
  pairs text[] NOT NULL,
  CONSTRAINT search_member_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT search_member_pkey PRIMARY KEY (member_id)
);
CREATE INDEX search_member_pairs ON public.search_member USING gin (pairs);
GRANT SELECT ON search_member TO moot_app;

CREATE TABLE second_opinion (
  article_id uuid NOT NULL,
  due boolean NOT NULL DEFAULT true,
  begun_at timestamp(3) with time zone,
  as_of timestamp(3) with time zone,
  reactors integer NOT NULL DEFAULT 0,
  CONSTRAINT second_opinion_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT second_opinion_pkey PRIMARY KEY (article_id)
);
CREATE INDEX second_opinion_due ON public.second_opinion USING btree (begun_at) WHERE due;
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.second_opinion FOR EACH ROW EXECUTE FUNCTION change_pages('article');
GRANT DELETE, INSERT, SELECT, UPDATE ON second_opinion TO moot_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON second_opinion TO moot_publisher;

CREATE TABLE second_opinion_comment (
  article_id uuid NOT NULL,
  place integer NOT NULL,
  comment_id uuid NOT NULL,
  CONSTRAINT second_opinion_comment_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT second_opinion_comment_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT second_opinion_comment_pkey PRIMARY KEY (article_id, place)
);
CREATE INDEX second_opinion_comment_comment_id_idx ON public.second_opinion_comment USING btree (comment_id);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.second_opinion_comment FOR EACH ROW EXECUTE FUNCTION change_pages('comment');
GRANT DELETE, INSERT, SELECT, UPDATE ON second_opinion_comment TO moot_app;

CREATE TABLE security_event (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  browser text NOT NULL DEFAULT ''::text,
  CONSTRAINT security_event_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT security_event_pkey PRIMARY KEY (id)
);
CREATE INDEX security_event_member_id_id_idx ON public.security_event USING btree (member_id, id);
GRANT INSERT, SELECT ON security_event TO moot_app;

CREATE TABLE session (
  id uuid NOT NULL DEFAULT uuid_v7(),
  token_hash bytea NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamp(3) with time zone NOT NULL,
  written_in bigint NOT NULL DEFAULT 0,
  browser text NOT NULL DEFAULT ''::text,
  seen_at timestamp(3) with time zone NOT NULL DEFAULT date_trunc('hour'::text, now()),
  authenticated_at timestamp(3) with time zone NOT NULL DEFAULT now(),
  multi_factor boolean NOT NULL DEFAULT false,
  CONSTRAINT session_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_expires_at_idx ON public.session USING btree (expires_at);
CREATE INDEX session_member_id_idx ON public.session USING btree (member_id);
CREATE UNIQUE INDEX session_token_hash_key ON public.session USING btree (token_hash);
CREATE TRIGGER session_written_in BEFORE INSERT OR UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION note_transaction();
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO moot_app;

CREATE TABLE side_batch (
  comment_id uuid NOT NULL,
  moved integer NOT NULL,
  due_at timestamp(3) with time zone,
  complete boolean NOT NULL DEFAULT false,
  touched integer NOT NULL DEFAULT 0,
  CONSTRAINT side_batch_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT side_batch_pkey PRIMARY KEY (comment_id)
);
CREATE INDEX side_batch_due ON public.side_batch USING btree (comment_id, touched) WHERE (moved >= 9);

CREATE TABLE side_crowd (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  counted_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT side_crowd_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT side_crowd_pkey PRIMARY KEY (comment_id, member_id)
);
CREATE INDEX side_crowd_counted_at ON public.side_crowd USING btree (counted_at);
CREATE INDEX side_crowd_member ON public.side_crowd USING btree (member_id);

CREATE TABLE side_move (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  was text,
  moves boolean NOT NULL DEFAULT true,
  CONSTRAINT side_move_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  CONSTRAINT side_move_pkey PRIMARY KEY (comment_id, member_id)
);

CREATE TABLE side_reply (
  poll_id uuid NOT NULL,
  side text NOT NULL,
  member_id uuid NOT NULL,
  source text NOT NULL,
  html text NOT NULL,
  state comment_state NOT NULL DEFAULT 'held'::comment_state,
  revision integer NOT NULL DEFAULT 1,
  found text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT side_reply_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT side_reply_pkey PRIMARY KEY (poll_id, side),
  CONSTRAINT side_reply_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.side_reply FOR EACH ROW EXECUTE FUNCTION change_pages('poll');
GRANT DELETE, INSERT, SELECT, UPDATE ON side_reply TO moot_app;

CREATE TABLE site_setting (
  key text NOT NULL,
  value jsonb NOT NULL,
  CONSTRAINT site_setting_pkey PRIMARY KEY (key)
);
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.site_setting FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT DELETE, INSERT, SELECT, UPDATE ON site_setting TO moot_app;

CREATE TABLE site_version (
  part text NOT NULL,
  version integer NOT NULL,
  value jsonb NOT NULL,
  by uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT site_version_pkey PRIMARY KEY (part, version),
  CONSTRAINT site_version_version_check CHECK ((version > 0))
);
CREATE INDEX site_version_at_idx ON public.site_version USING btree (at DESC);
CREATE TRIGGER language_of_search AFTER INSERT ON public.site_version FOR EACH ROW WHEN ((new.part = 'settings'::text)) EXECUTE FUNCTION search_in_language();
CREATE TRIGGER pages_change AFTER INSERT OR DELETE OR UPDATE ON public.site_version FOR EACH ROW EXECUTE FUNCTION change_pages('site');
GRANT INSERT, SELECT ON site_version TO moot_app;

CREATE TABLE spent_challenge (
  challenge_hash bytea NOT NULL,
  at timestamp(3) with time zone NOT NULL DEFAULT now(),
  CONSTRAINT spent_challenge_pkey PRIMARY KEY (challenge_hash)
);
CREATE INDEX spent_challenge_at_idx ON public.spent_challenge USING btree (at);
GRANT DELETE, INSERT, SELECT, UPDATE ON spent_challenge TO moot_app;

CREATE TABLE tally (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes integer NOT NULL DEFAULT 0,
  shard integer NOT NULL DEFAULT 0,
  CONSTRAINT tally_pkey PRIMARY KEY (poll_id, shard, option_key)
) WITH (fillfactor=40);

CREATE TABLE tally_batch (
  poll_id uuid NOT NULL,
  moved integer NOT NULL DEFAULT 0,
  as_of timestamp(3) with time zone,
  shard integer NOT NULL DEFAULT 0,
  due_at timestamp(3) with time zone,
  CONSTRAINT tally_batch_pkey PRIMARY KEY (poll_id, shard)
) WITH (fillfactor=40);

CREATE TABLE tally_crowd (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  counted_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT tally_crowd_pkey PRIMARY KEY (poll_id, member_id)
);
CREATE INDEX tally_crowd_counted_at ON public.tally_crowd USING btree (counted_at);

CREATE TABLE tally_move (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  was text,
  CONSTRAINT tally_move_pkey PRIMARY KEY (poll_id, member_id)
);

CREATE TABLE threshold (
  name text NOT NULL,
  value double precision NOT NULL,
  CONSTRAINT threshold_pkey PRIMARY KEY (name)
);
GRANT SELECT ON threshold TO moot_app;
GRANT SELECT ON threshold TO moot_publisher;

CREATE TABLE totp (
  member_id uuid NOT NULL,
  sealed_secret text NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  confirmed_at timestamp(3) with time zone,
  CONSTRAINT totp_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT totp_pkey PRIMARY KEY (member_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON totp TO moot_app;

CREATE TABLE visit (
  member_id uuid NOT NULL,
  article_id uuid NOT NULL,
  seen_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (member_id, article_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON visit TO moot_app;

CREATE TABLE vote (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  option_key text NOT NULL,
  consent integer NOT NULL,
  CONSTRAINT vote_has_a_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT vote_pkey PRIMARY KEY (poll_id, member_id)
);
CREATE TRIGGER vote_counted AFTER INSERT OR DELETE OR UPDATE ON public.vote FOR EACH ROW EXECUTE FUNCTION count_vote();
CREATE TRIGGER written_in_good_standing AFTER INSERT OR UPDATE OF option_key ON public.vote FOR EACH ROW EXECUTE FUNCTION member_in_good_standing();

CREATE TABLE vote_change (
  id bigint NOT NULL DEFAULT nextval('vote_change_id_seq'::regclass),
  poll_id uuid NOT NULL,
  member_id uuid,
  "from" text,
  "to" text,
  day date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT vote_change_pkey PRIMARY KEY (id)
);
CREATE INDEX vote_change_day_poll_id_idx ON public.vote_change USING btree (day, poll_id);
CREATE INDEX vote_change_poll_id_member_id_idx ON public.vote_change USING btree (poll_id, member_id);

CREATE TABLE word_list (
  version integer NOT NULL DEFAULT nextval('word_list_version_seq'::regclass),
  block text NOT NULL,
  hold text NOT NULL,
  mark text NOT NULL,
  by uuid,
  at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT word_list_pkey PRIMARY KEY (version)
);
GRANT INSERT, SELECT ON word_list TO moot_app;

SEQUENCE event_id_seq
GRANT SELECT, USAGE ON event_id_seq TO moot_app;

SEQUENCE vote_change_id_seq

SEQUENCE word_list_version_seq
GRANT SELECT, USAGE ON word_list_version_seq TO moot_app;

FUNCTION announce(what text, the_cause text, the_article uuid, the_comment uuid, doer uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION announce TO moot_app;

FUNCTION announce_closing(hours integer) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION announce_closing TO moot_app;

FUNCTION announce_polls_closing() RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION announce_polls_closing TO moot_app;

FUNCTION answered_poll(the_poll uuid, passed boolean) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION article_ends() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION article_shard() RETURNS integer SET search_path=pg_catalog, public, pg_temp

FUNCTION ask_erasure(session_token text, with_texts boolean) RETURNS timestamp with time zone SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION ask_erasure TO moot_app;

FUNCTION ask_erasure_of(who uuid, session_token text, with_texts boolean) RETURNS timestamp with time zone SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION ask_erasure_of TO moot_app;

FUNCTION audience_of(a announcement) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION author_in_good_standing() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION ballot_owner(session_token text) RETURNS uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION bare_words(html text) RETURNS text IMMUTABLE SET search_path=pg_catalog, public, pg_temp

FUNCTION begin_article_count() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION begin_erasure(who uuid, with_texts boolean) RETURNS timestamp with time zone SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION begin_following(who uuid, the_article uuid) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION begin_tally() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION best_rank(respect integer, unconvinced integer) RETURNS double precision IMMUTABLE
GRANT EXECUTE ON FUNCTION best_rank TO moot_app;

FUNCTION cast_reaction(target uuid, session_token text, what reaction_kind) RETURNS TABLE(respect integer, unconvinced integer) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION cast_reaction TO moot_app;

FUNCTION cast_reactions(targets uuid[], tokens text[], kinds reaction_kind[]) RETURNS TABLE(nth integer, respect integer, unconvinced integer) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION cast_reactions TO moot_app;

FUNCTION cast_vote(the_poll uuid, session_token text, choice text, consent_version integer) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION cast_vote TO moot_app;

FUNCTION chain_decision() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp SET lock_timeout=4s

FUNCTION change_pages() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION check_ballots(only_rule text DEFAULT NULL::text) RETURNS TABLE(rule text, place text, stored text, counted text) STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION check_ballots TO moot_publisher;

FUNCTION check_debates(only_rule text DEFAULT NULL::text) RETURNS TABLE(rule text, place text, stored text, counted text) STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION check_debates TO moot_publisher;

FUNCTION count_comment() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_moved_by_passage() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_passages() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_queue() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_reaction() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_report() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION count_vote() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION crowd_needed(p poll, shown bigint, last_batch timestamp with time zone) RETURNS double precision STABLE SET search_path=pg_catalog, public, pg_temp

FUNCTION crowd_of(the_poll uuid) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION crowd_of_sides(the_comment uuid) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION debates_due() RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION debates_due TO moot_publisher;

FUNCTION decision_hash(d decision, previous text) RETURNS text STABLE SET TimeZone=UTC SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION decision_hash TO moot_app;

FUNCTION drop_ballot(the_poll uuid, who uuid, choice text) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION empty_account() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION empty_ballot_box() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION erase_next_account() RETURNS TABLE(address text, called text) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION erase_next_account TO moot_app;

FUNCTION erase_texts(how_many integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION erase_texts TO moot_app;

FUNCTION fill_search(most integer) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION fill_search TO moot_app;

FUNCTION followers_of(which uuid, beyond uuid, most integer) RETURNS TABLE(member_id uuid, hears boolean) STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION followers_of TO moot_app;

FUNCTION following_of(who uuid, the_article uuid, the_comment uuid, its_parent uuid) RETURNS following_state STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION following_of TO moot_app;

FUNCTION forget_account() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION forget_ballots() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION forget_events(days integer, most integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_events TO moot_app;

FUNCTION forget_mind_changes(the_poll uuid, who uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION forget_minds_of_comment() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION forget_old_changes(most integer DEFAULT 5000) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_old_changes TO moot_publisher;

FUNCTION forget_old_events(most integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_old_events TO moot_app;

FUNCTION forget_old_page_changes(most integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_old_page_changes TO moot_app;

FUNCTION forget_page_changes(older_than interval, most integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_page_changes TO moot_app;

FUNCTION forget_unconfirmed() RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_unconfirmed TO moot_app;

FUNCTION forget_unproven(days integer) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION forget_unproven TO moot_app;

FUNCTION forget_what_was_told() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION go_on_announcing(how_many integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION go_on_announcing TO moot_app;

FUNCTION guess_poll(the_poll uuid, session_token text, the_share double precision) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION guess_poll TO moot_app;

FUNCTION hears_nothing(who uuid, what text, the_article uuid, the_comment uuid, doer uuid) RETURNS boolean STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION hears_nothing TO moot_app;

FUNCTION hide_stance(target uuid, session_token text) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION hide_stance TO moot_app;

FUNCTION hides_until_close(mode results_shown) RETURNS boolean IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION hides_until_close TO moot_app;

FUNCTION hold_loose_ballots(the_poll uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION hold_sides(comments uuid[]) RETURNS uuid[] SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION hold_writers(members uuid[]) RETURNS uuid[] SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION is_muted_for(who uuid, the_article uuid, the_comment uuid, its_parent uuid, author uuid) RETURNS boolean STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION is_muted_for TO moot_app;

FUNCTION keep_an_admin() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION listings_of(the_article uuid) RETURNS TABLE(kind listing_kind, name text) STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION listings_of TO moot_app;

FUNCTION lock_comments(ids uuid[]) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION lock_comments TO moot_app;

FUNCTION may_publish(the_poll uuid, last_batch timestamp with time zone) RETURNS boolean STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION member_in_good_standing() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION move_comment() RETURNS trigger SET search_path=pg_catalog, public, pg_temp

FUNCTION my_mind_changes(session_token text) RETURNS TABLE(poll_id uuid, comment_id uuid, passage text, why text, closer boolean, quotable boolean) STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION my_mind_changes TO moot_app;

FUNCTION my_standing(the_poll uuid, session_token text) RETURNS TABLE(choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean) STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION my_standing TO moot_app;

FUNCTION my_vote(the_poll uuid, session_token text) RETURNS text STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION my_vote TO moot_app;

FUNCTION note_move(the_poll uuid, who uuid, was_option text, becomes text) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION note_side_move(target uuid, who uuid, was_side text, becomes text) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION note_transaction() RETURNS trigger SET search_path=pg_catalog, public, pg_temp

FUNCTION pages_changed_since(earlier pg_snapshot) RETURNS text[] STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION pages_changed_since TO moot_app;

FUNCTION pass_poll(the_poll uuid, session_token text) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION pass_poll TO moot_app;

FUNCTION poll_has_ballots(the_poll uuid) RETURNS boolean STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION poll_has_ballots TO moot_app;

FUNCTION polls_due(lately boolean DEFAULT false) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION polls_due TO moot_publisher;

FUNCTION polls_voted_in(since date) RETURNS SETOF uuid STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION publish_debate(the_poll uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION publish_debate TO moot_publisher;

FUNCTION publish_guesses(the_poll uuid) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION publish_movement(the_poll uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION publish_opinion(the_poll uuid) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION publish_sides(at_most integer) RETURNS SETOF uuid SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION publish_sides TO moot_publisher;

FUNCTION publish_tally(the_poll uuid) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION publish_tally TO moot_publisher;

FUNCTION put_article_into_search(which uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION put_comment_into_desk_search(c comment) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION put_comment_into_search(c comment) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION put_member_into_search(m member) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION queue_appeal() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION queue_comment() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION queue_reported() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION quiet_from(p poll) RETURNS timestamp with time zone STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION quiet_from TO moot_app;

FUNCTION react_as(who uuid, target uuid, what reaction_kind) RETURNS TABLE(respect integer, unconvinced integer) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION record_bridging() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION refill_search() RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION refill_search TO moot_app;

FUNCTION refuse_rewriting() RETURNS trigger SET search_path=pg_catalog, public, pg_temp

FUNCTION refuse_unless_in_good_standing(who uuid) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION reporter_in_good_standing() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION ripen_mind_changes(at_most integer) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION ripen_mind_changes TO moot_publisher;

FUNCTION search_article() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION search_asked(words text) RETURNS tsquery STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_asked TO moot_app;

FUNCTION search_comment() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION search_fold(words text) RETURNS text IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_fold TO moot_app;

FUNCTION search_in_language() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION search_letters(words text) RETURNS text IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_letters TO moot_app;

FUNCTION search_member_anew() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION search_name(name text) RETURNS text IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_name TO moot_app;

FUNCTION search_pairs(words text) RETURNS text[] IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_pairs TO moot_app;

FUNCTION search_plain(html text) RETURNS text IMMUTABLE SET search_path=pg_catalog, public, pg_temp

FUNCTION search_revision() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION search_said(c comment) RETURNS text STABLE SET search_path=pg_catalog, public, pg_temp

FUNCTION search_stemmer() RETURNS regconfig STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_stemmer TO moot_app;

FUNCTION search_words(words text) RETURNS tsvector STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_words TO moot_app;

FUNCTION search_words_by(stemmer regconfig, words text) RETURNS tsvector IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION search_words_by TO moot_app;

FUNCTION shard_of(who uuid) RETURNS integer IMMUTABLE
GRANT EXECUTE ON FUNCTION shard_of TO moot_app;

FUNCTION show_passage() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION show_stance(target uuid, session_token text) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION show_stance TO moot_app;

FUNCTION show_text() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION standing_of(me uuid, the_poll uuid) RETURNS TABLE(choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean) STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION stemmer_of(tag text) RETURNS regconfig STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION stemmer_of TO moot_app;

FUNCTION subjects_of(the_article uuid, the_comment uuid, its_parent uuid) RETURNS TABLE(subject_id uuid, nearness integer) STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION subjects_of TO moot_app;

FUNCTION switch_stands(m mind_change) RETURNS boolean STABLE SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION take_back_mind_change(the_poll uuid, session_token text) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION take_back_mind_change TO moot_app;

FUNCTION take_reason_down(the_poll uuid, told uuid) RETURNS boolean SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION take_reason_down TO moot_app;

FUNCTION tell(who uuid[], what text, the_cause text, the_article uuid, the_comment uuid, the_subject uuid, doer uuid, told_at timestamp with time zone) RETURNS integer SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION tell TO moot_app;

FUNCTION tell_hearing(who uuid[], what text, the_cause text, the_article uuid, the_comment uuid, the_subject uuid, doer uuid, told_at timestamp with time zone) RETURNS integer SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION tell_hearing TO moot_app;

FUNCTION tell_mind_change(the_poll uuid, session_token text, the_comment uuid, the_passage text, the_why text, is_closer boolean, may_quote boolean) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION tell_mind_change TO moot_app;

FUNCTION tell_of_comment(the_comment uuid, the_article uuid, the_parent uuid, doer uuid, called text[], quoted text[]) RETURNS integer SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION tell_of_comment TO moot_app;

FUNCTION threshold(called text) RETURNS double precision STABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION threshold TO moot_app;

FUNCTION unqueue_comment() RETURNS trigger SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION uuid_floor(at timestamp with time zone) RETURNS uuid IMMUTABLE SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION uuid_floor TO moot_app;

FUNCTION uuid_v7(at timestamp with time zone DEFAULT clock_timestamp()) RETURNS uuid
GRANT EXECUTE ON FUNCTION uuid_v7 TO moot_app;

FUNCTION vote_and_stand(the_poll uuid, session_token text, vote text, consent_version integer) RETURNS TABLE(word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION vote_and_stand TO moot_app;

FUNCTION vote_as(who uuid, the_poll uuid, choice text, consent_version integer) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp

FUNCTION vote_together(polls uuid[], tokens text[], votes text[], consent_version integer) RETURNS TABLE(nth integer, word text, choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean) SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION vote_together TO moot_app;

FUNCTION wilson_lower_bound(share double precision, n double precision, z double precision) RETURNS double precision IMMUTABLE
GRANT EXECUTE ON FUNCTION wilson_lower_bound TO moot_app;

FUNCTION withdraw_reaction(target uuid, session_token text) RETURNS void SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION withdraw_reaction TO moot_app;

FUNCTION withdraw_vote(the_poll uuid, session_token text) RETURNS text SECURITY DEFINER SET search_path=pg_catalog, public, pg_temp
GRANT EXECUTE ON FUNCTION withdraw_vote TO moot_app;

GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA public TO moot_app;
GRANT USAGE ON SCHEMA public TO moot_publisher;
