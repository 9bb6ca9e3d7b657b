import "server-only";

import { z } from "zod";
import { FEWEST_SHOWN } from "@/domain/polls/poll";
import { asListed, listedPollColumn, type ListedPollRow } from "@/domain/polls/listed";
import type { Member } from "@/domain/members/member";
import { countsOf, type NamedWords, type StoredCount } from "@/domain/passages/named";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma, query } from "@/platform/database";
import type { Article, ArticleCard, ListedArticle } from "./article";
import type { FeedEntry } from "./atom";
import { AUTHORS } from "./authors";
import { readCursor, writeCursor } from "./cursor";
import { PUBLISHED, readableTo } from "./published";

/** Articles on a page of the list. */
export const ARTICLES_A_PAGE = 20;
/** Entries of the feed; readers of feeds come by often. */
const FEED_ENTRIES = 20;

export type Page<Item> = { items: Item[]; next: string | null };

/** The article of that name as readers may read it, or null. */
export const articleBySlug = (slug: string): Promise<Article | null> => articleAt(slug, CURRENT);

/** The same, unpublished ones too where the viewer looks after articles or discussions. */
export const articleForStaff = (slug: string, viewer: Member): Promise<Article | null> =>
  articleAt(slug, currentTo(readableTo(viewer)));

async function articleAt(slug: string, current: Prisma.Sql): Promise<Article | null> {
  const [row] = await query<ArticleRow>(Prisma.sql`
    SELECT ${CARD}, r.html, r.call_to_action AS "callToAction", a.comments_state AS "commentsState", a.closes_at AS "closesAt",
      ${CORRECTIONS} AS corrections, ${PASSAGES} AS passages, ${NAMED} AS named
    FROM ${current} WHERE a.slug = ${slug}`);
  if (!row) return null;
  const { passages, named, ...article } = row;
  const html = fromStore(row.html);
  return {
    ...article,
    html,
    callToAction: CallToAction.parse(row.callToAction),
    corrections: Corrections.parse(row.corrections),
    passages: countsOf(passages, named, html, FEWEST_SHOWN),
  };
}

/**
 * The newest articles first, a page at a time; `after` is the `next` of the page before, or null.
 * @throws Malformed when `after` is no cursor of ours
 */
export const articles = (after: string | null, limit = ARTICLES_A_PAGE): Promise<Page<ListedArticle>> =>
  listOf(EVERY, after, limit);

/** A list of `article a` in SQL: where it comes from, which of it, and by which columns it is ordered, the newest first. */
export type ArticleList = {
  from: Prisma.Sql;
  where: Prisma.Sql;
  order: { publishedAt: Prisma.Sql; id: Prisma.Sql };
};

/** A page of a list. @throws Malformed when `after` is no cursor of ours */
export async function listOf(
  { from, where, order }: ArticleList,
  after: string | null,
  limit = ARTICLES_A_PAGE,
): Promise<Page<ListedArticle>> {
  const place = after === null ? null : readCursor(after);
  const found = await chosen(Prisma.sql`
    ${from} WHERE ${where}
    ${place ? Prisma.sql`AND (${order.publishedAt}, ${order.id}) < (${place.publishedAt}, ${place.id}::uuid)` : Prisma.empty}
    ORDER BY ${order.publishedAt} DESC, ${order.id} DESC LIMIT ${literalNumber(limit + 1)}`);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? writeCursor(last) : null };
}

/** What a list shows of the articles of a `FROM` clause with all that follows; it has `PUBLIC_LIST` in it. */
export async function chosen(from: Prisma.Sql): Promise<ListedArticle[]> {
  const rows = await query<ArticleCard & { poll: ListedPollRow | null }>(
    Prisma.sql`SELECT ${CARD}, ${listedPollColumn} FROM ${from}`,
  );
  return rows.map((row) => ({ ...row, poll: row.poll && asListed(row.poll) }));
}

/** True when there is any article. */
export const anyArticle = async (): Promise<boolean> =>
  (await database().article.findFirst({ select: { id: true } })) !== null;

/** The newest articles with their text. */
export const feed = (): Promise<FeedEntry[]> => entriesOf(EVERY);

/** The newest of a list with their text. */
export async function entriesOf({ from, where, order }: ArticleList): Promise<FeedEntry[]> {
  const rows = await database().$queryRaw<(ArticleCard & { html: string })[]>`
    SELECT ${CARD}, r.html FROM ${from} WHERE ${where}
    ORDER BY ${order.publishedAt} DESC, ${order.id} DESC LIMIT ${literalNumber(FEED_ENTRIES)}`;
  return rows.map((row) => ({ ...row, html: fromStore(row.html) }));
}

const CARD = Prisma.sql`
  a.id, a.slug, r.title, r.standfirst, r.author, ${AUTHORS} AS authors, r.tags, r.picture, r.words, a.revision,
  a.published_at AS "publishedAt", r.created_at AS "revisedAt", c.visible AS comments`;

/** What a list needs besides `article a`, of which it leaves what readers can read. */
const withRevision = (readable: Prisma.Sql): Prisma.Sql => Prisma.sql`
  JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision AND ${readable}
  CROSS JOIN LATERAL (SELECT sum(visible)::int AS visible FROM article_count WHERE article_id = a.id) c`;
export const PUBLIC_LIST = withRevision(PUBLISHED);
const currentTo = (readable: Prisma.Sql): Prisma.Sql => Prisma.sql`article a ${withRevision(readable)}`;
const CURRENT = currentTo(PUBLISHED);

const EVERY: ArticleList = {
  from: CURRENT,
  where: Prisma.sql`true`,
  order: { publishedAt: Prisma.sql`a.published_at`, id: Prisma.sql`a.id` },
};

/** Kept by block, so what this costs grows with the text and not with what is said about it. */
const PASSAGES = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('block', n.block, 'comments', n.visible, 'moved', n.moved) ORDER BY n.block), '[]')
   FROM passage_count n WHERE n.article_id = a.id AND n.visible > 0)`;

/** Different words that readers name as what changed their vote, at most: the article has no more that matter. */
const NAMED_AT_MOST = 500;
/** Which words of the article changed votes, as far as that is published: the most named first. */
const NAMED = Prisma.sql`
  (SELECT coalesce(json_agg(to_json(n)), '[]') FROM (
     SELECT m.passage AS words, w.block, count(*)::int AS readers
     FROM poll p JOIN published_mind_change m ON m.poll_id = p.id AND m.passage IS NOT NULL AND NOT m.closer
     LEFT JOIN comment c ON c.id = m.comment_id AND c.state = 'visible'
     LEFT JOIN passage w ON w.comment_id = coalesce(c.root_id, c.id) AND w.visible
     WHERE p.article_id = a.id GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ${literalNumber(NAMED_AT_MOST)}) n)`;

/** What was corrected, in the order it was. */
const CORRECTIONS = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('at', to_char(n.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'words', n.correction) ORDER BY n.number), '[]')
   FROM article_revision n WHERE n.article_id = a.id AND n.correction IS NOT NULL)`;

type ArticleRow = Omit<Article, "html" | "callToAction" | "corrections" | "passages"> & {
  html: string;
  passages: StoredCount[];
  named: NamedWords[];
  callToAction: unknown;
  corrections: unknown;
};

const Corrections = z.array(z.object({ at: z.iso.datetime(), words: z.string() }));

const CallToAction = z
  .object({ label: z.string(), href: z.string(), kind: z.enum(["link", "download"]), text: z.string() })
  .nullable();
