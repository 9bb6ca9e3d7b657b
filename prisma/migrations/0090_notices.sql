-- One cause, one notice to a member; and whether a mail may still say what it says. What was told before is not mailed.
ALTER TABLE notice ADD COLUMN cause text NOT NULL DEFAULT uuid_v7()::text;
ALTER TABLE notice ALTER COLUMN cause DROP DEFAULT;
ALTER TABLE notice ADD CONSTRAINT notice_member_id_cause_key UNIQUE (member_id, cause);
ALTER TABLE notice ADD COLUMN mail_open boolean NOT NULL DEFAULT false;
ALTER TABLE notice ALTER COLUMN mail_open SET DEFAULT true;
-- The mail that said it, until that is sent.
ALTER TABLE notice ADD COLUMN mail_id uuid;
CREATE INDEX notice_mail_open ON notice (at) WHERE mail_open;
CREATE INDEX notice_mail_id ON notice (mail_id) WHERE mail_id IS NOT NULL;

-- What is told to everybody who follows a discussion, or takes part in its poll: a job tells it, some members at a time.
CREATE TABLE announcement (
  id uuid NOT NULL DEFAULT uuid_v7(),
  kind text NOT NULL,
  cause text NOT NULL,
  article_id uuid NOT NULL,
  comment_id uuid,
  by_id uuid,
  at timestamptz(3) NOT NULL DEFAULT now(),
  told_up_to uuid,
  done_at timestamptz(3),
  CONSTRAINT announcement_pkey PRIMARY KEY (id),
  CONSTRAINT announcement_cause_key UNIQUE (cause),
  CONSTRAINT announcement_kinds CHECK (kind IN ('followed', 'correction', 'poll-reworded', 'poll-closing', 'poll-closed')),
  CONSTRAINT announcement_article FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX announcement_open ON announcement (id) WHERE done_at IS NULL;
CREATE INDEX announcement_at ON announcement (at);

-- Which notices a member wants mailed, where that is not what everybody gets, and how often a digest.
CREATE TABLE mail_choice (
  member_id uuid NOT NULL,
  wanted text[] NOT NULL DEFAULT '{}',
  unwanted text[] NOT NULL DEFAULT '{}',
  none boolean NOT NULL DEFAULT false,
  digest text NOT NULL DEFAULT 'never',
  digest_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT mail_choice_pkey PRIMARY KEY (member_id),
  CONSTRAINT mail_choice_digests CHECK (digest IN ('never', 'daily', 'weekly')),
  CONSTRAINT mail_choice_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX mail_choice_digest ON mail_choice (digest_at) WHERE digest <> 'never';

-- How many mails in a row the member's address has refused for good.
ALTER TABLE member ADD COLUMN mail_refusals int NOT NULL DEFAULT 0;
