-- Accounts that are being erased: hidden at once, and gone for good when their week is over.
ALTER TABLE member ADD COLUMN hidden_at timestamptz(3);
UPDATE member SET hidden_at = erased_at WHERE erased_at IS NOT NULL;

CREATE TABLE erasure (
  member_id uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  asked_at timestamptz(3) NOT NULL DEFAULT now(),
  due_at timestamptz(3) NOT NULL DEFAULT now() + interval '7 days',
  texts_go boolean NOT NULL
);
CREATE INDEX erasure_due_at_idx ON erasure (due_at);

-- Handles that stay nobody's, each as a keyed hash: whoever reads the table learns none of them.
CREATE TABLE reserved_handle (
  mark text PRIMARY KEY
);
