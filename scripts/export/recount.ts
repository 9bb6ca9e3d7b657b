/**
 * What is not in an export and follows from it, in SQL: counts of threads, articles, passages and queues, listings of articles, and the ballot box.
 * `moot check` recounts all of it by other statements. Votes of closed polls become loose ballots, numbers that belong to nobody, as those of
 * erased accounts do; an open poll begins anew.
 */
export const RECOUNT: readonly string[] = [
  `WITH replies AS (SELECT parent_id AS id, count(*) AS n FROM comment WHERE listed AND parent_id IS NOT NULL GROUP BY 1),
    below AS (SELECT root_id AS id, count(*) AS n FROM comment WHERE listed AND root_id IS NOT NULL GROUP BY 1),
    felt AS (SELECT comment_id AS id, count(*) FILTER (WHERE kind = 'respect')::int AS respect,
      count(*) FILTER (WHERE kind = 'unconvinced')::int AS unconvinced FROM reaction GROUP BY 1),
    minds AS (SELECT comment_id AS id, count(*) AS n FROM published_mind_change WHERE NOT closer AND comment_id IS NOT NULL GROUP BY 1)
  UPDATE comment c SET reply_count = coalesce(r.n, 0), thread_count = coalesce(b.n, 0), respect = coalesce(f.respect, 0),
    unconvinced = coalesce(f.unconvinced, 0), changed_minds = coalesce(m.n, 0),
    best = best_rank(coalesce(f.respect, 0), coalesce(f.unconvinced, 0))
  FROM comment self LEFT JOIN replies r USING (id) LEFT JOIN below b USING (id) LEFT JOIN felt f USING (id) LEFT JOIN minds m USING (id)
  WHERE self.id = c.id AND (r.n, b.n, f.id, m.n) IS DISTINCT FROM (NULL, NULL, NULL, NULL)`,
  `INSERT INTO article_count (article_id, shard, visible, roots)
    SELECT a.id, 0, count(c.id) FILTER (WHERE c.state = 'visible'), count(c.id) FILTER (WHERE c.listed AND c.parent_id IS NULL)
    FROM article a LEFT JOIN comment c ON c.article_id = a.id GROUP BY a.id`,
  `INSERT INTO article_listing (kind, name, article_id, published_at)
    SELECT n.kind, n.name, a.id, a.published_at FROM article a CROSS JOIN LATERAL listings_of(a.id) n`,
  `UPDATE passage p SET moved = n.minds FROM (
      SELECT p.comment_id, sum(c.changed_minds) AS minds
      FROM passage p JOIN comment c ON c.id = p.comment_id OR c.root_id = p.comment_id
      WHERE c.state = 'visible' AND c.changed_minds > 0 GROUP BY 1) n
    WHERE n.comment_id = p.comment_id`,
  `INSERT INTO passage_count (article_id, block, visible, moved)
    SELECT p.article_id, p.block, count(*), sum(p.moved) FROM passage p JOIN comment c ON c.id = p.comment_id
    WHERE c.state = 'visible' GROUP BY 1, 2`,
  `INSERT INTO queue_count (queue, shard, items) SELECT queue, 0, count(*) FROM queue_item GROUP BY queue`,
  // A poll counts on sixteen rows (`shard_of` in prisma/functions/ballots.sql); what is imported stands in the first.
  `INSERT INTO tally_batch (poll_id, shard, as_of)
    SELECT p.id, n, (SELECT max(as_of) FROM published_tally WHERE poll_id = p.id)
    FROM poll p CROSS JOIN generate_series(0, 15) n WHERE EXISTS (SELECT FROM poll_option WHERE poll_id = p.id)`,
  `INSERT INTO loose_ballot (poll_id, option_key, votes)
    SELECT o.poll_id, o.key, coalesce(t.votes, 0)
    FROM poll_option o LEFT JOIN published_tally t ON t.poll_id = o.poll_id AND t.option_key = o.key`,
  `INSERT INTO tally (poll_id, option_key, shard, votes)
    SELECT l.poll_id, l.option_key, n, CASE n WHEN 0 THEN l.votes ELSE 0 END FROM loose_ballot l CROSS JOIN generate_series(0, 15) n`,
  `UPDATE search_filling SET after = NULL, done = false`,
  `SELECT setval('word_list_version_seq', greatest(max(version), 1)) FROM word_list HAVING count(*) > 0`,
];
