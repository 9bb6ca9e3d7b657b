-- A handle can be changed once in a month. The earlier one stays its member's: nobody else gets it, and it leads to them where they
-- want that. Once the account is erased only its keyed hash is left (reserved_handle).
CREATE TABLE earlier_handle (
  handle text PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  leads boolean NOT NULL DEFAULT false,
  at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX earlier_handle_member_id_idx ON earlier_handle (member_id);
ALTER TABLE member ADD COLUMN handle_changed_at timestamptz(3);
