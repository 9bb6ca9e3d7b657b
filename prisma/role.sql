-- The site works as `moot_app`, which cannot read ballots nor rewrite logs. Where the database's owner may not make roles the site
-- works as the owner, and says so when it starts. Since PostgreSQL 16 whoever makes a role may give it away but not act as it,
-- unless that is said.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    BEGIN
      CREATE ROLE moot_app NOLOGIN;
    EXCEPTION
      WHEN insufficient_privilege THEN RAISE WARNING 'This database user may not create the role moot_app.';
      WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    BEGIN
      IF current_setting('server_version_num')::int >= 160000 THEN
        IF NOT pg_has_role(current_user, 'moot_app', 'SET') THEN
          EXECUTE format('GRANT moot_app TO %I WITH SET TRUE', current_user);
        END IF;
      ELSIF NOT pg_has_role(current_user, 'moot_app', 'MEMBER') THEN
        EXECUTE format('GRANT moot_app TO %I', current_user);
      END IF;
    EXCEPTION WHEN insufficient_privilege THEN RAISE WARNING 'This database user may not act as moot_app.';
    END;
  END IF;
END $$;
