-- What the site's role may do with which table. Every table stands here once: of one that does not, the site can read nothing.
-- What it may call is said below each function.

-- Nothing, to begin with; tables that somebody else keeps in this schema are theirs.
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT oid::regclass AS name, CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(relowner, 'USAGE')
  LOOP
    EXECUTE format('REVOKE ALL ON %s %s FROM PUBLIC, moot_app', one.kind, one.name);
  END LOOP;
END $$;

-- Version 0.1 gave away whatever would be made; a new function is now nobody's until it says whose.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM moot_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM moot_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON FUNCTIONS FROM moot_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO moot_app;

-- Its own: rows it adds, changes and removes.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  appeal, article, article_moderator, article_revision, best_case, comment, comment_revision, finding, idempotency, kept_form,
  member, member_note, notice, poll, queue_item, rate_window, reaction, removal, report, sanction, second_opinion,
  second_opinion_comment, session, side_reply, site_setting, visit
TO moot_app;

-- Logs, versions, and what a poll asks: only added to. Removing an option that has votes would fail, and failing would tell.
GRANT SELECT, INSERT ON decision, event, house_rules, poll_option, poll_record, poll_version, word_list TO moot_app;
GRANT UPDATE (position, label, sentence, side, removed_at) ON poll_option TO moot_app;
GRANT USAGE, SELECT ON SEQUENCE event_id_seq, word_list_version_seq TO moot_app;

-- What functions and migrations keep: only read.
GRANT SELECT ON
  article_count, comment_transition, migration, published_flow, published_guess, published_mind_change, published_opinion, published_side,
  published_tally, queue_count, threshold
TO moot_app;

-- SECRET, and so nothing: the ballot box and what is kept beside it. How often anybody voted is a live count, too.
REVOKE ALL ON
  applied_functions, ballot_taken, loose_ballot, mind_change, poll_guess, poll_pass, reaction_side, side_batch, side_move, tally,
  tally_batch, tally_move, vote, vote_change
FROM moot_app;
REVOKE ALL ON SEQUENCE vote_change_id_seq FROM moot_app;

-- Where 0.1 has been: a process of it that still runs counts these to say that it is ready.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON _prisma_migrations TO moot_app; END IF;
END $$;
