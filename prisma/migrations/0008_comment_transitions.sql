-- What can become of a comment, and by which deed it came to be as it is (domain/comments/transitions.ts; prisma/functions/comments.sql).
CREATE TABLE comment_transition (
  deed text NOT NULL,
  before comment_state NOT NULL,
  after comment_state NOT NULL,
  CONSTRAINT comment_transition_pkey PRIMARY KEY (deed, before, after)
);
ALTER TABLE comment ADD COLUMN moved_by text;
