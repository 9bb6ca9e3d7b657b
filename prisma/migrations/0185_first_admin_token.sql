-- By which a site without an admin gets its first: the hash of what the last start printed. There is one at most, so that of two who
-- use it one comes second, and finds none.
CREATE TABLE first_admin_token (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  at timestamptz(3) NOT NULL DEFAULT now()
);
