-- Pictures, each under the hash of the file it came as. Only what was made of that file is kept.
CREATE TYPE picture_format AS ENUM ('webp', 'jpg', 'png');
CREATE TABLE picture (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{32}$'),
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  used_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX picture_used_at_idx ON picture (used_at);

CREATE TABLE picture_file (
  hash text NOT NULL REFERENCES picture (hash) ON DELETE CASCADE,
  width int NOT NULL CHECK (width > 0),
  format picture_format NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (hash, width, format)
);
-- They are compressed already.
ALTER TABLE picture_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What shows a picture: a revision, a draft, or a version of the site's settings. While one does, the picture stays.
CREATE TABLE picture_use (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  hash text NOT NULL REFERENCES picture (hash),
  article_id uuid,
  revision int,
  draft_id uuid REFERENCES article_draft (id) ON DELETE CASCADE,
  part text,
  version int,
  FOREIGN KEY (article_id, revision) REFERENCES article_revision (article_id, number) ON DELETE CASCADE,
  FOREIGN KEY (part, version) REFERENCES site_version (part, version) ON DELETE CASCADE,
  CONSTRAINT picture_use_is_of_one CHECK (num_nonnulls(article_id, draft_id, part) = 1),
  CONSTRAINT picture_use_is_whole CHECK ((article_id IS NULL) = (revision IS NULL) AND (part IS NULL) = (version IS NULL))
);
CREATE UNIQUE INDEX picture_use_revision_idx ON picture_use (hash, article_id, revision) WHERE article_id IS NOT NULL;
CREATE UNIQUE INDEX picture_use_draft_idx ON picture_use (hash, draft_id) WHERE draft_id IS NOT NULL;
CREATE UNIQUE INDEX picture_use_site_idx ON picture_use (hash, part, version) WHERE part IS NOT NULL;
CREATE INDEX picture_use_article_id_revision_idx ON picture_use (article_id, revision);
CREATE INDEX picture_use_draft_id_idx ON picture_use (draft_id);
CREATE INDEX picture_use_part_version_idx ON picture_use (part, version);

-- The picture on top of an article: { hash, width, height, alt, caption, credit }.
ALTER TABLE article_revision ADD COLUMN picture jsonb;
