-- What moderators find and nobody else does: comments that are not there for everybody. It is a table of its own, so that what readers
-- search in never holds a hidden word. Kept by the same triggers (prisma/functions/search.sql); what was there before is taken in by the job.
CREATE TABLE search_hidden (
  id uuid PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  author_id uuid,
  at timestamp(3) with time zone NOT NULL,
  state comment_state NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX search_hidden_words ON search_hidden USING gin (words);
CREATE INDEX search_hidden_at ON search_hidden (at DESC, id DESC);
CREATE INDEX search_hidden_state ON search_hidden (state, at DESC, id DESC);
CREATE INDEX search_hidden_in ON search_hidden (article_id, at DESC, id DESC);
CREATE INDEX search_hidden_by ON search_hidden (author_id, at DESC, id DESC);
UPDATE search_filling SET after = NULL, done = false WHERE kind = 'comment';

-- By which rule something was reported or decided.
CREATE INDEX decision_by_ground ON decision (ground, seq DESC) WHERE comment_id IS NOT NULL;
CREATE INDEX report_by_reason ON report (reason, id DESC) WHERE comment_id IS NOT NULL;
