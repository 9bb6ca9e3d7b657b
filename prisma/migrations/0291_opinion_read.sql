-- On which day a poll's changes of vote were last read for its opinion over time, and whether that was after its close: buckets are of whole days, so
-- once a day is enough.
CREATE TABLE opinion_read (
  poll_id uuid PRIMARY KEY REFERENCES poll (id) ON DELETE CASCADE,
  day date NOT NULL,
  closed boolean NOT NULL
);
