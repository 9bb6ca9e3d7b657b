-- Which authors and tags a member follows, by the names that articles are listed under.
CREATE TABLE listing_following (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind listing_kind NOT NULL,
  name text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, kind, name)
);
CREATE INDEX listing_following_kind_name_member_id_idx ON listing_following (kind, name, member_id);

-- Whoever follows them hears of a new article. Not validated: the rows there are keep the narrower rule.
ALTER TABLE announcement DROP CONSTRAINT announcement_kinds;
ALTER TABLE announcement ADD CONSTRAINT announcement_kinds
  CHECK (kind IN ('followed', 'new-article', 'correction', 'poll-reworded', 'poll-closing', 'poll-closed')) NOT VALID;
ALTER TABLE announcement VALIDATE CONSTRAINT announcement_kinds;
