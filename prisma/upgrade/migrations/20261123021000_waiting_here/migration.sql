-- What waits for a moderator under one article: for its author's overlay and for moderators who read there.
CREATE INDEX comment_waiting ON comment (article_id, id) WHERE state = 'held';

-- The smallest id that `uuid_v7` can give at that time, so that "posted since" is a range of an index on ids.
CREATE FUNCTION uuid_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog, public AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
