-- Comments that show one answer, in every order a thread has: few rows carry a stance, so these are small.
CREATE INDEX comment_side_by_time ON comment (article_id, stance, id) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_best ON comment (article_id, stance, best DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_replies ON comment (article_id, stance, reply_count DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
CREATE INDEX comment_side_by_bridging ON comment (article_id, stance, bridging DESC, id DESC) WHERE stance IS NOT NULL AND state = 'visible' AND listed;
