-- The words of an article that a comment is about: as they were read, and where they stand in the article's current revision.
CREATE TABLE passage (
  comment_id uuid PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  revision int NOT NULL,
  exact text NOT NULL,
  prefix text NOT NULL,
  suffix text NOT NULL,
  begins int NOT NULL,
  ends int NOT NULL,
  block int NOT NULL DEFAULT 0,
  now_begins int,
  now_ends int,
  visible boolean NOT NULL,
  moved int NOT NULL DEFAULT 0,
  CONSTRAINT passage_of_words CHECK (exact <> '' AND begins >= 0 AND ends > begins),
  CONSTRAINT passage_stands_somewhere CHECK (
    (block = 0 AND now_begins IS NULL AND now_ends IS NULL)
    OR (block > 0 AND now_begins IS NOT NULL AND now_ends IS NOT NULL AND now_begins >= 0 AND now_ends > now_begins))
);
CREATE INDEX passage_article_id_block_comment_id_idx ON passage (article_id, block, comment_id DESC) WHERE visible;

-- How many of them readers can read, and how many changed votes are published that name a comment of their discussions, by block; 0 is an
-- earlier wording.
CREATE TABLE passage_count (
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  block int NOT NULL,
  visible int NOT NULL,
  moved int NOT NULL DEFAULT 0,
  PRIMARY KEY (article_id, block)
);
