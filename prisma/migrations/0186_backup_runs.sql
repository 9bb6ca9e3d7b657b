-- How the scheduled backups, and what tries them, went: whoever looks at the site from any of its processes learns the same. A run begins by
-- writing its row, so that of several processes one does it.
CREATE TABLE backup_run (
  kind text PRIMARY KEY CHECK (kind IN ('backup', 'verify')),
  begun_at timestamptz(3),
  succeeded_at timestamptz(3),
  failed_at timestamptz(3),
  why text NOT NULL DEFAULT '' CHECK (char_length(why) <= 500)
);
