-- Whoever is signed in sees where: the browser in words, and when it last came, to the hour.
ALTER TABLE session
  ADD COLUMN browser text NOT NULL DEFAULT '',
  ADD COLUMN seen_at timestamptz(3) NOT NULL DEFAULT date_trunc('hour', now());

-- What was done to an account, for its owner to read.
CREATE TABLE security_event (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  browser text NOT NULL DEFAULT ''
);
CREATE INDEX security_event_member_id_id_idx ON security_event (member_id, id);
