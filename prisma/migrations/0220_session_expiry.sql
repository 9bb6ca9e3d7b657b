-- Sessions that have ended are found by an index, and not by reading all that are open.
CREATE INDEX session_expires_at_idx ON session (expires_at);
