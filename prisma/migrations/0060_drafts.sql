-- An article can be taken from readers and given back; its discussion stays as it is.
ALTER TABLE article ADD COLUMN unpublished_at timestamptz(3);

-- Where a revision was written, and what it corrects, in the words that readers are told.
CREATE TYPE article_origin AS ENUM ('file', 'browser');
ALTER TABLE article_revision ADD COLUMN origin article_origin NOT NULL DEFAULT 'file';
ALTER TABLE article_revision ADD COLUMN correction text;

-- What is being written in the browser: a new article, or the next revision of one.
CREATE TABLE article_draft (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  article_id uuid UNIQUE REFERENCES article (id) ON DELETE CASCADE,
  owner_id uuid NOT NULL REFERENCES member (id),
  saved_by_id uuid NOT NULL REFERENCES member (id),
  version int NOT NULL DEFAULT 1,
  fields jsonb NOT NULL,
  asked jsonb,
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  publish_at timestamptz(3),
  scheduled_by_id uuid REFERENCES member (id),
  correction text,
  over_revision int,
  problem text,
  CONSTRAINT article_draft_schedule CHECK ((publish_at IS NULL) = (scheduled_by_id IS NULL))
);
CREATE INDEX article_draft_saved_at_idx ON article_draft (saved_at DESC);
CREATE INDEX article_draft_publish_at_idx ON article_draft (publish_at);
CREATE INDEX article_draft_owner_id_idx ON article_draft (owner_id);
