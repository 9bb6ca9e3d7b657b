-- Figures by side of a comment wait for a crowd, as the counts of a poll do (docs/decisions/0055): who made up one, and when is the next look.
CREATE TABLE side_crowd (
  comment_id uuid NOT NULL,
  member_id uuid NOT NULL,
  counted_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT side_crowd_pkey PRIMARY KEY (comment_id, member_id),
  CONSTRAINT side_crowd_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE
);
CREATE INDEX side_crowd_counted_at ON side_crowd (counted_at);
CREATE INDEX side_crowd_member ON side_crowd (member_id);
ALTER TABLE side_batch ADD COLUMN due_at timestamp(3) with time zone, ADD COLUMN complete boolean NOT NULL DEFAULT false;
DROP INDEX side_batch_due;
CREATE INDEX side_batch_due ON side_batch (comment_id) WHERE moved >= 9;
