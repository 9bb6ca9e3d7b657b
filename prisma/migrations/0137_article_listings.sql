-- Under which tags and which author an article is listed, as its current revision says.
CREATE TYPE listing_kind AS ENUM ('tag', 'author');
CREATE TABLE article_listing (
  kind listing_kind NOT NULL,
  name text NOT NULL,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  published_at timestamptz(3) NOT NULL,
  PRIMARY KEY (kind, name, article_id)
);
CREATE INDEX article_listing_kind_name_published_at_article_id_idx
  ON article_listing (kind, name, published_at DESC, article_id DESC);
CREATE INDEX article_listing_article_id_idx ON article_listing (article_id);

INSERT INTO article_listing (kind, name, article_id, published_at)
  SELECT DISTINCT 'tag'::listing_kind, tag, a.id, a.published_at
  FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision CROSS JOIN unnest(r.tags) AS tag
  UNION ALL
  SELECT 'author', r.author, a.id, a.published_at
  FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision;

-- Which polls close soon.
CREATE INDEX poll_closes_at_idx ON poll (closes_at);
