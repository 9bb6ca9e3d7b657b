/** Words of passages: pure, safe in a browser. */

/** Shorter than this nothing is said that one could argue about. Letters and figures. */
export const PASSAGE_LEAST = 2;
/** Longer than this it is the article again. Code points. */
export const PASSAGE_MOST = 1_000;
/** So much before and behind it says which of several it is; the Web Annotation model leaves the length open. UTF-16 code units. */
export const CONTEXT = 48;

/** Words of a text with those around them (W3C Web Annotation Data Model, 4.2.4 Text Quote Selector). */
export type Quote = { exact: string; prefix: string; suffix: string };

/** A quotation as somebody sends it (2.4.5 of the same has the position, in code points): read in this revision of the article. */
export type Selector = { exact: string; prefix?: string; suffix?: string; start?: number; revision?: number };

/** A stretch of a text; UTF-16 code units, the end excluded. */
export type Stretch = { begins: number; ends: number };

/** What a comment is about. `revision`: of the article, in which it was read. `place`: the block where it stands now, from 1; null for an earlier wording. */
export type PassageView = Quote & { revision: number; place: number | null };

/** A row's, for whoever may read its comment. */
export const presentPassage = (row: Quote & { revision: number; block: number }): PassageView => ({
  exact: row.exact,
  prefix: row.prefix,
  suffix: row.suffix,
  revision: row.revision,
  place: row.block === EARLIER ? null : row.block,
});

/**
 * How many comments are about a block of the article as it is now; `block` 0 counts those about an earlier wording. `moved`: at least
 * five readers said that a comment of their discussions changed their vote.
 */
export type PassageCount = { block: number; comments: number; moved: boolean };

/** Where the comments about an earlier wording are counted. */
export const EARLIER = 0;

/** A block's id in the article's page. */
export const blockId = (block: number): string => `p-${block}`;

/** What an anchor's words are compared as: blanks of any kind are one, and none stand at the ends. */
export const inOneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

/** The words of a stretch with those around it. */
export const quoteAt = (text: string, { begins, ends }: Stretch): Quote => ({
  exact: text.slice(begins, ends),
  prefix: whole(text.slice(Math.max(0, begins - CONTEXT), begins)),
  suffix: whole(text.slice(ends, ends + CONTEXT)),
});

/** Without the half of a sign that was cut. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
