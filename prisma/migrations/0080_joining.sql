-- Who may join is a row of site_setting; where it takes an invitation, this is one: a link that lets in so many people until a day.
-- By the hash of its token it is found; sealed with the site's secret the token is kept too, so that admins can read the link again.
CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  token_hash bytea NOT NULL,
  sealed text NOT NULL,
  note text NOT NULL DEFAULT '',
  uses int NOT NULL CHECK (uses BETWEEN 1 AND 1000),
  used int NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses),
  made_by uuid REFERENCES member (id) ON DELETE SET NULL,
  made_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);

-- Through which invitation somebody came, and to which version of the house rules they agreed; null for those who were here before.
ALTER TABLE member ADD COLUMN invitation_id uuid REFERENCES invitation (id) ON DELETE SET NULL,
  ADD COLUMN rules_version int REFERENCES house_rules (version);
CREATE INDEX member_invitation_id_idx ON member (invitation_id) WHERE invitation_id IS NOT NULL;
