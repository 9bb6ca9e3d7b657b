-- What was decided in a period is found by an index, and not by reading the whole log.
CREATE INDEX decision_at ON decision (at);
