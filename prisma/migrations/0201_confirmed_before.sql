-- A poll may be only for those whose address was confirmed before it opened.
ALTER TABLE poll ADD COLUMN confirmed_before boolean NOT NULL DEFAULT false;
