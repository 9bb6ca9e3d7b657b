-- Whom a revision names as its authors, where these are several or members. Without rows its byline is the name of its one author.
CREATE TABLE article_author (
  article_id uuid NOT NULL,
  revision integer NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  member_id uuid REFERENCES member (id) ON DELETE SET NULL,
  PRIMARY KEY (article_id, revision, position),
  FOREIGN KEY (article_id, revision) REFERENCES article_revision (article_id, number) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX article_author_member_id_idx ON article_author (member_id);

-- Whose an article is among those who write: who began, saved or published it, or is named as its author.
CREATE TABLE article_writer (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (member_id, article_id)
);
CREATE INDEX article_writer_member_id_published_at_article_id_idx
  ON article_writer (member_id, published_at DESC, article_id DESC);
CREATE INDEX article_writer_article_id_idx ON article_writer (article_id);
