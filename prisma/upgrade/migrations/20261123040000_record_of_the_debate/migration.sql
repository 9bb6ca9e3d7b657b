-- The record of a debate has versions. Only the newest can be read, so that whoever withdraws something is in it no more;
-- of earlier ones the digest stays, so that a citation can be told from a forgery.
CREATE TABLE poll_record (
    "poll_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "digest" TEXT NOT NULL,

    CONSTRAINT "poll_record_pkey" PRIMARY KEY ("poll_id","version")
);

-- A right of reply for each side, after the close: to the author of its best case.
CREATE TABLE side_reply (
    "poll_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "side_reply_pkey" PRIMARY KEY ("poll_id","side")
);
ALTER TABLE poll_record ADD CONSTRAINT poll_record_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE side_reply ADD CONSTRAINT side_reply_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE side_reply ADD CONSTRAINT side_reply_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE;

-- `told` whatever was told, so that "moved me closer" can be taken back, too; a second switch is refused where it is told.
CREATE OR REPLACE FUNCTION my_standing(the_poll uuid, session_token text)
RETURNS TABLE (choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.option_key, v.option_key IS NOT NULL OR b.member_id IS NOT NULL, p.member_id IS NOT NULL,
    g.member_id IS NOT NULL, g.share,
    v.option_key IS NOT NULL AND EXISTS (SELECT FROM vote_change c WHERE c.poll_id = the_poll AND c.member_id = me.id
      AND c."to" IS NOT NULL AND c."to" <> v.option_key),
    EXISTS (SELECT FROM mind_change m WHERE m.poll_id = the_poll AND m.member_id = me.id)
  FROM (SELECT ballot_owner(session_token) AS id) me
    LEFT JOIN vote v ON v.poll_id = the_poll AND v.member_id = me.id
    LEFT JOIN ballot_taken b ON b.poll_id = the_poll AND b.member_id = me.id
    LEFT JOIN poll_pass p ON p.poll_id = the_poll AND p.member_id = me.id
    LEFT JOIN poll_guess g ON g.poll_id = the_poll AND g.member_id = me.id
  WHERE me.id IS NOT NULL
$$;

-- An erased member's reply goes with them.
CREATE OR REPLACE FUNCTION forget_what_was_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM forget_mind_changes(NULL, NEW.id);
  DELETE FROM poll_guess WHERE member_id = NEW.id;
  DELETE FROM side_reply WHERE member_id = NEW.id;
  UPDATE side_move SET member_id = gen_random_uuid() WHERE member_id = NEW.id;
  RETURN NULL;
END $$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    REVOKE UPDATE, DELETE ON poll_record FROM moot_app;
  END IF;
END $$;
