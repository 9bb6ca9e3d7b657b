-- What the argument changed, per side and over time, without anybody's ballot: secret rows, and published figures that
-- move in batches of five people, as the counts do.

-- ───────────────────────────── what each side made of a comment ─────────────────────────────

-- SECRET. Whose reaction moved since the comment's last batch, and what it was then.
CREATE TABLE side_move (
    "comment_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "was" TEXT,

    CONSTRAINT "side_move_pkey" PRIMARY KEY ("comment_id","member_id")
);

-- SECRET. How many did.
CREATE TABLE side_batch (
    "comment_id" UUID NOT NULL,
    "moved" INTEGER NOT NULL,

    CONSTRAINT "side_batch_pkey" PRIMARY KEY ("comment_id")
);
CREATE INDEX side_batch_due ON side_batch (comment_id) WHERE moved >= 5;

CREATE TABLE published_side (
    "comment_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,
    "respect" INTEGER NOT NULL,
    "reacted" INTEGER NOT NULL,

    CONSTRAINT "published_side_pkey" PRIMARY KEY ("comment_id","option_key")
);

-- The best case of each side, as the last batches have it; an editor's pin stands before it.
CREATE TABLE best_case (
    "poll_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "comment_id" UUID NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "best_case_pkey" PRIMARY KEY ("poll_id","side","pinned")
);

-- ───────────────────────────── who moved, and when ─────────────────────────────

CREATE TABLE published_flow (
    "poll_id" UUID NOT NULL,
    "from_key" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "members" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_flow_pkey" PRIMARY KEY ("poll_id","from_key","to_key")
);

-- A bucket once shown never changes: rows are only ever added.
CREATE TABLE published_opinion (
    "poll_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "published_opinion_pkey" PRIMARY KEY ("poll_id","series","position")
);

CREATE INDEX "vote_change_day_poll_id_idx" ON "vote_change"("day", "poll_id");

-- ───────────────────────────── guesses ─────────────────────────────

-- SECRET. A share from 0 to 1, or null from whoever would rather not guess.
CREATE TABLE poll_guess (
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "share" DOUBLE PRECISION,

    CONSTRAINT "poll_guess_pkey" PRIMARY KEY ("poll_id","member_id")
);

-- All guesses of the last batch, in order of size.
CREATE TABLE published_guess (
    "poll_id" UUID NOT NULL,
    "shares" DOUBLE PRECISION[] NOT NULL,

    CONSTRAINT "published_guess_pkey" PRIMARY KEY ("poll_id")
);

-- ───────────────────────────── what changed a mind ─────────────────────────────

-- SECRET. `closer` is a step without a switch. Counts from `ripe_at` on, if the switch still stands.
CREATE TABLE mind_change (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "poll_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "comment_id" UUID,
    "passage" TEXT,
    "why" TEXT NOT NULL,
    "closer" BOOLEAN NOT NULL,
    "quotable" BOOLEAN NOT NULL,
    "ripe_at" TIMESTAMPTZ(3) NOT NULL,
    "published_id" UUID,

    CONSTRAINT "mind_change_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX mind_change_first_switch ON mind_change (poll_id, member_id) WHERE NOT closer;
CREATE UNIQUE INDEX mind_change_once_a_comment ON mind_change (member_id, comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX mind_change_ripening ON mind_change (ripe_at) WHERE published_id IS NULL;

-- What readers see of it: not whose it was, and the reason only where its author lets it be quoted.
CREATE TABLE published_mind_change (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "poll_id" UUID NOT NULL,
    "comment_id" UUID,
    "passage" TEXT,
    "why" TEXT,
    "closer" BOOLEAN NOT NULL,

    CONSTRAINT "published_mind_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "published_mind_change_poll_id_idx" ON "published_mind_change"("poll_id");

ALTER TABLE poll_guess ADD CONSTRAINT a_share CHECK (share >= 0 AND share <= 1);
ALTER TABLE mind_change ADD CONSTRAINT a_reason CHECK (char_length(btrim(why)) >= 50);
ALTER TABLE mind_change ADD CONSTRAINT a_cause CHECK (comment_id IS NOT NULL OR passage IS NOT NULL);
ALTER TABLE side_move ADD CONSTRAINT side_move_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
ALTER TABLE side_batch ADD CONSTRAINT side_batch_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
ALTER TABLE published_side ADD CONSTRAINT published_side_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
ALTER TABLE best_case ADD CONSTRAINT best_case_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
ALTER TABLE best_case ADD CONSTRAINT best_case_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE published_flow ADD CONSTRAINT published_flow_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE published_opinion ADD CONSTRAINT published_opinion_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE poll_guess ADD CONSTRAINT poll_guess_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE published_guess ADD CONSTRAINT published_guess_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE mind_change ADD CONSTRAINT mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE published_mind_change ADD CONSTRAINT published_mind_change_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE;
ALTER TABLE mind_change ADD CONSTRAINT mind_change_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;
ALTER TABLE published_mind_change ADD CONSTRAINT published_mind_change_comment FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE;

-- Due is now what `side_batch` says; a flag on the comment's own row was one more thing to write for every reaction.
DROP INDEX comment_bridging_due;
ALTER TABLE comment DROP COLUMN bridging_due;

-- ───────────────────────────── reactions, by side ─────────────────────────────

-- Callers hold the comment's row.
CREATE FUNCTION note_side_move(target uuid, who uuid, was_side text, becomes text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE m side_move;
BEGIN
  IF was_side IS NOT DISTINCT FROM becomes THEN RETURN; END IF;
  SELECT * INTO m FROM side_move WHERE comment_id = target AND member_id = who;
  IF NOT FOUND THEN
    INSERT INTO side_move (comment_id, member_id, was) VALUES (target, who, was_side);
    INSERT INTO side_batch (comment_id, moved) VALUES (target, 1)
      ON CONFLICT (comment_id) DO UPDATE SET moved = side_batch.moved + 1;
  ELSIF m.was IS NOT DISTINCT FROM becomes THEN
    DELETE FROM side_move WHERE comment_id = target AND member_id = who;
    UPDATE side_batch SET moved = moved - 1 WHERE comment_id = target;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION count_reaction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  target uuid := coalesce(NEW.comment_id, OLD.comment_id);
  who uuid := coalesce(NEW.member_id, OLD.member_id);
  respect_step int := 0;
  unconvinced_step int := 0;
  was_side text;
  becomes text;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    respect_step := respect_step - (OLD.kind = 'respect')::int;
    unconvinced_step := unconvinced_step - (OLD.kind = 'unconvinced')::int;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    respect_step := respect_step + (NEW.kind = 'respect')::int;
    unconvinced_step := unconvinced_step + (NEW.kind = 'unconvinced')::int;
  END IF;
  UPDATE comment SET respect = respect + respect_step, unconvinced = unconvinced + unconvinced_step,
    best = wilson_lower(respect + respect_step, respect + respect_step + unconvinced + unconvinced_step)
    WHERE id = target;
  IF NOT FOUND THEN
    DELETE FROM reaction_side WHERE comment_id = target;
    RETURN NULL;
  END IF;
  DELETE FROM reaction_side WHERE comment_id = target AND member_id = who RETURNING option_key || ':' || kind INTO was_side;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO reaction_side (comment_id, member_id, option_key, kind)
    SELECT target, who, v.option_key, NEW.kind
    FROM comment c JOIN poll p ON p.article_id = c.article_id AND NOT p.detached
      JOIN vote v ON v.poll_id = p.id AND v.member_id = who
      JOIN poll_option o ON o.poll_id = p.id AND o.key = v.option_key AND o.side
    WHERE c.id = target
    RETURNING option_key || ':' || kind INTO becomes;
  END IF;
  PERFORM note_side_move(target, who, was_side, becomes);
  RETURN NULL;
END $$;

-- Moves the published figures of comments on which at least five members' reactions moved; answers which ones.
CREATE FUNCTION publish_sides(at_most int) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE due uuid;
BEGIN
  FOR due IN SELECT comment_id FROM side_batch WHERE moved >= 5 LIMIT at_most FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM published_side WHERE comment_id = due;
    INSERT INTO published_side (comment_id, option_key, respect, reacted)
      SELECT due, option_key, count(*) FILTER (WHERE kind = 'respect'), count(*)
      FROM reaction_side WHERE comment_id = due GROUP BY option_key;
    DELETE FROM side_move WHERE comment_id = due;
    UPDATE side_batch SET moved = 0 WHERE comment_id = due;
    RETURN NEXT due;
  END LOOP;
END $$;

-- ───────────────────────────── flows, days and guesses ─────────────────────────────

-- First and present position of members with at least two recorded positions. Moves when five more of them are in it,
-- so that no difference between two tables is fewer than five people.
CREATE FUNCTION publish_flows(the_poll uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  shown int;
  present int;
  moves jsonb;
BEGIN
  SELECT coalesce(sum(members), 0) INTO shown FROM published_flow WHERE poll_id = the_poll;
  SELECT jsonb_agg(f), coalesce(sum(f.members), 0) INTO moves, present
    FROM (SELECT c.first AS from_key, v.option_key AS to_key, count(*)::int AS members
      FROM (SELECT member_id, (array_agg("to" ORDER BY id) FILTER (WHERE "to" IS NOT NULL))[1] AS first
          FROM vote_change WHERE poll_id = the_poll GROUP BY member_id HAVING count("to") >= 2) c
        JOIN vote v ON v.poll_id = the_poll AND v.member_id = c.member_id
      GROUP BY 1, 2) f;
  IF present < shown + 5 THEN RETURN false; END IF;
  DELETE FROM published_flow WHERE poll_id = the_poll;
  INSERT INTO published_flow
    SELECT the_poll, from_key, to_key, members, now()
    FROM jsonb_to_recordset(moves) AS f(from_key text, to_key text, members int);
  RETURN true;
END $$;

-- Adds the buckets of opinion over time that are full: whole days past, joined until ten people are in them.
-- `newcomers` are counted by their first vote, `switchers` by the first option they switched to.
CREATE FUNCTION publish_opinion(the_poll uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  one record;
  the_series text;
  place int;
  since date;
  open_from date;
  counts jsonb;
  held int;
  added int := 0;
BEGIN
  FOREACH the_series IN ARRAY ARRAY['newcomers', 'switchers'] LOOP
    SELECT count(*), max(to_day) INTO place, since FROM published_opinion WHERE poll_id = the_poll AND series = the_series;
    open_from := NULL; counts := '{}'; held := 0;
    FOR one IN
      WITH positions AS (
        SELECT member_id, "to", day, id, first_value("to") OVER w AS first, row_number() OVER w AS nth
        FROM vote_change WHERE poll_id = the_poll AND "to" IS NOT NULL WINDOW w AS (PARTITION BY member_id ORDER BY id)),
      chosen AS (
        SELECT DISTINCT ON (member_id) member_id, "to", day FROM positions
        WHERE CASE the_series WHEN 'newcomers' THEN nth = 1 ELSE "to" <> first END ORDER BY member_id, id),
      days AS (
        SELECT day, "to", count(*)::int AS members FROM chosen
        WHERE day < CURRENT_DATE AND (since IS NULL OR day > since) GROUP BY day, "to")
      SELECT day, jsonb_object_agg("to", members) AS slice, sum(members)::int AS members FROM days GROUP BY day ORDER BY day
    LOOP
      open_from := coalesce(open_from, one.day);
      counts := (SELECT jsonb_object_agg(key, coalesce((counts ->> key)::int, 0) + coalesce((one.slice ->> key)::int, 0))
        FROM (SELECT jsonb_object_keys(counts) AS key UNION SELECT jsonb_object_keys(one.slice)) keys);
      held := held + one.members;
      CONTINUE WHEN held < 10;
      INSERT INTO published_opinion (poll_id, series, position, from_day, to_day, counts)
        VALUES (the_poll, the_series, place, open_from, one.day, counts);
      place := place + 1; added := added + 1;
      open_from := NULL; counts := '{}'; held := 0;
    END LOOP;
  END LOOP;
  RETURN added;
END $$;

CREATE FUNCTION publish_guesses(the_poll uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  present double precision[];
  shown int;
BEGIN
  SELECT coalesce(array_agg(share ORDER BY share), '{}') INTO present FROM poll_guess WHERE poll_id = the_poll AND share IS NOT NULL;
  SELECT coalesce(cardinality(shares), 0) INTO shown FROM published_guess WHERE poll_id = the_poll;
  IF cardinality(present) < coalesce(shown, 0) + 5 THEN RETURN false; END IF;
  INSERT INTO published_guess (poll_id, shares) VALUES (the_poll, present)
    ON CONFLICT (poll_id) DO UPDATE SET shares = excluded.shares;
  RETURN true;
END $$;

-- Everything about a poll that moves less often than its counts. Nothing before the close where results wait for it.
CREATE FUNCTION publish_debate(the_poll uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND OR (p.closes_at > now() AND quiet_from(p) <= now()) THEN RETURN; END IF;
  PERFORM publish_flows(the_poll);
  PERFORM publish_opinion(the_poll);
  PERFORM publish_guesses(the_poll);
END $$;

-- Polls in which somebody moved this week; a bucket of opinion waits for the end of its day.
CREATE FUNCTION debates_due() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT DISTINCT poll_id FROM vote_change WHERE day >= CURRENT_DATE - 7
$$;

-- A share from 0 to 1, or null to skip. Once, and before results were shown. ok, unchanged, signed-out, unknown-poll, closed
CREATE FUNCTION guess_poll(the_poll uuid, session_token text, the_share double precision) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  who uuid := ballot_owner(session_token);
  p poll;
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll AND guessing;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.closes_at <= now() THEN RETURN 'closed'; END IF;
  INSERT INTO poll_guess (poll_id, member_id, share) VALUES (the_poll, who, the_share) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'unchanged' END;
END $$;

-- ───────────────────────────── this changed my mind ─────────────────────────────

-- ok, signed-out, unknown-poll, fixed (detached), no-vote, no-switch, no-comment, own, twice, full
CREATE FUNCTION tell_mind_change(the_poll uuid, session_token text, the_comment uuid, the_passage text, the_why text,
  is_closer boolean, may_quote boolean) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  who uuid := ballot_owner(session_token);
  p poll;
  c comment;
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND THEN RETURN 'unknown-poll'; END IF;
  IF p.detached THEN RETURN 'fixed'; END IF;
  PERFORM FROM vote WHERE poll_id = the_poll AND member_id = who;
  IF NOT FOUND THEN RETURN 'no-vote'; END IF;
  IF NOT is_closer THEN
    PERFORM FROM vote_change WHERE poll_id = the_poll AND member_id = who AND "to" IS NOT NULL
      HAVING count(DISTINCT "to") >= 2;
    IF NOT FOUND THEN RETURN 'no-switch'; END IF;
    PERFORM FROM mind_change WHERE poll_id = the_poll AND member_id = who AND NOT closer;
    IF FOUND THEN RETURN 'twice'; END IF;
  END IF;
  IF the_comment IS NOT NULL THEN
    SELECT * INTO c FROM comment WHERE id = the_comment AND article_id = p.article_id AND state = 'visible';
    IF NOT FOUND THEN RETURN 'no-comment'; END IF;
    IF c.author_id = who THEN RETURN 'own'; END IF;
    -- Two friends cannot honour each other without end.
    PERFORM FROM mind_change m JOIN comment mc ON mc.id = m.comment_id
      WHERE m.member_id = who AND mc.author_id = c.author_id HAVING count(*) >= 3;
    IF FOUND THEN RETURN 'full'; END IF;
  END IF;
  -- A day, and up to half a day more: so that nobody times it.
  INSERT INTO mind_change (poll_id, member_id, comment_id, passage, why, closer, quotable, ripe_at)
    VALUES (the_poll, who, the_comment, the_passage, the_why, is_closer, may_quote,
      now() + interval '24 hours' + random() * interval '12 hours')
    ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'ok' ELSE 'twice' END;
END $$;

-- Publishes what is ripe, as long as the switch and the comment still stand; else looks again a day later.
CREATE FUNCTION ripen_mind_changes(at_most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  m mind_change;
  c comment;
  told uuid;
  counted int := 0;
BEGIN
  FOR m IN SELECT * FROM mind_change WHERE published_id IS NULL AND ripe_at <= now() ORDER BY ripe_at LIMIT at_most
    FOR UPDATE SKIP LOCKED
  LOOP
    SELECT * INTO c FROM comment WHERE id = m.comment_id;
    IF (m.comment_id IS NOT NULL AND c.state IS DISTINCT FROM 'visible') OR NOT switch_stands(m) THEN
      UPDATE mind_change SET ripe_at = now() + interval '1 day' WHERE id = m.id;
      CONTINUE;
    END IF;
    INSERT INTO published_mind_change (poll_id, comment_id, passage, why, closer)
      VALUES (m.poll_id, m.comment_id, m.passage, CASE WHEN m.quotable THEN m.why END, m.closer) RETURNING id INTO told;
    UPDATE mind_change SET published_id = told WHERE id = m.id;
    IF c.id IS NOT NULL AND NOT m.closer THEN
      UPDATE comment SET changed_minds = changed_minds + 1 WHERE id = c.id;
      UPDATE member SET honour_count = honour_count + 1 WHERE id = c.author_id;
      INSERT INTO notice (member_id, kind, article_id, comment_id)
        SELECT c.author_id, 'honour', c.article_id, c.id WHERE c.author_id IS NOT NULL;
    END IF;
    counted := counted + 1;
  END LOOP;
  RETURN counted;
END $$;

CREATE FUNCTION switch_stands(m mind_change) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT m.closer OR coalesce((SELECT v.option_key FROM vote v WHERE v.poll_id = m.poll_id AND v.member_id = m.member_id)
    <> (SELECT c."to" FROM vote_change c WHERE c.poll_id = m.poll_id AND c.member_id = m.member_id AND c."to" IS NOT NULL
      ORDER BY c.id LIMIT 1), (SELECT closes_at <= now() FROM poll WHERE id = m.poll_id), false)
$$;

-- Takes back everything a member told about a poll, published or not.
CREATE FUNCTION forget_mind_changes(the_poll uuid, who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE m mind_change;
BEGIN
  FOR m IN DELETE FROM mind_change WHERE member_id = who AND (the_poll IS NULL OR poll_id = the_poll) RETURNING * LOOP
    CONTINUE WHEN m.published_id IS NULL;
    DELETE FROM published_mind_change WHERE id = m.published_id;
    CONTINUE WHEN m.closer OR m.comment_id IS NULL;
    UPDATE comment SET changed_minds = changed_minds - 1 WHERE id = m.comment_id;
    UPDATE member SET honour_count = honour_count - 1
      WHERE id = (SELECT author_id FROM comment WHERE id = m.comment_id);
  END LOOP;
END $$;

-- ok, signed-out
CREATE FUNCTION take_back_mind_change(the_poll uuid, session_token text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE who uuid := ballot_owner(session_token);
BEGIN
  IF who IS NULL THEN RETURN 'signed-out'; END IF;
  PERFORM forget_mind_changes(the_poll, who);
  RETURN 'ok';
END $$;

CREATE FUNCTION forget_what_was_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM forget_mind_changes(NULL, NEW.id);
  DELETE FROM poll_guess WHERE member_id = NEW.id;
  UPDATE side_move SET member_id = gen_random_uuid() WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER what_was_told_forgotten AFTER UPDATE OF erased_at ON member FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_what_was_told();

-- The log of changes is needed for flows and days only; a quarter after the close both stand, and it goes.
CREATE FUNCTION forget_old_changes() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
  DELETE FROM vote_change c USING poll p WHERE p.id = c.poll_id AND p.closes_at < now() - interval '90 days'
$$;

-- Where the holder of this session stands; `switched` once they voted for two different options, `told` once they said why.
DROP FUNCTION my_standing(uuid, text);
CREATE FUNCTION my_standing(the_poll uuid, session_token text)
RETURNS TABLE (choice text, voted boolean, asked boolean, guessed boolean, guess double precision, switched boolean, told boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT v.option_key, v.option_key IS NOT NULL OR b.member_id IS NOT NULL, p.member_id IS NOT NULL,
    g.member_id IS NOT NULL, g.share,
    v.option_key IS NOT NULL AND EXISTS (SELECT FROM vote_change c WHERE c.poll_id = the_poll AND c.member_id = me.id
      AND c."to" IS NOT NULL AND c."to" <> v.option_key),
    EXISTS (SELECT FROM mind_change m WHERE m.poll_id = the_poll AND m.member_id = me.id AND NOT m.closer)
  FROM (SELECT ballot_owner(session_token) AS id) me
    LEFT JOIN vote v ON v.poll_id = the_poll AND v.member_id = me.id
    LEFT JOIN ballot_taken b ON b.poll_id = the_poll AND b.member_id = me.id
    LEFT JOIN poll_pass p ON p.poll_id = the_poll AND p.member_id = me.id
    LEFT JOIN poll_guess g ON g.poll_id = the_poll AND g.member_id = me.id
  WHERE me.id IS NOT NULL
$$;

-- ───────────────────────────── checking, and walls ─────────────────────────────

CREATE FUNCTION check_debates() RETURNS TABLE (rule text, place text, stored text, counted text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT 'sides', 'comment ' || b.comment_id, b.moved::text, count(m.member_id)::text
  FROM side_batch b LEFT JOIN side_move m ON m.comment_id = b.comment_id
  GROUP BY b.comment_id, b.moved HAVING b.moved <> count(m.member_id)
  UNION ALL
  SELECT 'minds', 'comment ' || c.id, c.changed_minds::text, count(p.id)::text
  FROM comment c LEFT JOIN published_mind_change p ON p.comment_id = c.id AND NOT p.closer
  GROUP BY c.id, c.changed_minds HAVING c.changed_minds <> count(p.id)
  UNION ALL
  SELECT 'buckets', 'poll ' || o.poll_id || ', ' || o.series || ' ' || o.position, n.members::text, 'at least 10'
  FROM published_opinion o
    CROSS JOIN LATERAL (SELECT sum(value::int) AS members FROM jsonb_each_text(o.counts)) n WHERE n.members < 10
$$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'moot_app') THEN
    REVOKE ALL ON side_move, side_batch, poll_guess, mind_change FROM moot_app;
    REVOKE INSERT, UPDATE, DELETE ON published_side, published_flow, published_opinion, published_guess, published_mind_change
      FROM moot_app;
    REVOKE EXECUTE ON FUNCTION note_side_move, publish_flows, publish_opinion, publish_guesses, forget_mind_changes, switch_stands
      FROM moot_app;
    GRANT EXECUTE ON FUNCTION publish_sides, publish_debate, debates_due, guess_poll, tell_mind_change, ripen_mind_changes,
      take_back_mind_change, forget_old_changes, my_standing, check_debates TO moot_app;
  END IF;
END $$;
