-- What each of the two roles may do with which table. Every table stands here once: of one that does not, nobody can read anything.
-- Who may call what is said below each function. `moot_app` and `moot_publisher` stand for the roles of this database (scripts/roles.ts).

-- Nothing, to begin with; tables that somebody else keeps in this schema are theirs. Roles of ours are also those that this
-- database had under another name, or that a dump brought along.
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT oid::regclass AS name, CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(relowner, 'USAGE')
  LOOP
    EXECUTE format('REVOKE ALL ON %s %s FROM PUBLIC, moot_app, moot_publisher', one.kind, one.name);
  END LOOP;
  FOR one IN
    WITH ours AS (SELECT oid, rolname FROM pg_roles WHERE rolname ~ '^moot_(app|publisher)(_|$)'),
      given AS (
        SELECT format('%s %s', CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass) AS what, relacl AS acl
          FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
        UNION ALL SELECT format('TABLE %s', attrelid::regclass), attacl FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
          WHERE relnamespace = 'public'::regnamespace AND attacl IS NOT NULL
        UNION ALL SELECT format('FUNCTION %s', oid::regprocedure), proacl FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'SCHEMA public', nspacl FROM pg_namespace WHERE nspname = 'public')
    SELECT DISTINCT 'REVOKE ALL ON ' || what || ' FROM ' || quote_ident(rolname) AS statement
      FROM given CROSS JOIN LATERAL aclexplode(acl) a JOIN ours o ON o.oid = a.grantee
      WHERE '"' || rolname || '"' NOT IN ('moot_app', 'moot_publisher')
    UNION
    SELECT format('ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON %s FROM %I',
        CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' END, rolname)
      FROM pg_default_acl CROSS JOIN LATERAL aclexplode(defaclacl) a JOIN ours o ON o.oid = a.grantee
      WHERE defaclnamespace = 'public'::regnamespace AND defaclrole = current_user::regrole
  LOOP
    EXECUTE one.statement;
  END LOOP;
END $$;

-- A new function is nobody's until it says whose.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO moot_app, moot_publisher;

-- Its own: rows it adds, changes and removes.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  appeal, article, article_address, article_author, article_draft, article_listing, article_moderator, article_revision, article_writer, best_case, comment_revision, draft_preview, earlier_handle, fairness_counting, fairness_month, finding, first_admin_token, following, idempotency,
  invitation, kept_form, listing_following, mail, mail_choice, member_mute, member_note, notice, outside_account, passage, passkey, picture, profile_removal, proof, queue_item, rate_window,
  recovery_code, removal, reply_feed, report, sanction, second_opinion, second_opinion_comment, session, side_reply, site_setting, spent_challenge, totp,
  visit
TO moot_app;

-- Its own, but a turn that was taken stays taken.
GRANT SELECT, INSERT, UPDATE ON author_turn TO moot_app;

-- How its backups went.
GRANT SELECT, INSERT, UPDATE ON backup_run TO moot_app;

-- Its own but for some columns. A comment shows a vote by a function that knows whose it is, and stays its author's; nobody's account
-- is erased or removed by naming it, and no poll moves to another article: each would tell a vote by what it changes.
GRANT SELECT, DELETE ON comment, poll TO moot_app;
GRANT SELECT ON member TO moot_app;
DO $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT kept.verb, kept.tab, string_agg(quote_ident(attname), ', ') AS columns
    FROM (VALUES ('INSERT', 'comment', ARRAY['stance']),
        ('UPDATE', 'comment', ARRAY['id', 'article_id', 'author_id', 'stance', 'stance_outdated']),
        ('INSERT', 'member', ARRAY['erased_at']), ('UPDATE', 'member', ARRAY['id', 'erased_at']),
        ('INSERT', 'poll', ARRAY[]::text[]), ('UPDATE', 'poll', ARRAY['id', 'article_id'])) AS kept (verb, tab, columns)
      JOIN pg_attribute ON attrelid = kept.tab::regclass AND attnum > 0 AND NOT attisdropped AND NOT attname = ANY (kept.columns)
    GROUP BY kept.verb, kept.tab
  LOOP
    EXECUTE format('GRANT %s (%s) ON %I TO moot_app', one.verb, one.columns, one.tab);
  END LOOP;
END $$;

-- The queue of jobs, whose tables somebody else wrote: jobs come and go, and what queues there are a migration says.
REVOKE ALL ON ALL TABLES IN SCHEMA job_queue FROM PUBLIC, moot_app, moot_publisher;
GRANT USAGE ON SCHEMA job_queue TO moot_app;
GRANT SELECT ON ALL TABLES IN SCHEMA job_queue TO moot_app;
GRANT INSERT, UPDATE, DELETE ON job_queue.job, job_queue.archive TO moot_app;
GRANT UPDATE ON job_queue.version TO moot_app;

-- Erasing is asked for by functions, and taken back by anybody who signs in; a handle that was given up stays so.
GRANT SELECT, DELETE ON erasure TO moot_app;
GRANT SELECT, INSERT ON reserved_handle TO moot_app;

-- Its own, and never another once it is there.
GRANT SELECT, INSERT, DELETE ON picture_file, picture_use TO moot_app;

-- Its own, and only added to; what belongs to an account goes with it.
GRANT SELECT, INSERT ON security_event TO moot_app;

-- Logs, versions, and what a poll asks: only added to. Removing an option that has votes would fail, and failing would tell.
GRANT SELECT, INSERT ON decision, event, house_rules, poll_option, poll_record, poll_version, site_version, word_list TO moot_app;
GRANT UPDATE (position, label, sentence, side, removed_at) ON poll_option TO moot_app;
GRANT USAGE, SELECT ON SEQUENCE event_id_seq, word_list_version_seq TO moot_app;

-- What many are told is written by functions, and forgotten after a while.
GRANT SELECT, DELETE ON announcement TO moot_app;

-- What functions and migrations keep: only read.
GRANT SELECT ON
  article_count, comment_transition, migration, page_change, passage_count, published_guess, published_mind_change, published_movement, published_opinion,
  published_tally, queue_count, reaction, search_entry, search_filling, search_hidden,
  search_member, threshold
TO moot_app;

-- Of the publisher: what has been published, and what is made from that.
GRANT SELECT ON comment, poll, poll_option, published_side, published_tally, threshold TO moot_publisher;
GRANT UPDATE (bridging) ON comment TO moot_publisher;
GRANT SELECT, INSERT, UPDATE, DELETE ON best_case, rescoring, second_opinion TO moot_publisher;

-- SECRET, and so nothing: the ballot box and what is kept beside it. How often anybody voted is a live count, too.
REVOKE ALL ON
  applied_functions, ballot_taken, loose_ballot, mind_change, opinion_read, poll_guess, poll_pass, reaction_side, side_batch, side_crowd, side_move, tally,
  tally_batch, tally_crowd, tally_move, vote, vote_change
FROM moot_app, moot_publisher;
REVOKE ALL ON SEQUENCE vote_change_id_seq FROM moot_app, moot_publisher;

-- Where 0.1 has been: a process of it that still runs counts these to say that it is ready.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN GRANT SELECT ON _prisma_migrations TO moot_app; END IF;
END $$;
