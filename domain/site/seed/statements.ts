import { BETWEEN } from "./texts";
import * as t from "#messages/cli";

/**
 * For the length of the transaction nobody else writes to these tables; reading goes on. What the triggers would have counted one by one the
 * statements below write at once.
 */
export const triggers = (what: "DISABLE" | "ENABLE"): string =>
  [
    ...["comment", "reaction", "queue_item"].map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`),
    `ALTER TABLE decision ${what} TRIGGER decision_chained`,
  ].join(";");

export const STAGING = `
  CREATE TEMP TABLE seeded_member (nth int PRIMARY KEY, id uuid) ON COMMIT DROP;
  CREATE TEMP TABLE seeded_text (nth int PRIMARY KEY, source text, html text, words tsvector) ON COMMIT DROP;
  CREATE TEMP TABLE seeded (id uuid, article uuid, parent uuid, root uuid, depth int, author int, body int, place int, state text, decided text,
    posted float8, replies int, thread int, respect int[], unconvinced int[]) ON COMMIT DROP`;

/**
 * Words of two paragraphs are those of one after those of the other, and need not be found again for each comment; but for a text that ends
 * with a word too common to be found, which takes a place all the same. Such texts are left out.
 */
export const KNOW_WORDS = [
  `UPDATE seeded_text SET words = search_words_by(stemmer, search_plain(html)) FROM (SELECT search_stemmer() AS stemmer OFFSET 0) s`,
  `DELETE FROM seeded_text USING (SELECT search_stemmer() AS stemmer OFFSET 0) s
   WHERE words || search_words_by(stemmer, 'afterwards') <> search_words_by(stemmer, search_plain(html) || ' afterwards')`,
];

const quoted = (text: string): string => `E'${text.replaceAll("\n", "\\n")}'`;
const OURS = `comment c JOIN seeded s ON s.id = c.id`;
/** One comment in eight shows the vote of its author, where there is one. */
const SHOWN = `get_byte(uuid_send(s.id), 15) < 32`;

/** What is written, in this order, and what is said when it is. Each is about all that was laid out. */
export const STEPS: readonly (readonly [done: string, statement: string])[] = [
  [
    t.commentsWritten,
    `INSERT INTO comment (id, article_id, article_revision, parent_id, root_id, depth, author_id, state, listed, source, html, posted_at,
       reply_count, thread_count, respect, unconvinced, best, stance, moved_by)
     SELECT s.id, s.article, a.revision, s.parent, s.root, s.depth, m.id, s.state::comment_state, s.state <> 'held',
       b.source || ${quoted(BETWEEN.source)} || p.source, b.html || ${quoted(BETWEEN.html)} || p.html, to_timestamp(s.posted / 1000), s.replies, s.thread,
       cardinality(s.respect), cardinality(s.unconvinced), best_rank(cardinality(s.respect), cardinality(s.unconvinced)),
       CASE WHEN ${SHOWN} AND s.state = 'visible' THEN v.option_key END,
       coalesce(s.decided, CASE s.state WHEN 'withdrawn' THEN 'withdraw' END)
     FROM seeded s JOIN article a ON a.id = s.article JOIN seeded_member m ON m.nth = s.author
       JOIN seeded_text b ON b.nth = s.body JOIN seeded_text p ON p.nth = s.place
       LEFT JOIN poll ON poll.article_id = s.article AND NOT poll.detached LEFT JOIN vote v ON v.poll_id = poll.id AND v.member_id = m.id`,
  ],
  [
    t.versionsWritten,
    `INSERT INTO comment_revision (comment_id, number, source, html, at, shown)
     SELECT c.id, 1, c.source, c.html, c.posted_at, c.listed FROM ${OURS}`,
  ],
  [
    t.searchFilled,
    `WITH found AS (
       INSERT INTO search_entry (id, kind, article_id, author_id, at, public, words)
       SELECT c.id, 'comment', c.article_id, c.author_id, c.posted_at, c.state = 'visible', b.words || p.words
       FROM ${OURS} JOIN seeded_text b ON b.nth = s.body JOIN seeded_text p ON p.nth = s.place WHERE c.state IN ('visible', 'held')
     )
     INSERT INTO search_hidden (id, article_id, author_id, at, state, words)
     SELECT c.id, c.article_id, c.author_id, c.posted_at, c.state, b.words || p.words
     FROM ${OURS} JOIN seeded_text b ON b.nth = s.body JOIN seeded_text p ON p.nth = s.place WHERE c.state <> 'visible'`,
  ],
  [
    t.reactionsWritten,
    `WITH r AS (
       INSERT INTO reaction (comment_id, member_id, kind, at)
       SELECT s.id, m.id, k.kind, to_timestamp(s.posted / 1000) FROM seeded s
         CROSS JOIN LATERAL (SELECT unnest(s.respect) AS who, 'respect'::reaction_kind AS kind
           UNION ALL SELECT unnest(s.unconvinced), 'unconvinced') k JOIN seeded_member m ON m.nth = k.who
       RETURNING comment_id, member_id, kind
     ), sided AS (
       INSERT INTO reaction_side (comment_id, member_id, option_key, kind)
       SELECT r.comment_id, r.member_id, o.key, r.kind FROM r JOIN seeded s ON s.id = r.comment_id
         JOIN poll p ON p.article_id = s.article AND NOT p.detached LEFT JOIN vote v ON v.poll_id = p.id AND v.member_id = r.member_id
         LEFT JOIN poll_option o ON o.poll_id = v.poll_id AND o.key = v.option_key AND o.side
       RETURNING comment_id, member_id, option_key
     ), moved AS (
       INSERT INTO side_move (comment_id, member_id, moves) SELECT comment_id, member_id, option_key IS NOT NULL FROM sided
     )
     INSERT INTO side_batch (comment_id, moved) SELECT comment_id, count(option_key) FROM sided GROUP BY 1`,
  ],
  [
    t.decisionsWritten,
    `DO $$
     DECLARE
       d decision;
       last decision;
       one record;
       staff uuid[] := ARRAY(SELECT m.id FROM seeded_member s JOIN member m USING (id) WHERE m.role = 'moderator' ORDER BY s.nth);
       rules int := (SELECT max(version) FROM house_rules);
     BEGIN
       PERFORM pg_advisory_xact_lock(7300001);
       SELECT * INTO last FROM decision ORDER BY seq DESC LIMIT 1;
       FOR one IN SELECT c.*, s.decided FROM ${OURS} WHERE s.decided IS NOT NULL ORDER BY c.posted_at, c.id LOOP
         d := NULL;
         d.seq := coalesce(last.seq, 0) + 1;
         d.at := greatest(last.at, least(date_trunc('milliseconds', now()), one.posted_at + interval '1 day'));
         d.id := uuid_v7(d.at);
         d.action := one.decided;
         d.moderator_id := staff[1 + d.seq % cardinality(staff)];
         d.comment_id := one.id;
         d.revision := one.revision;
         d.article_id := one.article_id;
         d.member_id := one.author_id;
         d.before := 'visible';
         d.after := one.state;
         IF one.decided = 'reject' THEN
           d.ground := 'noise';
           d.rules_version := rules;
           d.statement := jsonb_build_object('scope', '${t.seededScope}', 'until', NULL, 'facts', '${t.seededFacts}', 'source', 'own',
             'automatedDetection', false, 'automatedDecision', false, 'explanation', '', 'redress', '${t.seededRedress}');
         END IF;
         d.hash := decision_hash(d, coalesce(last.hash, ''));
         INSERT INTO decision SELECT d.*;
         last := d;
       END LOOP;
     END $$`,
  ],
  [
    t.removalsWritten,
    `INSERT INTO removal (comment_id, by, reason, decision_id, at)
     SELECT c.id, CASE c.state WHEN 'withdrawn' THEN 'author' ELSE 'moderator' END, d.ground, d.id, coalesce(d.at, c.posted_at + interval '1 hour')
     FROM ${OURS} LEFT JOIN decision d ON d.comment_id = c.id AND d.action = 'reject' WHERE c.state IN ('withdrawn', 'rejected')`,
  ],
  [
    t.queuesFilled,
    `WITH q AS (
       INSERT INTO queue_item (queue, subject_id, article_id, member_id, since)
       SELECT CASE WHEN c.state <> 'visible' THEN c.state::text WHEN s.decided IS NULL THEN 'new' ELSE 'approved' END,
         c.id, c.article_id, c.author_id, c.posted_at FROM ${OURS} WHERE c.state <> 'withdrawn' RETURNING queue
     ), found AS (
       INSERT INTO finding (comment_id, revision, rule, effect, reason, at)
       SELECT c.id, 1, 'newcomer', 'hold', $1, c.posted_at FROM ${OURS} WHERE c.state = 'held'
     )
     INSERT INTO queue_count (queue, shard, items) SELECT queue, 0, count(*) FROM q GROUP BY 1
     ON CONFLICT (queue, shard) DO UPDATE SET items = queue_count.items + excluded.items`,
  ],
  [
    t.countsWritten,
    `WITH counted AS (
       INSERT INTO article_count AS n (article_id, shard, visible, roots)
       SELECT c.article_id, 0, count(*) FILTER (WHERE c.state = 'visible'), count(*) FILTER (WHERE c.listed AND c.parent_id IS NULL) FROM ${OURS} GROUP BY 1
       ON CONFLICT (article_id, shard) DO UPDATE SET visible = n.visible + excluded.visible, roots = n.roots + excluded.roots
     ), taken AS (
       INSERT INTO author_turn AS a (member_id, turn) SELECT c.author_id, count(*) FROM ${OURS} GROUP BY 1
       ON CONFLICT (member_id) DO UPDATE SET turn = a.turn + excluded.turn
     )
     UPDATE member SET approved_count = approved_count + n.visible FROM (
       SELECT c.author_id, count(*) AS visible FROM ${OURS} WHERE c.state = 'visible' GROUP BY 1) n WHERE member.id = n.author_id`,
  ],
  [
    t.followingsWritten,
    `WITH those AS MATERIALIZED (SELECT c.author_id, c.article_id, max(c.posted_at) AS last FROM ${OURS} GROUP BY 1, 2), been AS (
       INSERT INTO visit (member_id, article_id, seen_at) SELECT author_id, article_id, last FROM those ON CONFLICT DO NOTHING
     )
     INSERT INTO following (member_id, article_id, subject_id, state)
     SELECT author_id, article_id, article_id, 'followed' FROM those ON CONFLICT DO NOTHING`,
  ],
  [
    t.noticesWritten,
    `INSERT INTO notice (id, member_id, kind, cause, article_id, comment_id, subject_id, at, read_at, mail_open)
     SELECT uuid_v7(c.posted_at), p.author_id, 'reply', 'comment ' || c.id, c.article_id, c.id, p.id, c.posted_at,
       CASE WHEN c.posted_at < now() - interval '30 days' THEN c.posted_at END, false
     FROM ${OURS} JOIN comment p ON p.id = c.parent_id WHERE c.state <> 'held' AND p.author_id <> c.author_id
     UNION ALL SELECT uuid_v7(d.at), d.member_id, 'decision', 'decision ' || d.id, d.article_id, d.comment_id, d.id, d.at, NULL, false
     FROM decision d JOIN seeded s ON s.id = d.comment_id WHERE d.before <> d.after ON CONFLICT DO NOTHING`,
  ],
  [
    t.eventsWritten,
    // Older ones are forgotten by now.
    `INSERT INTO event (kind, article_id, subject_id, parent_id, at)
     SELECT kind, article_id, id, parent_id, at FROM (
       SELECT 'comment.posted' AS kind, c.article_id, c.id, c.parent_id, c.posted_at AS at FROM ${OURS} WHERE c.listed
       UNION ALL SELECT 'comment.removed', c.article_id, c.id, c.parent_id, r.at FROM ${OURS} JOIN removal r ON r.comment_id = c.id
     ) e WHERE at > now() - interval '7 days' ORDER BY at`,
  ],
];
