-- A comment put before readers by an editor may move opinion: the record says when.
ALTER TABLE best_case ADD COLUMN pinned_at TIMESTAMPTZ(3);
