-- A moderator writes to a member: no restriction, so no ground; in the log like everything else that is said in the site's name.
ALTER TABLE decision DROP CONSTRAINT decision_actions;
ALTER TABLE decision ADD CONSTRAINT decision_actions CHECK (action IN (
  'approve', 'reject', 'hold', 'restore', 'undo', 'lock', 'unlock', 'slow', 'message', 'warn', 'watch', 'suspend', 'ban', 'lift'));
