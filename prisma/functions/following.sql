-- Who hears of what. A row of `following` is about a discussion or a branch of it; for a comment the one nearest to it counts. What muting does
-- besides, on pages and in lists of what is new, is named in domain/following/muted.ts.

-- What a comment stands in: itself, all it answers up to the root, and the discussion. A comment that is being written is not there to
-- be read yet, so its place is said.
CREATE OR REPLACE FUNCTION subjects_of(the_article uuid, the_comment uuid, its_parent uuid) RETURNS TABLE (subject_id uuid, nearness int)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT c.id, c.parent_id, c.depth FROM comment c WHERE c.id = its_parent
    UNION ALL
    SELECT c.id, c.parent_id, c.depth FROM up JOIN comment c ON c.id = up.parent_id)
  SELECT the_comment, 2147483647 UNION ALL SELECT id, depth FROM up UNION ALL SELECT the_article, -1
$$;
REVOKE ALL ON FUNCTION subjects_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION subjects_of TO moot_app;

-- What a member said of the nearest branch that a comment is in, else of the discussion; null where of neither.
CREATE OR REPLACE FUNCTION following_of(who uuid, the_article uuid, the_comment uuid, its_parent uuid) RETURNS following_state
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.state FROM subjects_of(the_article, the_comment, its_parent) s
    JOIN following f ON f.member_id = who AND f.article_id = the_article AND f.subject_id = s.subject_id
  ORDER BY s.nearness DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION following_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION following_of TO moot_app;

-- Whether a member wants to hear nothing of a comment: they muted its author, or the nearest of what it stands in.
CREATE OR REPLACE FUNCTION is_muted_for(who uuid, the_article uuid, the_comment uuid, its_parent uuid, author uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM member_mute m WHERE m.member_id = who AND m.muted_id = author)
    OR (EXISTS (SELECT FROM following f WHERE f.member_id = who AND f.article_id = the_article AND f.state = 'muted')
      AND following_of(who, the_article, the_comment, its_parent) IS NOT DISTINCT FROM 'muted');
END $$;
REVOKE ALL ON FUNCTION is_muted_for FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION is_muted_for TO moot_app;

-- Who said something of the discussion or a branch that a comment is in, in the order of their ids: up to `most` of them after `beyond`
-- (null: from the first). `hears` is true for those who follow the nearest of it, and false for the comment's author, for whoever muted
-- that, and for accounts that are being erased. Fewer rows than `most`: that was all.
CREATE OR REPLACE FUNCTION followers_of(which uuid, beyond uuid, most int) RETURNS TABLE (member_id uuid, hears boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT near.member_id, near.state = 'followed' AND near.member_id IS DISTINCT FROM c.author_id
    AND NOT EXISTS (SELECT FROM member_mute m WHERE m.member_id = near.member_id AND m.muted_id = c.author_id)
    AND NOT EXISTS (SELECT FROM member m WHERE m.id = near.member_id AND m.hidden_at IS NOT NULL)
  FROM comment c CROSS JOIN LATERAL (
    -- Of each subject the first `most` are enough: the first `most` of all are among them, with every row of theirs.
    SELECT DISTINCT ON (f.member_id) f.member_id, f.state FROM subjects_of(c.article_id, c.id, c.parent_id) s CROSS JOIN LATERAL (
      SELECT one.member_id, one.state FROM following one
      WHERE one.subject_id = s.subject_id AND one.member_id > coalesce(beyond, '00000000-0000-0000-0000-000000000000')
      ORDER BY one.member_id LIMIT most) f
    ORDER BY f.member_id, s.nearness DESC LIMIT most) near
  WHERE c.id = which ORDER BY near.member_id
$$;
REVOKE ALL ON FUNCTION followers_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION followers_of TO moot_app;
