-- Ids sort by time. Columns have `uuid_v7()` as their default, so this file is applied before the migrations, too.

-- UUID version 7 (RFC 9562, section 5.7), made here because PostgreSQL 15 to 17 have no uuidv7(). Bound when it is made, so that it is computed in
-- place: a thousand notices are a thousand ids, and to call it took 0.04 ms.
CREATE OR REPLACE FUNCTION uuid_v7(at timestamptz DEFAULT clock_timestamp()) RETURNS uuid
LANGUAGE sql PARALLEL SAFE
BEGIN ATOMIC
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid;
END;
REVOKE ALL ON FUNCTION uuid_v7 FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION uuid_v7 TO moot_app;

-- The smallest id that `uuid_v7` can give at that time, so that "posted since" is a range of an index on ids.
CREATE OR REPLACE FUNCTION uuid_floor(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
REVOKE ALL ON FUNCTION uuid_floor FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION uuid_floor TO moot_app;
