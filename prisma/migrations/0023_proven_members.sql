-- An account is somebody's once they have shown that they read its address. Until then the address is only claimed, and any number of
-- accounts may claim one. Whoever was a member before counts as proven since they joined.
ALTER TABLE member ADD COLUMN proven_at timestamptz(3), ADD COLUMN claimed_email text;
UPDATE member SET proven_at = joined_at;
ALTER TABLE member ALTER COLUMN proven_at SET DEFAULT now(),
  ADD CONSTRAINT claimed_email_lower CHECK (claimed_email = lower(claimed_email)),
  ADD CONSTRAINT address_once_proven CHECK ((proven_at IS NULL OR claimed_email IS NULL) AND (proven_at IS NOT NULL OR email IS NULL));
CREATE INDEX member_unproven ON member (joined_at) WHERE proven_at IS NULL;
