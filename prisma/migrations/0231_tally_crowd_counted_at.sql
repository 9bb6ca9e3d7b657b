-- Who may make up another crowd is found by an index, as for comments.
CREATE INDEX tally_crowd_counted_at ON tally_crowd (counted_at);
