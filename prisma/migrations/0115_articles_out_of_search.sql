-- Search leaves out what belongs to an unpublished article, of which there are few.
CREATE INDEX article_unpublished ON article (id) WHERE unpublished_at IS NOT NULL;
