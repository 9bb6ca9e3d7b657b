-- Accounts elsewhere by which a member signs in: an issuer, and what it calls them (OpenID Connect Core, section 2: `iss` and `sub`
-- together are somebody; an address is not). Each is one member's, and a member has one of each issuer.
CREATE TABLE outside_account (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  joined_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX outside_account_issuer_subject_key ON outside_account (issuer, subject);
CREATE UNIQUE INDEX outside_account_member_id_issuer_key ON outside_account (member_id, issuer);
