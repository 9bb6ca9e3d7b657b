-- Keys and codes by which members show that it is them: passkeys, one-time codes of an app, and recovery codes.
CREATE TABLE passkey (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  used_at timestamptz(3)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_member_id_idx ON passkey (member_id);

CREATE TABLE totp (
  member_id uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  sealed_secret text NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  confirmed_at timestamptz(3)
);

CREATE TABLE recovery_code (
  code_hash bytea PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  used_at timestamptz(3)
);
CREATE INDEX recovery_code_member_id_idx ON recovery_code (member_id);

-- Challenges that were answered, so that each is answered once.
CREATE TABLE spent_challenge (
  challenge_hash bytea PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX spent_challenge_at_idx ON spent_challenge (at);

-- When its holder last showed that it is them, and whether with a second factor.
ALTER TABLE session
  ADD COLUMN authenticated_at timestamptz(3) NOT NULL DEFAULT now(),
  ADD COLUMN multi_factor boolean NOT NULL DEFAULT false;
UPDATE session SET authenticated_at = created_at;
