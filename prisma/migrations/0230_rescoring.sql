-- Polls whose counts moved: the comments under their articles are scored anew with them, some at a time, in the order of their ids. Up to
-- `after` that is done.
CREATE TABLE rescoring (
  poll_id uuid PRIMARY KEY REFERENCES poll (id) ON DELETE CASCADE,
  after uuid
);
CREATE INDEX comment_bridging ON comment (article_id, bridging DESC, best DESC, id) WHERE bridging >= 0 AND state = 'visible' AND listed;
CREATE INDEX comment_gone ON comment (article_id, state) WHERE state IN ('rejected', 'withdrawn');
