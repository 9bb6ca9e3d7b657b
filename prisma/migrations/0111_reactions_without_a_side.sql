-- How many rows a transaction writes can be read by every role in PostgreSQL's own statistics. A reaction wrote some only where its member
-- stood on a side, and so told who does. Now it writes the same rows whatever was voted: without a side, without moving a figure.
ALTER TABLE reaction_side ALTER COLUMN option_key DROP NOT NULL;
ALTER TABLE side_move ADD COLUMN moves boolean NOT NULL DEFAULT true;
-- Counted up with every reaction, and in the index, so that no update is one "in place".
ALTER TABLE side_batch ADD COLUMN touched integer NOT NULL DEFAULT 0;
DROP INDEX side_batch_due;
CREATE INDEX side_batch_due ON side_batch (comment_id, touched) WHERE moved >= 9;

INSERT INTO reaction_side (comment_id, member_id, kind)
  SELECT r.comment_id, r.member_id, r.kind FROM reaction r JOIN comment c ON c.id = r.comment_id
    JOIN poll p ON p.article_id = c.article_id AND NOT p.detached
  ON CONFLICT DO NOTHING;
