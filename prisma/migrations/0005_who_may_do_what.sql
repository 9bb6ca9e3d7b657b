-- A session opens no ballot in the transaction that wrote it (prisma/functions/ballots.sql), and reactions go by a session's token.
ALTER TABLE session ADD COLUMN written_in bigint NOT NULL DEFAULT 0;
DROP FUNCTION IF EXISTS react_together(uuid[], uuid[], reaction_kind[]);
DROP FUNCTION IF EXISTS react_to(uuid, uuid, reaction_kind);

-- What a refused form held was kept in clear.
DELETE FROM kept_form;
ALTER TABLE kept_form DROP COLUMN fields, DROP COLUMN problem, DROP COLUMN problems, ADD COLUMN sealed bytea NOT NULL;
