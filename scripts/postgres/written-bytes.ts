/** Functions that tell how many bytes a server has written; some came with PostgreSQL 18. */
const TELLING = [
  "pg_current_wal_lsn",
  "pg_current_wal_insert_lsn",
  "pg_current_wal_flush_lsn",
  "pg_stat_get_wal",
  "pg_stat_get_backend_wal",
  "pg_stat_get_io",
  "pg_stat_get_backend_io",
];

/**
 * Keeps them to superusers, in the database one is connected to: where one vote is all that is written at a moment, the bytes tell how
 * long the name of its answer is. As SQL for a superuser.
 */
export const HIDE_WRITTEN_BYTES = `DO $$
DECLARE one regprocedure;
BEGIN
  FOR one IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY ('{${TELLING.join()}}')
      AND has_function_privilege('public', oid, 'EXECUTE') LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END $$`;
