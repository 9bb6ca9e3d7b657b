import "server-only";

import type { ParsedQuery } from "./parse-query";
import { candidates } from "./marks";
import { LONGEST, SHORTEST, slips } from "./misspelt";
import { PUBLISHED } from "@/domain/articles/published";
import { plainText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database, literalNumber, Prisma } from "@/platform/database";

/** The words of so many articles, the newest that readers can read, are known; each has a few hundred. */
const ARTICLES = 200;
/** Who looks for more words is not guessed at. */
const MOST_WORDS = 4;
/** Words of an article that are looked at to say one of them as it is written there. */
const CANDIDATES = 2_000;

/**
 * A search in which a word or two are spelled otherwise, as words of the newest articles are: one letter too many, too few or another,
 * or two that have changed places. Null where nothing like it is known; phrases, and what is left out, are not guessed at.
 */
export async function meantBy({ words, terms }: ParsedQuery): Promise<string | null> {
  const isPlain = words === terms.map((term) => `"${term}"`).join(" ");
  if (!isPlain || terms.length > MOST_WORDS) return null;
  const meant: string[] = [];
  for (const term of terms) meant.push(asTyped(term, (await knownLike(term)) ?? term));
  return meant.some((word, nth) => word !== terms[nth]) ? meant.join(" ") : null;
}

/** At the beginning of a title it has a capital that nobody typed. */
const asTyped = (term: string, word: string): string =>
  term === term.toLowerCase() ? word.toLowerCase() : word;

/** A known word that this one may have been meant to be; null for one that is known, or like none. */
async function knownLike(term: string): Promise<string | null> {
  const stem = /^[\p{L}\p{N}]+$/u.test(term) && term.length >= SHORTEST ? await stemOf(term) : null;
  if (stem === null || stem.length < SHORTEST - 1 || stem.length > LONGEST) return null;
  const [known] = await database().$queryRaw<{ id: string; lexeme: string }[]>`
    SELECT e.id, lexeme FROM (
      SELECT a.id FROM article a WHERE ${PUBLISHED} ORDER BY a.published_at DESC LIMIT ${literalNumber(ARTICLES)}
    ) newest JOIN search_entry e ON e.id = newest.id CROSS JOIN LATERAL unnest(tsvector_to_array(e.words)) lexeme
    WHERE ${isOneSlipFrom(stem)}
    ORDER BY lexeme = ${stem} DESC, e.at DESC, lexeme LIMIT 1`;
  return known && known.lexeme !== stem ? asWritten(known.id, known.lexeme) : null;
}

/**
 * One slip leaves what is before the middle of a word as it was, or what is behind it. As a CASE, which is asked in its order: the expression
 * takes a hundred times as long as the rest, and an article has hundreds of words.
 */
function isOneSlipFrom(stem: string): Prisma.Sql {
  const middle = stem.length >> 1;
  const [before, behind] = [stem.slice(0, middle - 1), stem.slice(middle)];
  return Prisma.sql`
    CASE WHEN length(lexeme) BETWEEN ${stem.length - 1}::int AND ${stem.length + 1}::int
        AND (starts_with(lexeme, ${before}) OR right(lexeme, ${behind.length}::int) = ${behind})
      THEN lexeme ~ ${`^(${slips(stem)})$`} ELSE false END`;
}

async function stemOf(term: string): Promise<string | null> {
  const [found] = await database().$queryRaw<{ stems: string[] }[]>`
    SELECT tsvector_to_array(search_words(${term})) AS stems`;
  const [stem, ...more] = found?.stems ?? [];
  // A letter of it may mean something in a regular expression only where it is none.
  return stem !== undefined && more.length === 0 && /^[\p{L}\p{N}]+$/u.test(stem) ? stem : null;
}

/** The first word of an article that is a form of this one. */
async function asWritten(article: string, lexeme: string): Promise<string | null> {
  const [row] = await database().$queryRaw<{ title: string; standfirst: string; html: string }[]>(Prisma.sql`
    SELECT r.title, r.standfirst, r.html FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE a.id = ${article}::uuid`);
  if (!row) return null;
  const texts = [row.title, row.standfirst, plainText(fromStore(row.html))];
  const words = candidates(texts, [lexeme], CANDIDATES);
  const [found] = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM (SELECT search_stemmer() AS stemmer OFFSET 0) s, unnest(${words}::text[]) WITH ORDINALITY w (word, nth)
    WHERE tsvector_to_array(search_words_by(stemmer, word)) = ARRAY[${lexeme}] ORDER BY nth LIMIT 1`;
  return found?.word ?? null;
}
