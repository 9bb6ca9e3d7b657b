-- Who is given an office, and by whom, is a decision like any other (domain/members/roles.ts, domain/moderation/moderators/commands.ts).
ALTER TABLE decision DROP CONSTRAINT decision_actions;
ALTER TABLE decision ADD CONSTRAINT decision_actions CHECK (action IN ('approve', 'reject', 'hold', 'restore', 'undo', 'lock', 'unlock',
  'slow', 'message', 'warn', 'watch', 'suspend', 'ban', 'lift', 'appoint', 'dismiss', 'role')) NOT VALID;
ALTER TABLE decision VALIDATE CONSTRAINT decision_actions;
