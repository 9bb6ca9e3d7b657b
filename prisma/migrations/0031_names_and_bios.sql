-- A report is about a comment, or about a member's name and what they say of themselves.
ALTER TABLE report ALTER COLUMN comment_id DROP NOT NULL, ALTER COLUMN revision DROP NOT NULL,
  ADD COLUMN member_id uuid, ADD COLUMN profile jsonb,
  ADD CONSTRAINT report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON UPDATE CASCADE ON DELETE CASCADE,
  ADD CONSTRAINT about_one_thing CHECK (num_nonnulls(comment_id, member_id) = 1 AND (comment_id IS NULL) = (revision IS NULL));
CREATE UNIQUE INDEX report_one_open_profile ON report (member_id, reporter_id)
  WHERE state = 'open' AND reporter_id IS NOT NULL AND member_id IS NOT NULL;
CREATE INDEX report_open_profile ON report (id) WHERE state = 'open' AND member_id IS NOT NULL;
CREATE INDEX report_member ON report (member_id) WHERE member_id IS NOT NULL;

-- What a moderator took down of a profile, to bring it back when the decision was wrong. Null is what was left standing.
CREATE TABLE profile_removal (
  decision_id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text,
  bio text,
  ended_at timestamp(3) with time zone,
  CONSTRAINT profile_removal_pkey PRIMARY KEY (decision_id),
  CONSTRAINT profile_removal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT profile_removal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX profile_removal_lasting ON profile_removal (member_id) WHERE ended_at IS NULL;

ALTER TABLE decision DROP CONSTRAINT decision_actions, DROP CONSTRAINT restriction_gives_reasons,
  ADD CONSTRAINT decision_actions CHECK (action IN ('approve', 'reject', 'hold', 'restore', 'undo', 'lock', 'unlock', 'slow', 'message',
    'warn', 'watch', 'suspend', 'ban', 'lift', 'appoint', 'dismiss', 'role', 'reset', 'keep')),
  ADD CONSTRAINT restriction_gives_reasons CHECK (
    (action NOT IN ('reject', 'hold', 'lock', 'slow', 'warn', 'watch', 'suspend', 'ban', 'reset') AND after IS DISTINCT FROM 'rejected')
    OR (coalesce(ground, '') <> '' AND rules_version IS NOT NULL AND coalesce(statement ->> 'redress', '') <> '' AND coalesce(statement ->> 'facts', '') <> ''));
