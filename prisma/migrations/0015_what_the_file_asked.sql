-- What an article's file said of its poll, beside what holds now: a file published again changes what it changes, and what was set on
-- the site meanwhile stays. Null for revisions from before, and for files without a poll.
ALTER TABLE article_revision ADD COLUMN asked jsonb;
