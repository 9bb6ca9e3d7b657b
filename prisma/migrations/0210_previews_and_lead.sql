-- An address at which whoever has it reads a draft, until it is revoked, replaced or has expired; it goes with the draft.
CREATE TABLE draft_preview (
  draft_id uuid PRIMARY KEY REFERENCES article_draft (id) ON DELETE CASCADE,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  expires_at timestamptz(3) NOT NULL
);

-- The article that an editor put on top of the front page: of several the one that was put there last.
ALTER TABLE article ADD COLUMN lead_since timestamptz(3);
CREATE INDEX article_lead_since_idx ON article (lead_since);
