-- A side's reply stands in the record once somebody has looked at it, in the revision that was looked at. What is there was shown.
ALTER TABLE side_reply ADD COLUMN state "comment_state" NOT NULL DEFAULT 'held';
ALTER TABLE side_reply ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- What the checks found in it, as they say it to whoever decides.
ALTER TABLE side_reply ADD COLUMN found TEXT[] NOT NULL DEFAULT '{}';
UPDATE side_reply SET state = 'visible';
