-- What was sent to an address, so that whoever reads it there shows that it is theirs. Only hashes are kept.
CREATE TABLE proof (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  purpose text NOT NULL CHECK (purpose IN ('password', 'address', 'address-undo')),
  member_id uuid REFERENCES member (id) ON DELETE CASCADE,
  address text NOT NULL,
  token_hash bytea NOT NULL,
  code_hash text,
  browser_hash bytea,
  tries int NOT NULL DEFAULT 0,
  at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE UNIQUE INDEX proof_token_hash_key ON proof (token_hash);
CREATE UNIQUE INDEX proof_browser_hash_key ON proof (browser_hash);
CREATE INDEX proof_address_idx ON proof (address);
CREATE INDEX proof_member_id_idx ON proof (member_id);
CREATE INDEX proof_expires_at_idx ON proof (expires_at);
