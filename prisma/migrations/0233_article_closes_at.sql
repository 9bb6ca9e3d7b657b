-- The discussion that ended last is found by an index: every public page that is drawn asks for it.
CREATE INDEX article_closes_at ON article (closes_at);
