import "server-only";

import type { Database } from "@/platform/database";
import { database, literalNumber, Prisma, query } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import { entriesOf, listOf, PUBLIC_LIST, type Page } from "./queries";
import type { ListedArticle } from "./article";
import type { FeedEntry } from "./atom";
import type { Listing } from "./listing";
import { PUBLISHED } from "./published";
import * as t from "#messages/articles";

/** Lists an article under the tags and the authors of its current revision, and nowhere else. */
export async function listArticle(tx: Database, articleId: string): Promise<void> {
  await tx.articleListing.deleteMany({ where: { articleId } });
  await tx.$executeRaw`
    INSERT INTO article_listing (kind, name, article_id, published_at)
    SELECT l.kind, l.name, a.id, a.published_at FROM article a CROSS JOIN LATERAL listings_of(a.id) l
    WHERE a.id = ${articleId}::uuid`;
}

/**
 * What is listed under a tag or an author, the newest first, a page at a time.
 * @throws NotFound where readers can read nothing of it; Malformed when `after` is no cursor of ours
 */
export async function articlesUnder(listing: Listing, after: string | null): Promise<Page<ListedArticle>> {
  const page = await listOf(under(listing), after);
  if (page.items.length === 0) throw new NotFound(t.nothingIsListedHere);
  return page;
}

/** Every tag and author under which readers can read something: each is found by one step in their index, however many articles it has. */
export const allListings = (): Promise<Listing[]> =>
  database().$queryRaw`
    WITH RECURSIVE found AS (
      (SELECT kind, name FROM article_listing ORDER BY kind, name LIMIT 1)
      UNION ALL
      SELECT next.kind, next.name FROM found CROSS JOIN LATERAL (
        SELECT kind, name FROM article_listing WHERE (kind, name) > (found.kind, found.name) ORDER BY kind, name LIMIT 1) next)
    SELECT kind::text AS kind, name FROM found f
    WHERE EXISTS (SELECT FROM article_listing l JOIN article a ON a.id = l.article_id AND ${PUBLISHED} WHERE l.kind = f.kind AND l.name = f.name)
    ORDER BY 1, 2 LIMIT ${literalNumber(SITEMAP_LISTINGS)}`;

/** More of them are reached from their articles. */
const SITEMAP_LISTINGS = 10_000;

/**
 * What an address means under which nothing is listed: the name in another spelling of its letters or its case, or with a full stop at its
 * end more or less than was copied (“Sammy Davis Jr.”). Null where nothing readers can read is listed under any of these.
 */
export async function listingMeant({ kind, name }: Listing): Promise<Listing | null> {
  const names = spellingsOf(name);
  const [there] = await query<{ name: string }>(Prisma.sql`
    SELECT l.name FROM article_listing l JOIN article a ON a.id = l.article_id AND ${PUBLISHED}
    WHERE l.kind = ${kind}::listing_kind AND l.name = ANY (${names})
    ORDER BY array_position(${names}::text[], l.name) LIMIT 1`);
  return there ? { kind, name: there.name } : null;
}

/** What stands behind an address in a text and is pasted with it. */
const BEHIND = /[\s\p{P}]+$/u;

function spellingsOf(typed: string): string[] {
  const whole = typed.normalize("NFC").trim();
  const cut = whole.replace(BEHIND, "");
  const all = [whole, cut, `${cut}.`].flatMap((one) => [
    one,
    one.toLowerCase(),
    one.toUpperCase(),
    capitalised(one.toLowerCase(), /^\p{Ll}/u),
    capitalised(one.toLowerCase(), /(?<![\p{L}\p{M}\p{N}’'])\p{Ll}/gu),
  ]);
  return [...new Set(all)];
}

const capitalised = (words: string, letters: RegExp): string =>
  words.replace(letters, (letter) => letter.toUpperCase());

/** The newest of them with their text. @throws NotFound where there is nothing */
export async function feedUnder(listing: Listing): Promise<FeedEntry[]> {
  const entries = await entriesOf(under(listing));
  if (entries.length === 0) throw new NotFound(t.nothingIsListedHere);
  return entries;
}

/** Ordered by the listing's own index, however many articles it has. */
const under = ({ kind, name }: Listing) => ({
  from: Prisma.sql`article_listing l JOIN article a ON a.id = l.article_id ${PUBLIC_LIST}`,
  where: Prisma.sql`l.kind = ${kind}::listing_kind AND l.name = ${name}`,
  order: { publishedAt: Prisma.sql`l.published_at`, id: Prisma.sql`l.article_id` },
});
