-- What search finds by: the words of articles and comments that can be read, and of comments that wait, for their author alone.
-- Kept by triggers in the transaction that moves the text (prisma/functions/search.sql, docs/decisions/0060).
CREATE TABLE search_entry (
  id uuid NOT NULL,
  kind text NOT NULL,
  article_id uuid NOT NULL,
  author_id uuid,
  at timestamp(3) with time zone NOT NULL,
  public boolean NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (id),
  CONSTRAINT search_entry_kinds CHECK (kind IN ('article', 'comment')),
  CONSTRAINT search_entry_article FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE
);
CREATE INDEX search_entry_words ON search_entry USING gin (words) WHERE public;
CREATE INDEX search_entry_at ON search_entry (at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_in ON search_entry (article_id, at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_by ON search_entry (author_id, at DESC, id DESC) WHERE public;
CREATE INDEX search_entry_waiting ON search_entry (author_id, at DESC, id DESC) WHERE NOT public;

-- Usernames and names as they are compared, with every pair of signs that stand side by side in them.
CREATE TABLE search_member (
  member_id uuid NOT NULL,
  handle text NOT NULL,
  names text NOT NULL,
  pairs text[] NOT NULL,
  CONSTRAINT search_member_pkey PRIMARY KEY (member_id),
  CONSTRAINT search_member_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX search_member_pairs ON search_member USING gin (pairs);

-- How far what was there before has been taken in; a job goes on with it while the site is written to.
CREATE TABLE search_filling (
  kind text NOT NULL,
  after uuid,
  done boolean NOT NULL DEFAULT false,
  CONSTRAINT search_filling_pkey PRIMARY KEY (kind),
  CONSTRAINT search_filling_kinds CHECK (kind IN ('article', 'comment', 'member'))
);
INSERT INTO search_filling (kind) VALUES ('article'), ('comment'), ('member');
