-- An article that was deleted is read by staff alone, and its address says so.
ALTER TABLE article ADD COLUMN deleted_at timestamptz(3);
ALTER TABLE article ADD CONSTRAINT article_deleted_is_unpublished CHECK (deleted_at IS NULL OR unpublished_at IS NOT NULL);

-- Addresses that an article had before: they lead to the one it has.
CREATE TABLE article_address (
  slug text PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX article_address_article_id_idx ON article_address (article_id);
