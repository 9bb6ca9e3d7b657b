-- Mails that strangers can cause are counted by mailbox: what stands behind a + is the same one.
CREATE INDEX mail_mailbox ON mail (regexp_replace(recipient, '^(.[^+@]*)\+[^@]*@', '\1@'), at) WHERE by_stranger;
DROP INDEX mail_recipient_at_idx;
