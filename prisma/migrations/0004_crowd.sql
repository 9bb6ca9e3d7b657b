-- Counts moved with any five changes, whoever's: four accounts of one person read the fifth vote. What a crowd is made of now has to be
-- remembered: who was in one lately, and from which moment on the counts may move.
ALTER TABLE tally_batch ADD COLUMN due_at timestamptz(3);

-- SECRET. Who made up the crowd of a step, and when: they make up no other within a day.
CREATE TABLE tally_crowd (
  poll_id uuid NOT NULL,
  member_id uuid NOT NULL,
  counted_at timestamptz(3) NOT NULL,
  CONSTRAINT tally_crowd_pkey PRIMARY KEY (poll_id, member_id)
);

-- Of detached ballots nothing says when they came, so it is the crossing off that waits for a step. What was cast before counts as shown.
ALTER TABLE ballot_taken ADD COLUMN counted boolean NOT NULL DEFAULT true;
ALTER TABLE ballot_taken ALTER COLUMN counted SET DEFAULT false;
UPDATE ballot_taken SET counted = false WHERE poll_id NOT IN (SELECT poll_id FROM published_tally);
CREATE INDEX ballot_taken_waits ON ballot_taken (poll_id, member_id) WHERE NOT counted;
