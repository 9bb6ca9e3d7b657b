-- Since PostgreSQL 16 whoever makes a role may give it away but not act as it, unless that is said.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    IF NOT pg_has_role(current_user, 'moot_app', 'SET') THEN
      BEGIN
        EXECUTE format('GRANT moot_app TO %I WITH SET TRUE', current_user);
      EXCEPTION WHEN insufficient_privilege THEN RAISE WARNING 'This database user may not act as moot_app.';
      END;
    END IF;
  END IF;
END $$;
