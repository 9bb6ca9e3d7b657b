import "server-only";

import { parseQuery, type ParsedQuery } from "./parse-query";
import { readCursor, writeCursor } from "./cursor";
import { hitsQuery, type HitRow, type Walk } from "./hits";
import { candidates, excerptOf, marked, runsOf, type Matches } from "./marks";
import { firstMembers, membersNamed } from "./members";
import { nearlyNamed } from "./misspelt";
import { meantBy } from "./spelling";
import { sideAsked } from "./side";
import { HITS_A_PAGE, RANKED, type SearchHit, type SearchQuery, type SearchResults } from "./search";
import { articlePath } from "@/domain/articles/article";
import type { Member } from "@/domain/members/member";
import { plainText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { Malformed } from "@/platform/refusal";
import { Prisma, query, transaction } from "@/platform/database";
import * as t from "#messages/search";

/**
 * Articles, comments and members that can be read by this viewer and have what is asked for, a page at a time.
 * @throws Malformed, with a sentence, when there is nothing in it that could be looked for, or `after` is no place in a search;
 * NotAllowed for sides that this viewer may not see yet
 */
export function search(wanted: SearchQuery, viewer: Member | null): Promise<SearchResults> {
  const asked = parseQuery(wanted.q);
  return transaction(async () => {
    const begun = await beginSearch(asked);
    if (wanted.kind === "members") return onlyMembers(asked, wanted.after);
    const walk = await walkOf(wanted, asked, begun, viewer);
    const begins = wanted.kind === "all" && walk.cursor === null && walk.words !== null && !isFiltered(asked);
    const members = begins ? await firstMembers(asked.terms) : [];
    const found = { ...NOTHING_MEANT, members, ...(await pageOf(walk, viewer)) };
    return begins ? orMeant(await orNearlyNamed(found, asked), asked, walk, viewer) : found;
  });
}

const NOTHING_MEANT = { nearly: false, meant: null };

/** The words as PostgreSQL looks for them (`tsquery`), and what of them an index can find: "T" for all there is, empty for none. */
export type Begun = Readonly<{ query: string; tree: string }>;

/**
 * Whether a word is rare or common decides how it is best found, so each search of this transaction is planned for its own words; and
 * never by reading through a table.
 */
export async function beginSearch({ words }: ParsedQuery): Promise<Begun> {
  const [found] = await query<Begun>(Prisma.sql`
    SELECT query::text AS query, querytree(query) AS tree,
      set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
    FROM (SELECT search_asked(${words}) AS query OFFSET 0) one`);
  return found ?? { query: "", tree: "" };
}

async function onlyMembers(asked: ParsedQuery, after: string | undefined): Promise<SearchResults> {
  const { terms } = asked;
  if (terms.length === 0) throw new Malformed(t.nothingToLookFor);
  const named = await membersNamed(terms, after);
  const found: SearchResults = { sort: "best", ...NOTHING_MEANT, items: [], hasMore: false, ...named };
  return after === undefined ? orNearlyNamed(found, asked) : found;
}

/** Whoever slips in a name is shown who may be meant. */
async function orNearlyNamed(found: SearchResults, { terms }: ParsedQuery): Promise<SearchResults> {
  if (found.members.length > 0 || found.items.length > 0) return found;
  const members = await nearlyNamed(terms);
  return { ...found, members, nearly: members.length > 0 };
}

/** Whoever slips in a word is shown which was meant, as long as a search for it finds something. */
async function orMeant(
  found: SearchResults,
  asked: ParsedQuery,
  walk: Walk,
  viewer: Member | null,
): Promise<SearchResults> {
  if (found.items.length > 0 || (found.members.length > 0 && !found.nearly)) return found;
  const meant = await meantBy(asked);
  if (meant === null) return found;
  const instead = parseQuery(meant);
  const begun = await transaction(() => beginSearch(instead));
  const { items } = await pageOf({ ...walk, asked: instead, words: begun.query }, viewer);
  return { ...found, meant: items.length > 0 ? meant : null };
}

async function walkOf(
  { kind, sort, after }: SearchQuery,
  asked: ParsedQuery,
  begun: Begun,
  viewer: Member | null,
): Promise<Walk> {
  const words = looksForWords(asked, begun);
  const side = await sideAsked(asked, viewer);
  const cursor = after === undefined ? null : readCursor(after);
  const asOf = cursor?.asOf ?? Date.now();
  return { asked, side, words, kind, sort: words === null ? "newest" : sort, cursor, asOf };
}

const isFiltered = ({ author, article, before, state, rule }: ParsedQuery): boolean =>
  [author, article, before, state, rule].some((filter) => filter !== null);

/** The words, where an index can find them, or null; what only leaves words out would be nearly everything there is. */
export function looksForWords(asked: ParsedQuery, { query: words, tree }: Begun): string | null {
  if (tree === "T") throw new Malformed(t.onlyWordsToLeaveOut);
  if (tree === "" && !isFiltered(asked))
    throw new Malformed(asked.terms.length > 0 ? t.wordsTooCommon : t.nothingToLookFor);
  return tree === "" ? null : words;
}

async function pageOf(
  walk: Walk,
  viewer: Member | null,
): Promise<Omit<SearchResults, "members" | "nearly" | "meant">> {
  const rows = await query<HitRow>(hitsQuery(walk, viewer));
  const shown = rows.slice(0, HITS_A_PAGE);
  const last = shown.at(-1);
  const { sort, asOf } = walk;
  return {
    sort,
    items: await asHits(shown, walk.asked),
    hasMore: sort === "best" && (rows[0]?.found ?? 0) > RANKED,
    next: rows.length > HITS_A_PAGE && last ? writeCursor({ asOf, value: last.value, id: last.id }) : null,
  };
}

/** Words of a page that are asked about: more than twenty hits have that could be meant. */
const CANDIDATES = 2_000;

async function asHits(rows: readonly HitRow[], { terms }: ParsedQuery): Promise<SearchHit[]> {
  const texts = rows.map(textOf);
  const found = await foundIn([...texts, ...rows.map(({ title }) => title)], terms);
  return rows.map((row, nth) => ({
    kind: row.kind,
    id: row.id,
    path: row.kind === "article" ? articlePath(row.slug) : `/comments/${row.id}`,
    title: marked(row.title, found),
    excerpt: marked(excerptOf(texts[nth] ?? "", found), found),
    by: byOf(row),
    at: row.at.toISOString(),
    pending: !row.public,
  }));
}

const textOf = ({ kind, standfirst, html }: HitRow): string =>
  kind === "article" ? `${standfirst} ${plainText(fromStore(html))}`.trim() : plainText(fromStore(html));

function byOf({ kind, byline, handle, name }: HitRow): SearchHit["by"] {
  if (kind === "article") return { name: byline, handle: null };
  return name === null ? null : { name, handle };
}

/** Of the words of these texts, those that the terms mean: the database knows which forms of a word are one. */
export async function foundIn(texts: readonly string[], terms: readonly string[]): Promise<Matches> {
  const runs = runsOf(terms);
  const words = candidates(texts, terms, CANDIDATES);
  if (words.length === 0) return { words: new Set(), runs };
  const rows = await query<{ word: string }>(Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT search_stemmer() AS stemmer, tsvector_to_array(search_words(${terms.join(" ")})) AS stems)
    SELECT word FROM asked, unnest(${words}::text[]) word WHERE tsvector_to_array(search_words_by(stemmer, word)) && stems`);
  return { words: new Set(rows.map(({ word }) => word)), runs };
}
