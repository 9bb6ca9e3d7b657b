-- A foreign key locks the row that it leads to, and the number of the transaction that did so can be read there by whoever may read the row.
-- It stood in the row of an option and in that of the member who had chosen it. What looked after these keys now: count_vote, and
-- forget_minds_of_comment.
ALTER TABLE vote DROP CONSTRAINT vote_names_an_option;
ALTER TABLE mind_change DROP CONSTRAINT mind_change_comment;
CREATE INDEX mind_change_comment_id ON mind_change (comment_id) WHERE comment_id IS NOT NULL;
-- Rows that are written anew have no such number in them.
UPDATE poll_option SET position = position;
UPDATE comment SET changed_minds = changed_minds WHERE id IN (SELECT comment_id FROM mind_change);

-- A number that goes up tells nothing that a new row would: which option nobody had before.
INSERT INTO loose_ballot (poll_id, option_key, votes) SELECT poll_id, key, 0 FROM poll_option ON CONFLICT DO NOTHING;

-- Of two answers "changed since" tells the other one, also once there is a third. It was never shown, and is not kept any more.
UPDATE comment SET stance_outdated = false WHERE stance_outdated AND article_id IN (
  SELECT p.article_id FROM poll p
  WHERE (SELECT count(*) FROM poll_option o WHERE o.poll_id = p.id AND o.removed_at IS NULL) <= 2
    OR EXISTS (SELECT FROM poll_version v WHERE v.poll_id = p.id AND jsonb_array_length(v.options) <= 2));
