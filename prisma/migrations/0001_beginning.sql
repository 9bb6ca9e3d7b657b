-- The tables of version 0.1, whole: where a fresh database begins. One that has grown up with 0.1 stands here already
-- (scripts/schema.ts). What the database does by itself is in prisma/functions, who may touch what in prisma/grants.sql.

CREATE TYPE comments_state AS ENUM ('open', 'closed', 'locked');
CREATE TYPE moderation_mode AS ENUM ('post', 'pre');
CREATE TYPE comment_state AS ENUM ('visible', 'held', 'rejected', 'withdrawn');
CREATE TYPE reaction_kind AS ENUM ('respect', 'unconvinced');
CREATE TYPE role AS ENUM ('reader', 'editor', 'moderator', 'admin');
CREATE TYPE report_state AS ENUM ('open', 'upheld', 'dismissed');
CREATE TYPE results_shown AS ENUM ('always', 'after_vote', 'after_close');

CREATE TABLE article (
  id uuid NOT NULL DEFAULT uuid_v7(),
  slug text NOT NULL,
  published_at timestamptz(3) NOT NULL,
  revision int NOT NULL DEFAULT 1,
  comments_state comments_state NOT NULL DEFAULT 'open',
  moderation moderation_mode NOT NULL DEFAULT 'post',
  slow_seconds int NOT NULL DEFAULT 0,
  closes_at timestamptz(3),
  CONSTRAINT article_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX article_slug_key ON article (slug);
CREATE INDEX article_published_at_id_idx ON article (published_at DESC, id DESC);

-- Up to sixteen rows each, which are summed, so that those who post at once do not wait for each other.
CREATE TABLE article_count (
  article_id uuid NOT NULL,
  visible int NOT NULL DEFAULT 0,
  roots int NOT NULL DEFAULT 0,
  shard int NOT NULL,
  CONSTRAINT article_count_pkey PRIMARY KEY (article_id, shard)
);

CREATE TABLE article_revision (
  article_id uuid NOT NULL,
  number int NOT NULL,
  title text NOT NULL,
  standfirst text NOT NULL,
  author text NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[],
  call_to_action jsonb,
  source text NOT NULL,
  html text NOT NULL,
  words int NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT article_revision_pkey PRIMARY KEY (article_id, number)
);

-- Moderators of one article, beside those of the site.
CREATE TABLE article_moderator (
  article_id uuid NOT NULL,
  member_id uuid NOT NULL,
  by uuid,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT article_moderator_pkey PRIMARY KEY (member_id, article_id)
);
CREATE INDEX article_moderator_article_id_idx ON article_moderator (article_id);

CREATE TABLE comment (
  id uuid NOT NULL DEFAULT uuid_v7(),
  article_id uuid NOT NULL,
  article_revision int NOT NULL,
  parent_id uuid,
  root_id uuid,
  depth int NOT NULL DEFAULT 0,
  author_id uuid,
  state comment_state NOT NULL DEFAULT 'visible',
  listed boolean NOT NULL DEFAULT true,
  revision int NOT NULL DEFAULT 1,
  source text NOT NULL,
  html text NOT NULL,
  posted_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  edited_at timestamptz(3),
  reply_count int NOT NULL DEFAULT 0,
  thread_count int NOT NULL DEFAULT 0,
  respect int NOT NULL DEFAULT 0,
  unconvinced int NOT NULL DEFAULT 0,
  best double precision NOT NULL DEFAULT 0,
  bridging double precision NOT NULL DEFAULT -1,
  open_reports int NOT NULL DEFAULT 0,
  changed_minds int NOT NULL DEFAULT 0,
  locked boolean NOT NULL DEFAULT false,
  pinned boolean NOT NULL DEFAULT false,
  stance text,
  stance_outdated boolean NOT NULL DEFAULT false,
  CONSTRAINT comment_pkey PRIMARY KEY (id),
  CONSTRAINT source_bounded CHECK (char_length(source) >= 1 AND char_length(source) <= 10000),
  CONSTRAINT depth_follows_parent CHECK ((parent_id IS NULL) = (depth = 0) AND (parent_id IS NULL) = (root_id IS NULL))
);
CREATE INDEX comment_author_id_id_idx ON comment (author_id, id DESC);
-- Every page of a thread is one range of an index, in each order a reader can choose.
CREATE INDEX comment_roots_by_time ON comment (article_id, id) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_best ON comment (article_id, best DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_replies ON comment (article_id, thread_count DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_roots_by_bridging ON comment (article_id, bridging DESC, id DESC) WHERE parent_id IS NULL AND listed;
CREATE INDEX comment_replies_by_best ON comment (parent_id, best DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_replies ON comment (parent_id, reply_count DESC, id DESC) WHERE listed;
CREATE INDEX comment_replies_by_bridging ON comment (parent_id, bridging DESC, id DESC) WHERE listed;
CREATE INDEX comment_by_article ON comment (article_id, id) WHERE listed;
CREATE INDEX comment_any_reply ON comment (parent_id);
CREATE INDEX comment_waiting ON comment (article_id, id) WHERE state = 'held';
-- With the count of replies in it this index is enough by itself; without, PostgreSQL read and sorted all replies of a parent.
CREATE INDEX comment_replies_by_time ON comment (parent_id, id) INCLUDE (reply_count) WHERE listed;
-- Comments that show one answer: few rows carry a stance, so these are small.
CREATE INDEX comment_side_by_time ON comment (article_id, stance, id) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_best ON comment (article_id, stance, best DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_replies ON comment (article_id, stance, reply_count DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_bridging ON comment (article_id, stance, bridging DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;

-- `shown`: readers could see this text; one that waited and was rewritten first is nobody's to read.
CREATE TABLE comment_revision (
  comment_id uuid NOT NULL,
  number int NOT NULL,
  source text NOT NULL,
  html text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  shown boolean NOT NULL DEFAULT false,
  CONSTRAINT comment_revision_pkey PRIMARY KEY (comment_id, number)
);

CREATE TABLE reaction (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind reaction_kind NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT reaction_pkey PRIMARY KEY (comment_id, member_id)
);
CREATE INDEX reaction_member_id_idx ON reaction (member_id);

-- Where a comment returns to when its removal ends (`was`): one that waited for a moderator waits again.
CREATE TABLE removal (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid NOT NULL,
  by text NOT NULL,
  reason text,
  decision_id uuid,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(3),
  was comment_state NOT NULL DEFAULT 'visible',
  CONSTRAINT removal_pkey PRIMARY KEY (id)
);
CREATE INDEX removal_comment_id_id_idx ON removal (comment_id, id DESC);
CREATE INDEX removal_open ON removal (comment_id) WHERE ended_at IS NULL;

CREATE TABLE visit (
  member_id uuid NOT NULL,
  article_id uuid NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (member_id, article_id)
);

CREATE TABLE member (
  id uuid NOT NULL DEFAULT uuid_v7(),
  handle text NOT NULL,
  name text NOT NULL,
  email text,
  password_hash text,
  role role NOT NULL DEFAULT 'reader',
  bio text NOT NULL DEFAULT '',
  sample boolean NOT NULL DEFAULT false,
  approved_count int NOT NULL DEFAULT 0,
  honour_count int NOT NULL DEFAULT 0,
  joined_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  erased_at timestamptz(3),
  CONSTRAINT member_pkey PRIMARY KEY (id),
  CONSTRAINT handle_shape CHECK (handle ~ '^[a-z0-9_-]{2,30}$'),
  CONSTRAINT email_lower CHECK (email = lower(email))
);
CREATE UNIQUE INDEX member_handle_key ON member (handle);
CREATE UNIQUE INDEX member_email_key ON member (email);
CREATE INDEX member_staff ON member (id) INCLUDE (name, handle) WHERE role <> 'reader';

CREATE TABLE session (
  id uuid NOT NULL DEFAULT uuid_v7(),
  token_hash bytea NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX session_token_hash_key ON session (token_hash);
CREATE INDEX session_member_id_idx ON session (member_id);

CREATE TABLE notice (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  article_id uuid,
  comment_id uuid,
  subject_id uuid,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_at timestamptz(3),
  CONSTRAINT notice_pkey PRIMARY KEY (id)
);
CREATE INDEX notice_member_id_id_idx ON notice (member_id, id DESC);
CREATE INDEX notice_unread ON notice (member_id) WHERE read_at IS NULL;

-- What live readers are told. `rank_before` says where a comment stood before its rank moved, so that a page can be drawn as it
-- was when a reader's walk began; it is for servers only and never published.
CREATE TABLE event (
  id bigserial NOT NULL,
  tx bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  kind text NOT NULL,
  article_id uuid,
  subject_id uuid,
  parent_id uuid,
  rank_before double precision,
  CONSTRAINT event_pkey PRIMARY KEY (id)
);
CREATE INDEX event_article_id_tx_id_idx ON event (article_id, tx, id);
CREATE INDEX event_tx_id_idx ON event (tx, id);

CREATE TABLE report (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid NOT NULL,
  revision int NOT NULL,
  reporter_id uuid,
  reason text NOT NULL,
  detail text NOT NULL DEFAULT '',
  state report_state NOT NULL DEFAULT 'open',
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decision_id uuid,
  notice jsonb,
  CONSTRAINT report_pkey PRIMARY KEY (id)
);
CREATE INDEX report_comment_id_state_idx ON report (comment_id, state);
CREATE UNIQUE INDEX report_one_open_each ON report (comment_id, reporter_id) WHERE state = 'open' AND reporter_id IS NOT NULL;
CREATE INDEX report_by_decision ON report (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX report_by_member ON report (reporter_id, id DESC) WHERE reporter_id IS NOT NULL;

CREATE TABLE finding (
  id uuid NOT NULL DEFAULT uuid_v7(),
  comment_id uuid NOT NULL,
  revision int NOT NULL,
  rule text NOT NULL,
  effect text NOT NULL,
  reason text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  undone_at timestamptz(3),
  CONSTRAINT finding_pkey PRIMARY KEY (id)
);
CREATE INDEX finding_comment_id_idx ON finding (comment_id);
CREATE INDEX finding_rule_id_idx ON finding (rule, id DESC);

CREATE TABLE queue_item (
  queue text NOT NULL,
  subject_id uuid NOT NULL,
  since timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  claimed_by uuid,
  claimed_until timestamptz(3),
  article_id uuid,
  member_id uuid,
  CONSTRAINT queue_item_pkey PRIMARY KEY (queue, subject_id)
);
CREATE INDEX queue_item_queue_since_subject_id_idx ON queue_item (queue, since, subject_id);
CREATE INDEX queue_item_queue_article_id_since_subject_id_idx ON queue_item (queue, article_id, since, subject_id);
CREATE INDEX queue_item_queue_member_id_since_subject_id_idx ON queue_item (queue, member_id, since, subject_id);
CREATE INDEX queue_item_subject_id_idx ON queue_item (subject_id);

-- Every connection counts in its own shard (nearly: process ids come in order); a queue's count is their sum.
CREATE TABLE queue_count (
  queue text NOT NULL,
  items int NOT NULL DEFAULT 0,
  shard int NOT NULL,
  CONSTRAINT queue_count_pkey PRIMARY KEY (queue, shard)
);

-- The log. Only ever added to, each row chained to the one before by its hash (functions/log.sql).
CREATE TABLE decision (
  id uuid NOT NULL DEFAULT uuid_v7(),
  seq bigint NOT NULL DEFAULT 0,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  action text NOT NULL,
  moderator_id uuid,
  comment_id uuid,
  revision int,
  article_id uuid,
  member_id uuid,
  ground text,
  rules_version int,
  statement jsonb,
  before text,
  after text,
  undoes uuid,
  hash text NOT NULL DEFAULT '',
  bulk uuid,
  CONSTRAINT decision_pkey PRIMARY KEY (id),
  -- A restriction says on what ground and how to have it looked at again (Digital Services Act, article 17).
  CONSTRAINT restriction_gives_reasons CHECK (
    (action NOT IN ('reject', 'hold', 'lock', 'slow', 'warn', 'watch', 'suspend', 'ban') AND after IS DISTINCT FROM 'rejected')
    OR (coalesce(ground, '') <> '' AND rules_version IS NOT NULL
      AND coalesce(statement ->> 'redress', '') <> '' AND coalesce(statement ->> 'facts', '') <> '')),
  CONSTRAINT decision_actions CHECK (action IN ('approve', 'reject', 'hold', 'restore', 'undo', 'lock', 'unlock', 'slow', 'message', 'warn', 'watch', 'suspend', 'ban', 'lift'))
);
CREATE UNIQUE INDEX decision_seq_key ON decision (seq);
CREATE INDEX decision_comment_id_seq_idx ON decision (comment_id, seq);
CREATE INDEX decision_member_id_seq_idx ON decision (member_id, seq);
CREATE INDEX decision_moderator_id_seq_idx ON decision (moderator_id, seq);
CREATE INDEX decision_bulk_idx ON decision (bulk);
CREATE INDEX decision_undoes_idx ON decision (undoes);
CREATE INDEX decision_of_article ON decision (article_id, seq DESC) WHERE article_id IS NOT NULL;

CREATE TABLE sanction (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  "from" timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  until timestamptz(3),
  lifted_at timestamptz(3),
  decision_id uuid NOT NULL,
  CONSTRAINT sanction_pkey PRIMARY KEY (id),
  CONSTRAINT sanction_kinds CHECK (kind IN ('warning', 'suspension', 'ban', 'watch'))
);
CREATE INDEX sanction_member_id_until_idx ON sanction (member_id, until);
CREATE INDEX sanction_in_force ON sanction (member_id) WHERE lifted_at IS NULL AND kind IN ('suspension', 'ban');

CREATE TABLE appeal (
  id uuid NOT NULL DEFAULT uuid_v7(),
  decision_id uuid NOT NULL,
  member_id uuid NOT NULL,
  words text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  answered_by uuid,
  outcome text,
  answer text,
  answered_at timestamptz(3),
  CONSTRAINT appeal_pkey PRIMARY KEY (id),
  CONSTRAINT appeal_outcomes CHECK ((outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answer IS NULL) AND outcome IN ('upheld', 'refused'))
);
CREATE UNIQUE INDEX appeal_decision_id_key ON appeal (decision_id);

CREATE TABLE member_note (
  id uuid NOT NULL DEFAULT uuid_v7(),
  member_id uuid NOT NULL,
  by uuid,
  words text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT member_note_pkey PRIMARY KEY (id)
);
CREATE INDEX member_note_member_id_id_idx ON member_note (member_id, id DESC);

CREATE TABLE house_rules (
  version int NOT NULL,
  rules jsonb NOT NULL,
  by uuid,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT house_rules_pkey PRIMARY KEY (version)
);

CREATE TABLE word_list (
  version serial NOT NULL,
  block text NOT NULL,
  hold text NOT NULL,
  mark text NOT NULL,
  by uuid,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT word_list_pkey PRIMARY KEY (version)
);

CREATE TABLE poll (
  id uuid NOT NULL DEFAULT uuid_v7(),
  article_id uuid NOT NULL,
  question text NOT NULL,
  results_shown results_shown NOT NULL DEFAULT 'after_vote',
  opens_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closes_at timestamptz(3),
  version int NOT NULL DEFAULT 1,
  detached boolean NOT NULL DEFAULT false,
  guessing boolean NOT NULL DEFAULT false,
  closing_statement text,
  closing_html text,
  CONSTRAINT poll_pkey PRIMARY KEY (id),
  CONSTRAINT hidden_results_have_an_end CHECK (results_shown <> 'after_close' OR closes_at IS NOT NULL),
  CONSTRAINT opens_before_it_closes CHECK (closes_at >= opens_at)
);
CREATE UNIQUE INDEX poll_article_id_key ON poll (article_id);

CREATE TABLE poll_option (
  poll_id uuid NOT NULL,
  key text NOT NULL,
  position int NOT NULL,
  label text NOT NULL,
  sentence text NOT NULL DEFAULT '',
  side boolean NOT NULL DEFAULT true,
  removed_at timestamptz(3),
  CONSTRAINT poll_option_pkey PRIMARY KEY (poll_id, key),
  CONSTRAINT key_shape CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$')
);

-- What a poll asked before it was changed.
CREATE TABLE poll_version (
  poll_id uuid NOT NULL,
  version int NOT NULL,
  question text NOT NULL,
  options jsonb NOT NULL,
  until timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT poll_version_pkey PRIMARY KEY (poll_id, version)
);

-- SECRET. One row a member and poll.
CREATE TABLE vote (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  option_key text NOT NULL,
  consent int NOT NULL,
  CONSTRAINT vote_pkey PRIMARY KEY (poll_id, member_id)
);

-- SECRET. Positions in their order, by day and not by time.
CREATE TABLE vote_change (
  id bigserial NOT NULL,
  poll_id uuid NOT NULL,
  member_id uuid,
  "from" text,
  "to" text,
  day date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT vote_change_pkey PRIMARY KEY (id)
);
CREATE INDEX vote_change_poll_id_member_id_idx ON vote_change (poll_id, member_id);
CREATE INDEX vote_change_day_poll_id_idx ON vote_change (day, poll_id);

-- SECRET. Counts now, on sixteen rows a poll; room on their pages keeps what is written again and again in place.
CREATE TABLE tally (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes int NOT NULL DEFAULT 0,
  shard int NOT NULL DEFAULT 0,
  CONSTRAINT tally_pkey PRIMARY KEY (poll_id, shard, option_key)
) WITH (fillfactor=40);

-- SECRET. How many members' ballots differ from the published counts.
CREATE TABLE tally_batch (
  poll_id uuid NOT NULL,
  moved int NOT NULL DEFAULT 0,
  as_of timestamptz(3),
  shard int NOT NULL DEFAULT 0,
  CONSTRAINT tally_batch_pkey PRIMARY KEY (poll_id, shard)
) WITH (fillfactor=40);

-- SECRET. Whose do, and the option they held then: whoever is back there has not moved.
CREATE TABLE tally_move (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  was text,
  CONSTRAINT tally_move_pkey PRIMARY KEY (poll_id, member_id)
);

-- The counts that readers see, as of the last batch.
CREATE TABLE published_tally (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes int NOT NULL,
  as_of timestamptz(3) NOT NULL,
  CONSTRAINT published_tally_pkey PRIMARY KEY (poll_id, option_key)
);

-- SECRET. Who asked to see results without voting.
CREATE TABLE poll_pass (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  CONSTRAINT poll_pass_pkey PRIMARY KEY (poll_id, member_id)
);

-- SECRET. Detached polls: that a member has voted, without what.
CREATE TABLE ballot_taken (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  CONSTRAINT ballot_taken_pkey PRIMARY KEY (poll_id, member_id)
);

-- SECRET. Ballots that belong to nobody: of detached polls, and of members erased after the close.
CREATE TABLE loose_ballot (
  poll_id uuid NOT NULL,
  option_key text NOT NULL,
  votes int NOT NULL DEFAULT 0,
  CONSTRAINT loose_ballot_pkey PRIMARY KEY (poll_id, option_key)
);

-- SECRET. A reaction with the side its member voted for.
CREATE TABLE reaction_side (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  option_key text NOT NULL,
  kind reaction_kind NOT NULL,
  CONSTRAINT reaction_side_pkey PRIMARY KEY (comment_id, member_id)
);

-- SECRET. Whose reaction moved since the comment's last batch, and what it was then.
CREATE TABLE side_move (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  was text,
  CONSTRAINT side_move_pkey PRIMARY KEY (comment_id, member_id)
);

-- SECRET. How many did.
CREATE TABLE side_batch (
  comment_id uuid NOT NULL,
  moved int NOT NULL,
  CONSTRAINT side_batch_pkey PRIMARY KEY (comment_id)
);
-- A predicate can read no table, so the size of a batch stands here too; a test compares it with `threshold`.
CREATE INDEX side_batch_due ON side_batch (comment_id) WHERE moved >= 5;

CREATE TABLE published_side (
  comment_id uuid NOT NULL,
  option_key text NOT NULL,
  respect int NOT NULL,
  reacted int NOT NULL,
  CONSTRAINT published_side_pkey PRIMARY KEY (comment_id, option_key)
);

-- The best case of each side, as the last batches have it; an editor's pin stands before it.
CREATE TABLE best_case (
  poll_id uuid NOT NULL,
  side text NOT NULL,
  comment_id uuid NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  pinned_at timestamptz(3),
  CONSTRAINT best_case_pkey PRIMARY KEY (poll_id, side, pinned)
);

CREATE TABLE published_flow (
  poll_id uuid NOT NULL,
  from_key text NOT NULL,
  to_key text NOT NULL,
  members int NOT NULL,
  as_of timestamptz(3) NOT NULL,
  CONSTRAINT published_flow_pkey PRIMARY KEY (poll_id, from_key, to_key)
);

-- A bucket once shown never changes: rows are only ever added.
CREATE TABLE published_opinion (
  poll_id uuid NOT NULL,
  series text NOT NULL,
  position int NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  counts jsonb NOT NULL,
  CONSTRAINT published_opinion_pkey PRIMARY KEY (poll_id, series, position)
);

-- SECRET. A share from 0 to 1, or null from whoever would rather not guess.
CREATE TABLE poll_guess (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  share double precision,
  CONSTRAINT poll_guess_pkey PRIMARY KEY (poll_id, member_id),
  CONSTRAINT a_share CHECK (share >= 0 AND share <= 1)
);

-- All guesses of the last batch, in order of size.
CREATE TABLE published_guess (
  poll_id uuid NOT NULL,
  shares double precision[] NOT NULL,
  CONSTRAINT published_guess_pkey PRIMARY KEY (poll_id)
);

-- SECRET. `closer` is a step without a switch. Counts from `ripe_at` on, if the switch still stands.
CREATE TABLE mind_change (
  id uuid NOT NULL DEFAULT uuid_v7(),
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  comment_id uuid,
  passage text,
  why text NOT NULL,
  closer boolean NOT NULL,
  quotable boolean NOT NULL,
  ripe_at timestamptz(3) NOT NULL,
  published_id uuid,
  CONSTRAINT mind_change_pkey PRIMARY KEY (id),
  CONSTRAINT a_reason CHECK (char_length(btrim(why)) >= 50),
  CONSTRAINT a_cause CHECK (comment_id IS NOT NULL OR passage IS NOT NULL)
);
CREATE UNIQUE INDEX mind_change_first_switch ON mind_change (poll_id, member_id) WHERE NOT closer;
CREATE UNIQUE INDEX mind_change_once_a_comment ON mind_change (member_id, comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX mind_change_ripening ON mind_change (ripe_at) WHERE published_id IS NULL;

-- What readers see of it: not whose it was, and the reason only where its author lets it be quoted.
CREATE TABLE published_mind_change (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  poll_id uuid NOT NULL,
  comment_id uuid,
  passage text,
  why text,
  closer boolean NOT NULL,
  CONSTRAINT published_mind_change_pkey PRIMARY KEY (id)
);
CREATE INDEX published_mind_change_poll_id_idx ON published_mind_change (poll_id);

-- The record of a debate has versions. Only the newest can be read, so that whoever withdraws something is in it no more;
-- of earlier ones the digest stays, so that a citation can be told from a forgery.
CREATE TABLE poll_record (
  poll_id uuid NOT NULL,
  version int NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  digest text NOT NULL,
  CONSTRAINT poll_record_pkey PRIMARY KEY (poll_id, version)
);

-- A right of reply for each side, after the close. `found`: what the checks found in it.
CREATE TABLE side_reply (
  poll_id uuid NOT NULL,
  side text NOT NULL,
  member_id uuid NOT NULL,
  source text NOT NULL,
  html text NOT NULL,
  state comment_state NOT NULL DEFAULT 'held',
  revision int NOT NULL DEFAULT 1,
  found text[] NOT NULL DEFAULT '{}',
  CONSTRAINT side_reply_pkey PRIMARY KEY (poll_id, side)
);

-- A second opinion on what both sides respect, from reactions alone, so no vote is in it.
CREATE TABLE second_opinion (
  article_id uuid NOT NULL,
  due boolean NOT NULL DEFAULT true,
  begun_at timestamptz(3),
  as_of timestamptz(3),
  reactors int NOT NULL DEFAULT 0,
  CONSTRAINT second_opinion_pkey PRIMARY KEY (article_id)
);
CREATE INDEX second_opinion_due ON second_opinion (begun_at) WHERE due;

-- The comments that stand out by it, best first.
CREATE TABLE second_opinion_comment (
  article_id uuid NOT NULL,
  place int NOT NULL,
  comment_id uuid NOT NULL,
  CONSTRAINT second_opinion_comment_pkey PRIMARY KEY (article_id, place)
);
CREATE INDEX second_opinion_comment_comment_id_idx ON second_opinion_comment (comment_id);

CREATE TABLE idempotency (
  who text NOT NULL,
  key text NOT NULL,
  request bytea NOT NULL,
  status int,
  body text,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT idempotency_pkey PRIMARY KEY (who, key)
);
CREATE INDEX idempotency_at_idx ON idempotency (at);

-- Not worth a crash's recovery.
CREATE UNLOGGED TABLE rate_window (
  key text NOT NULL,
  start timestamptz(3) NOT NULL,
  count int NOT NULL,
  CONSTRAINT rate_window_pkey PRIMARY KEY (key)
);

-- A refused plain form, kept for a day, so that nothing typed is lost on the way back to it.
CREATE TABLE kept_form (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  fields jsonb NOT NULL,
  problem text NOT NULL,
  problems jsonb NOT NULL DEFAULT '{}',
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT kept_form_pkey PRIMARY KEY (id)
);
CREATE INDEX kept_form_at_idx ON kept_form (at);

CREATE TABLE site_setting (
  key text NOT NULL,
  value jsonb NOT NULL,
  CONSTRAINT site_setting_pkey PRIMARY KEY (key)
);

-- In the order in which they act: a row that goes takes these with it from first to last.
ALTER TABLE article_count ADD CONSTRAINT article_count_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE article_revision ADD CONSTRAINT article_revision_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE comment ADD CONSTRAINT comment_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE comment ADD CONSTRAINT comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE comment ADD CONSTRAINT comment_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comment(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE comment_revision ADD CONSTRAINT comment_revision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE reaction ADD CONSTRAINT reaction_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE reaction ADD CONSTRAINT reaction_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE removal ADD CONSTRAINT removal_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE notice ADD CONSTRAINT notice_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE report ADD CONSTRAINT report_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE finding ADD CONSTRAINT finding_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE sanction ADD CONSTRAINT sanction_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE poll ADD CONSTRAINT poll_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE poll_option ADD CONSTRAINT poll_option_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE vote ADD CONSTRAINT vote_names_an_option FOREIGN KEY (poll_id, option_key) REFERENCES poll_option(poll_id, key);
ALTER TABLE vote ADD CONSTRAINT vote_has_a_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE;
ALTER TABLE report ADD CONSTRAINT report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES member(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE published_tally ADD CONSTRAINT published_tally_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE poll_pass ADD CONSTRAINT poll_pass_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE ballot_taken ADD CONSTRAINT ballot_taken_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE loose_ballot ADD CONSTRAINT loose_ballot_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE poll_version ADD CONSTRAINT poll_version_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE side_move ADD CONSTRAINT side_move_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE side_batch ADD CONSTRAINT side_batch_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE published_side ADD CONSTRAINT published_side_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE best_case ADD CONSTRAINT best_case_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE best_case ADD CONSTRAINT best_case_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE published_flow ADD CONSTRAINT published_flow_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE published_opinion ADD CONSTRAINT published_opinion_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE poll_guess ADD CONSTRAINT poll_guess_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE published_guess ADD CONSTRAINT published_guess_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE mind_change ADD CONSTRAINT mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE published_mind_change ADD CONSTRAINT published_mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE mind_change ADD CONSTRAINT mind_change_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE published_mind_change ADD CONSTRAINT published_mind_change_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE poll_record ADD CONSTRAINT poll_record_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE side_reply ADD CONSTRAINT side_reply_poll FOREIGN KEY (poll_id) REFERENCES poll(id) ON DELETE CASCADE;
ALTER TABLE side_reply ADD CONSTRAINT side_reply_member FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE;
ALTER TABLE second_opinion ADD CONSTRAINT second_opinion_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE;
ALTER TABLE second_opinion_comment ADD CONSTRAINT second_opinion_comment_article FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE;
ALTER TABLE second_opinion_comment ADD CONSTRAINT second_opinion_comment_comment FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
ALTER TABLE article_moderator ADD CONSTRAINT article_moderator_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE article_moderator ADD CONSTRAINT article_moderator_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE ON UPDATE CASCADE;
