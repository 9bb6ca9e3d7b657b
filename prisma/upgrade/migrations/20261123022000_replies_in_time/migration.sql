-- With the count of replies in it, the index in the order of time is enough by itself. Without, PostgreSQL took the index on that
-- count, read all 5,000 replies of one parent and sorted them to show three.
DROP INDEX comment_replies_by_time;
CREATE INDEX comment_replies_by_time ON comment (parent_id, id) INCLUDE (reply_count) WHERE listed;
