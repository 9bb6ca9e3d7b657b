import { Client } from "pg";
import { OWN, PEOPLE, type Ask, type Deed, type Person, type Step } from "./steps";

/** Ids that are the same in both worlds, so that what is read can be compared as it is. */
const id = (run: number, nth: number): string =>
  `00000000-0000-4000-8000-${run.toString(16).padStart(8, "0")}${nth.toString(16).padStart(4, "0")}`;
const THINGS = { article: 100, poll: 101, comment: 102, ownComment: 103, theirComment: 104 };
/** The attacker's first accounts are counted on the rows of the two, which the last digit says. */
const SHARES_A_ROW: Partial<Record<Person, number>> = { own1: 16, own2: 17 };

/** Scenes whose numbers differ by so many are alike. */
export const KINDS_OF_SCENES = 6;

/** In every third scene there are two answers alone, and one of the two shows the first as theirs. */
const hasTwoAnswers = (run: number): boolean => run % 3 === 0;

/** What the two hold and exchange: the sides, in some scenes a side and an answer that is none. */
const heldIn = (run: number): readonly [string, string] => [
  "approach",
  hasTwoAnswers(run) || run % 2 === 0 ? "complementary" : "unsure",
];

/** A lock that somebody else holds is waited for no longer, in milliseconds. */
const PATIENCE = 15;
/** Which row of the urn a detached ballot is counted on, is drawn: the same in both worlds, and not the same for both who draw. */
const DRAWN = { owner: 0.1, site: 0.7 };

/**
 * Which rows bear the number of the same transaction: of the one that wrote a row (xmin), and of the one that locked or removed it
 * (xmax). A number is told by the place at which it first occurs, for the numbers themselves differ between the worlds.
 */
const NUMBERS = `
  CREATE FUNCTION pg_temp.numbers(the_poll uuid, the_article uuid, handles text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_agg(first ORDER BY place) FROM (
      SELECT place, CASE WHEN number <> 0 THEN min(place) OVER (PARTITION BY number) END AS first FROM (
        SELECT row_number() OVER (ORDER BY of, key, which) AS place, number FROM (
          SELECT 'member' AS of, handle AS key, xmin, xmax FROM member WHERE handle LIKE handles
          UNION ALL SELECT 'option', key, xmin, xmax FROM poll_option WHERE poll_id = the_poll
          UNION ALL SELECT 'poll', '', xmin, xmax FROM poll WHERE id = the_poll
          UNION ALL SELECT 'comment', id::text, xmin, xmax FROM comment WHERE article_id = the_article AND source = 'So.'
          UNION ALL SELECT 'reaction', comment_id || ' ' || member_id, xmin, xmax FROM reaction
            WHERE comment_id IN (SELECT id FROM comment WHERE article_id = the_article)
          UNION ALL SELECT 'tally', option_key, xmin, xmax FROM published_tally WHERE poll_id = the_poll
        ) rows CROSS JOIN LATERAL (VALUES ('xmin', xmin::text::bigint), ('xmax', xmax::text::bigint)) numbers (which, number)
      ) places) told
  $$`;

/**
 * How many rows of each table this transaction has written, added up over all its functions. Comments are counted on one of several rows,
 * which depends on the connection. How often somebody has changed their vote, an erasure tells whoever does it: PRIVACY says so.
 */
const WRITTEN = `
  CREATE FUNCTION pg_temp.written() RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_object_agg(relname, ARRAY[n_tup_ins, n_tup_upd, n_tup_del]) FROM pg_stat_xact_user_tables
      WHERE schemaname = 'public' AND relname NOT IN ('article_count', 'tally_move', 'vote_change')
  $$;
  CREATE FUNCTION pg_temp.written_since(before jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_object_agg(key, step) FROM (
      SELECT key, (SELECT jsonb_agg(coalesce(n, 0) - coalesce((before -> key ->> (nth - 1)::int)::bigint, 0) ORDER BY nth)
        FROM jsonb_array_elements_text(value) WITH ORDINALITY AS e (text, nth), LATERAL (SELECT text::bigint AS n) number) AS step
      FROM jsonb_each(pg_temp.written())) steps WHERE step <> '[0, 0, 0]'
  $$`;

/** Everything in a scene that the site's role may read. Its own function, so that a sequence is one message to the server. */
const LOOK = `
  CREATE FUNCTION pg_temp.look(the_poll uuid, the_article uuid, handles text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE sides jsonb;
  BEGIN
    IF has_table_privilege('published_side', 'SELECT') THEN
      EXECUTE $x$ SELECT jsonb_agg(jsonb_build_array(comment_id, s.option_key, s.respect, s.reacted) ORDER BY comment_id, option_key)
         FROM published_side s WHERE comment_id IN (SELECT id FROM comment WHERE article_id = $1 AND source = 'So.') $x$ INTO sides USING the_article;
    END IF;
    RETURN jsonb_build_array(
      (SELECT jsonb_agg(jsonb_build_array(option_key, votes) ORDER BY option_key) FROM published_tally WHERE poll_id = the_poll),
      sides,
      (SELECT jsonb_agg(jsonb_build_array(moved, gained)) FROM published_movement WHERE poll_id = the_poll),
      (SELECT jsonb_agg(jsonb_build_array(series, position, counts) ORDER BY series, position) FROM published_opinion WHERE poll_id = the_poll),
      (SELECT jsonb_agg(jsonb_build_array(author_id, stance, stance_outdated, respect, unconvinced, bridging, changed_minds)
         ORDER BY author_id, stance, source) FROM comment WHERE article_id = the_article),
      (SELECT jsonb_agg(jsonb_build_array(comment_id, member_id, kind) ORDER BY comment_id, member_id) FROM reaction
         WHERE comment_id IN (SELECT id FROM comment WHERE article_id = the_article)),
      (SELECT jsonb_agg(kind ORDER BY id) FROM event WHERE article_id = the_article),
      (SELECT jsonb_agg(jsonb_build_array(member_id, subject_id, state) ORDER BY member_id, subject_id) FROM following WHERE article_id = the_article),
      (SELECT jsonb_agg(jsonb_build_array(id, erased_at IS NULL, honour_count, approved_count) ORDER BY id) FROM member WHERE handle LIKE handles),
      pg_temp.numbers(the_poll, the_article, handles)
    )::text;
  END $$`;

/** Each asks for one or more statements, which are undone together when one is refused; then everything is looked at. */
const ASK = `
  CREATE FUNCTION pg_temp.ask(asks jsonb, the_poll uuid, the_article uuid, handles text) RETURNS text[] LANGUAGE plpgsql AS $$
  DECLARE
    seen text[] := '{}';
    written jsonb := pg_temp.written();
    one jsonb;
    statement text;
    told text;
    changed int;
  BEGIN
    FOR one IN SELECT * FROM jsonb_array_elements(asks) LOOP
      BEGIN
        FOR statement IN SELECT * FROM jsonb_array_elements_text(one) LOOP
          IF statement LIKE 'SELECT%' THEN
            EXECUTE format('SELECT jsonb_agg(to_jsonb(x))::text FROM (%s) x', statement) INTO told;
          ELSE
            EXECUTE statement;
            GET DIAGNOSTICS changed = ROW_COUNT;
            told := changed;
          END IF;
          seen := seen || coalesce(told, '');
        END LOOP;
      EXCEPTION WHEN OTHERS THEN seen := seen || SQLSTATE;
      END;
      seen := seen || pg_temp.look(the_poll, the_article, handles) || coalesce(pg_temp.written_since(written)::text, '');
    END LOOP;
    RETURN seen;
  END $$`;

/** One database, and the three who work in it. */
export type World = Readonly<{ owner: Client; site: Client; publisher: Client }>;

export async function openWorld(url: string): Promise<World> {
  const [owner, site, publisher] = [url, url, url].map((one) => new Client({ connectionString: one }));
  if (!owner || !site || !publisher) throw new Error("Three were asked for.");
  await Promise.all([owner.connect(), site.connect(), publisher.connect()]);
  // A step needs no large crowd and need not wait: what is looked for is what it tells, not when.
  await owner.query(
    `UPDATE threshold SET value = CASE name WHEN 'crowd' THEN 5 ELSE 0 END
     WHERE name IN ('crowd', 'crowd_share', 'batch_seconds', 'jitter_seconds', 'crowd_again_seconds')`,
  );
  await site.query("SET ROLE moot_app");
  await site.query(NUMBERS);
  await site.query(WRITTEN);
  await site.query(LOOK);
  await site.query(ASK);
  await publisher.query("SET ROLE moot_publisher");
  return { owner, site, publisher };
}

export const closeWorld = ({ owner, site, publisher }: World): Promise<unknown> =>
  Promise.all([owner.end(), site.end(), publisher.end()]);

/**
 * Plays the steps in a fresh scene. @param run its number, from which all ids come
 * @param swapped whether the two have each other's vote
 * @returns everything the site's role was told and could read, in order
 */
export async function play(
  world: World,
  run: number,
  steps: readonly Step[],
  swapped: boolean,
): Promise<string[]> {
  const scene = new Scene(world, run, swapped);
  await scene.begin();
  for (const step of steps) await scene.take(step);
  await scene.end();
  return scene.seen;
}

class Scene {
  readonly seen: string[] = [];
  readonly #poll: string;
  readonly #article: string;
  readonly #comment: string;
  readonly #ownComment: string;
  readonly #theirComment: string;
  /** What the two voted at first. */
  readonly #held: readonly string[];

  constructor(
    readonly world: World,
    readonly run: number,
    readonly swapped: boolean,
  ) {
    this.#poll = id(run, THINGS.poll);
    this.#article = id(run, THINGS.article);
    this.#comment = id(run, THINGS.comment);
    this.#ownComment = id(run, THINGS.ownComment);
    this.#theirComment = id(run, THINGS.theirComment);
    this.#held = swapped ? heldIn(run).toReversed() : heldIn(run);
  }

  #id = (person: Person): string => id(this.run, SHARES_A_ROW[person] ?? PEOPLE.indexOf(person));
  #token = (person: Person): string => `${this.run} ${person}`;

  /** Everybody has voted, counts are out, and one comment stands under the article. */
  async begin(): Promise<void> {
    const votes = PEOPLE.map((person, nth) => ({
      id: this.#id(person),
      handle: `run-${this.run}-${nth}`,
      option: this.#held[nth] ?? "approach",
      token: OWN.includes(person) || nth < this.#held.length ? this.#token(person) : null,
    }));
    await this.world.owner.query(
      `WITH p AS (SELECT * FROM jsonb_to_recordset('${JSON.stringify(votes)}') AS p(id uuid, handle text, option text, token text)),
         m AS (INSERT INTO member (id, handle, name, approved_count, joined_at)
           SELECT id, handle, handle, 20, now() - interval '1 year' FROM p RETURNING id),
         a AS (INSERT INTO article (id, slug, published_at) VALUES ('${this.#article}', 'run-${this.run}', now()) RETURNING id)
       INSERT INTO session (token_hash, member_id, expires_at)
         SELECT sha256(convert_to(token, 'UTF8')), p.id, now() + interval '1 day' FROM p JOIN m ON m.id = p.id CROSS JOIN a WHERE token IS NOT NULL;
       INSERT INTO poll (id, article_id, question, opens_at, results_shown)
         VALUES ('${this.#poll}', '${this.#article}', 'Which?', now() - interval '1 day', 'always');
       INSERT INTO poll_option (poll_id, key, label, position, side) VALUES ('${this.#poll}', 'approach', 'a', 0, true),
         ('${this.#poll}', 'complementary', 'b', 1, true), ('${this.#poll}', 'unsure', 'c', 2, false);
       UPDATE poll_option SET removed_at = now() WHERE poll_id = '${this.#poll}' AND key = 'unsure' AND ${hasTwoAnswers(this.run)};
       INSERT INTO comment (id, article_id, article_revision, author_id, source, html, stance) VALUES
         ('${this.#comment}', '${this.#article}', 1, NULL, 'So.', 'So.', NULL),
         ('${this.#ownComment}', '${this.#article}', 1, '${this.#id("own1")}', 'So.', 'So.', NULL),
         ('${this.#theirComment}', '${this.#article}', 1, '${this.#id("one")}', 'So.', 'So.', ${hasTwoAnswers(this.run) ? "'approach'" : "NULL"});
       INSERT INTO vote (poll_id, member_id, option_key, consent)
         SELECT '${this.#poll}', id, option, 1 FROM jsonb_to_recordset('${JSON.stringify(votes)}') AS p(id uuid, option text);`,
    );
    await this.#publish();
  }

  /** What still waits is not erased in a later scene. */
  async end(): Promise<void> {
    await this.world.owner.query("DELETE FROM erasure WHERE member_id = ANY ($1)", [PEOPLE.map(this.#id)]);
  }

  async take(step: Step): Promise<void> {
    if (step.do === "the publisher comes round") await this.#publish();
    else if (step.do === "the two vote") for (const half of this.#halves(step.deed)) await this.#asOne(half);
    else if (step.do === "one reacts") await this.#react(step.who, step.kind);
    else if (step.do === "a week goes by") await this.#aWeekLater();
    else await this.#transaction(step);
    await this.#look();
  }

  async #publish(): Promise<void> {
    await this.world.publisher.query(
      `BEGIN; SELECT publish_tally('${this.#poll}'); SELECT publish_sides(100); SELECT publish_debate('${this.#poll}'); COMMIT`,
    );
  }

  /** What each of the two does, in a transaction of their own. */
  #halves(deed: Deed): [string, string] {
    const [one, other] = heldIn(this.run);
    const half = (who: "one" | "other", first = ""): string => {
      if (deed.deed === "exchange")
        return `UPDATE vote SET option_key = CASE option_key WHEN '${one}' THEN '${other}' ELSE '${one}' END
          WHERE poll_id = '${this.#poll}' AND member_id = '${this.#id(who)}'`;
      const option = deed.deed === "vote alike" ? deed.option : first;
      return `SELECT setseed(${DRAWN.owner}); SELECT cast_vote('${this.#poll}', '${this.#token(who)}', '${option}', 1)`;
    };
    return [half("one", this.#held[0]), half("other", this.#held[1])];
  }

  async #asOne(half: string): Promise<void> {
    await this.world.owner.query(`BEGIN; ${half}; COMMIT`);
  }

  async #react(who: Person, kind: string): Promise<void> {
    await this.world.owner.query(
      `INSERT INTO reaction (comment_id, member_id, kind)
       SELECT c.id, m.id, $3::reaction_kind FROM comment c, member m WHERE c.id = $1 AND m.id = $2
       ON CONFLICT (comment_id, member_id) DO UPDATE SET kind = excluded.kind`,
      [this.#comment, this.#id(who), kind],
    );
  }

  async #aWeekLater(): Promise<void> {
    await this.world.owner.query(
      "UPDATE erasure SET due_at = now() - interval '1 second' WHERE member_id = ANY ($1)",
      [PEOPLE.map(this.#id)],
    );
  }

  async #transaction({ asks, commit, meanwhile }: Step & { do: "transaction" }): Promise<void> {
    const { site, owner } = this.world;
    const [one, other] = meanwhile === null ? [] : this.#halves(meanwhile);
    await site.query(
      `BEGIN ISOLATION LEVEL ${meanwhile?.half === "done since" ? "REPEATABLE READ" : "READ COMMITTED"};
       SET LOCAL lock_timeout = ${PATIENCE}; SELECT setseed(${DRAWN.site}); SELECT FROM poll LIMIT 1`,
    );
    if (one !== undefined) await owner.query(`BEGIN; ${one}`);
    if (meanwhile?.half === "done since") await owner.query("COMMIT");
    const given = JSON.stringify(asks.map((ask) => this.#statements(ask)));
    const { rows } = await site.query<{ seen: string[] }>(
      `SELECT pg_temp.ask(${site.escapeLiteral(given)}, ${this.#where}) AS seen`,
    );
    this.seen.push(...(rows[0]?.seen ?? []));
    await site.query(commit ? "COMMIT" : "ROLLBACK");
    if (meanwhile?.half === "under way") await owner.query("COMMIT");
    if (other !== undefined) await this.#asOne(other);
  }

  async #look(): Promise<void> {
    const { rows } = await this.world.site.query<{ seen: string }>(
      `SELECT pg_temp.look(${this.#where}) AS seen`,
    );
    this.seen.push(rows[0]?.seen ?? "");
  }

  get #where(): string {
    return `'${this.#poll}', '${this.#article}', 'run-${this.run}-%'`;
  }

  #statements(ask: Ask): string[] {
    const poll = `'${this.#poll}'`;
    const cast = (who: Person, option: string) =>
      `SELECT cast_vote(${poll}, '${this.#token(who)}', '${option}', 1)`;
    const react = (who: Person, kind: string) =>
      `SELECT * FROM cast_reaction('${this.#comment}', '${this.#token(who)}', '${kind}')`;
    switch (ask.ask) {
      case "vote":
        return [cast(ask.as, ask.option)];
      case "all vote":
        return OWN.map((who) => cast(who, ask.option));
      case "withdraw":
        return [`SELECT withdraw_vote(${poll}, '${this.#token(ask.as)}')`];
      case "react":
        return [react(ask.as, ask.kind)];
      case "all react":
        return OWN.map((who) => react(who, ask.kind));
      case "write a reaction":
        return [
          `INSERT INTO reaction (comment_id, member_id, kind) VALUES ('${this.#comment}', '${this.#id(ask.of)}', '${ask.kind}')`,
        ];
      case "remove a reaction":
        return [
          `DELETE FROM reaction WHERE comment_id = '${this.#comment}' AND member_id = '${this.#id(ask.of)}'`,
        ];
      case "erase":
        return [`UPDATE member SET erased_at = now() WHERE id = '${this.#id(ask.whom)}'`];
      case "remove":
        return [`DELETE FROM member WHERE id = '${this.#id(ask.whom)}'`];
      case "give away an account":
        return [
          `UPDATE session SET member_id = '${this.#id(ask.whom)}' WHERE member_id = '${this.#id("own1")}'`,
          `SELECT my_vote(${poll}, '${this.#token("own1")}')`,
          `UPDATE session SET member_id = '${this.#id("own1")}' WHERE token_hash = sha256('${this.#token("own1")}')`,
        ];
      case "write a stance":
        return [
          `UPDATE comment SET stance = '${ask.option}' WHERE article_id = '${this.#article}' AND author_id = '${this.#id(ask.of)}'`,
        ];
      case "write a comment":
        return [
          `INSERT INTO comment (article_id, article_revision, author_id, source, html) VALUES ('${this.#article}', 1, '${this.#id(ask.of)}', 'Me.', 'Me.')`,
          `INSERT INTO comment (article_id, article_revision, author_id, source, html, stance)
           VALUES ('${this.#article}', 1, '${this.#id(ask.of)}', 'And me.', 'And me.', '${ask.option}')`,
        ];
      case "give away a comment":
        return [`UPDATE comment SET author_id = '${this.#id(ask.to)}' WHERE id = '${this.#ownComment}'`];
      case "show own stance":
        return [`SELECT show_stance('${this.#ownComment}', '${this.#token(ask.as)}')`];
      case "make up a session":
        return [
          `INSERT INTO session (token_hash, member_id, expires_at) VALUES (sha256('made up'), '${this.#id(ask.of)}', now() + interval '1 day')`,
          `SELECT my_vote(${poll}, 'made up')`,
          `SELECT * FROM my_standing(${poll}, 'made up')`,
          `SELECT * FROM my_mind_changes('made up')`,
          `DELETE FROM session WHERE token_hash = sha256('made up')`,
        ];
      case "publish counts":
        return [`SELECT publish_tally(${poll})`];
      case "publish sides":
        return ["SELECT publish_sides(100)"];
      case "publish the debate":
        return [`SELECT publish_debate(${poll})`];
      case "check":
        return [`SELECT rule, stored, counted FROM check_ballots() WHERE place LIKE '%${this.#poll}%'`];
      case "who is held":
        return [
          `SELECT hold_sides(ARRAY['${this.#comment}'::uuid])`,
          `SELECT hold_writers(ARRAY['${this.#id(ask.of)}'::uuid])`,
        ];
      case "remove a comment":
        return [`DELETE FROM comment WHERE id = '${this.#comment}'`];
      case "remove the poll":
        return [`DELETE FROM poll WHERE id = ${poll}`];
      case "say that an option takes no side":
        return [`UPDATE poll_option SET side = false WHERE poll_id = ${poll} AND key = '${ask.option}'`];
      case "forget whoever has no address":
        return [
          `UPDATE member SET proven_at = NULL, email = NULL, joined_at = '2020-01-01' WHERE id = '${this.#id(ask.whom)}'`,
          "SELECT forget_unconfirmed()",
        ];
      case "ask for an erasure":
        return [
          `UPDATE member SET role = 'admin' WHERE id = '${this.#id("own2")}'`,
          `SELECT ask_erasure_of('${this.#id(ask.of)}', '${this.#token("own2")}', true) IS NOT NULL AS asked`,
        ];
      case "erase who is due":
        return ["SELECT erase_texts(100)", "SELECT called FROM erase_next_account()"];
      case "detach":
        return [`UPDATE poll SET detached = ${ask.detached} WHERE id = ${poll}`];
      case "close":
        return [
          `UPDATE poll SET closes_at = ${ask.closed ? "now() - interval '1 second'" : "NULL"} WHERE id = ${poll}`,
        ];
    }
  }
}
