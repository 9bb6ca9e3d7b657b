-- Two more purposes for which something is sent to an address: to show that a new account's is one's own, and to sign in.
ALTER TABLE proof DROP CONSTRAINT proof_purpose_check,
  ADD CONSTRAINT proof_purpose_check CHECK (purpose IN ('password', 'address', 'address-undo', 'claim', 'sign-in'));
