import "server-only";

import { MEMBERS_FIRST } from "./search";
import { inPlainLetters } from "@/domain/prose/plain-letters";
import type { Author } from "@/domain/members/member";
import { database, literalNumber, Prisma } from "@/platform/database";

/** A shorter word with a slip in it is nearly every word. Letters. */
export const SHORTEST = 5;
/** Nobody is called by more words, or longer ones. */
const MOST_WORDS = 3;
export const LONGEST = 20;
/** Of those who have half of the letters in common only so many are compared. */
const LOOKED_AT = 2_000;

/**
 * Members in whose username or name each word begins as it is written but for one slip: a letter too many, one too few, another one, or
 * two that have changed places. None for words so short or so strange that they may be anything.
 */
export async function nearlyNamed(terms: readonly string[]): Promise<Author[]> {
  const words = asCompared(terms.join(" "));
  if (words.length === 0 || words.length > MOST_WORDS || !words.every(isLikeAName)) return [];
  return database().$queryRaw<Author[]>`
    SELECT m.handle, m.name, m.role::text AS role FROM (
      SELECT s.* FROM search_member s WHERE ${Prisma.join(words.map(sharesALot), " AND ")} LIMIT ${literalNumber(LOOKED_AT)}
    ) s JOIN member m ON m.id = s.member_id AND m.hidden_at IS NULL
    WHERE ${Prisma.join(
      words.map((word) => Prisma.sql`s.names ~ ${withASlip(word)}`),
      " AND ",
    )}
    ORDER BY s.handle LIMIT ${literalNumber(MEMBERS_FIRST)}`;
}

const plainly = inPlainLetters({ ς: "σ", ی: "ي", ى: "ي", ک: "ك" });

/** As search_letters (prisma/functions/search.sql) does it, but for figures and rarer letters, which count as slips. */
const asCompared = (name: string): string[] =>
  plainly(
    name
      .normalize("NFKD")
      .replace(
        /[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/g,
        "",
      )
      .normalize("NFC")
      .toLowerCase(),
  )
    .split(/\s+/)
    .filter((word) => word !== "");

const isLikeAName = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && /^[\p{L}\p{N}_-]+$/u.test(word);

/** One slip leaves one half of a word as it was, but for two letters that change places right between the halves. */
function sharesALot(word: string): Prisma.Sql {
  const middle = word.length >> 1;
  const parts = [word.slice(0, middle), word.slice(middle), swapped(word, middle - 1)];
  const some = parts.map((part) => Prisma.sql`s.pairs @> search_pairs(${part})`);
  return Prisma.sql`(${Prisma.join(some, " OR ")})`;
}

const swapped = (word: string, at: number): string =>
  word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);

/** A regular expression of PostgreSQL for all that the word may have been meant to be, where a word begins. */
const withASlip = (word: string): string => `(^|[ _-])(${slips(word)})`;

/** What is this word but for one letter, or two that have changed places: alternatives of a regular expression. For letters and digits. */
export function slips(word: string): string {
  const places = Array.from(word, (_, at) => at);
  const meant = places.flatMap((at) => [
    `${word.slice(0, at)}.${word.slice(at)}`,
    `${word.slice(0, at)}.${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word.slice(at + 1)}`,
    ...(at + 1 < word.length ? [swapped(word, at)] : []),
  ]);
  return meant.join("|");
}
