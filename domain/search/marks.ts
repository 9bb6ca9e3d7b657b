import { beginning, signAt } from "@/domain/prose/cut";
import { inPlainLetters } from "@/domain/prose/plain-letters";
import type { Piece } from "./search";

/** Code points of a hit's text that are shown, and of them so many UTF-16 units before the first word that was found. */
const EXCERPT = 260;
const BEFORE = 70;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that set no blanks between words: what was found in them is a part of a run. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** As the database's `unaccent` has them. */
const plainly = inPlainLetters({ ŋ: "n", ی: "ي", ى: "ي", ک: "ك" });

/** The same letters whatever their accents and size, near enough to know which words are worth asking the database about. */
const foldLetters = (text: string): string =>
  plainly(
    text
      .normalize("NFKD")
      .replace(/[\p{M}\u0640]/gu, "")
      .toLowerCase(),
  );

/** By their first letters a word and its other forms are alike. */
const headOf = (word: string): string => foldLetters(word).slice(0, 2);

/** What is marked in texts: words that the database says are found, and parts of unspaced runs. */
export type Matches = { words: ReadonlySet<string>; runs: readonly string[] };

/** The words of some texts that could be what one of these terms means, each once and at most so many. */
export function candidates(texts: readonly string[], terms: readonly string[], most: number): string[] {
  const heads = new Set(terms.flatMap((term) => term.match(WORD) ?? []).map(headOf));
  const found = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(WORD))
      if (heads.has(headOf(word)) && found.add(word).size >= most) return [...found];
  return [...found];
}

export const runsOf = (terms: readonly string[]): string[] =>
  terms.flatMap((term) => term.match(WORD) ?? []).filter((word) => UNSPACED.test(word));

/** A text in pieces: what was found in it, and what stands between. */
export function marked(text: string, found: Matches): Piece[] {
  const pieces: Piece[] = [];
  const add = (some: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (last?.found === isFound) last.text += some;
    else if (some !== "") pieces.push({ text: some, found: isFound });
  };
  let at = 0;
  for (const { from, to } of places(text, found)) {
    add(text.slice(at, from), false);
    add(text.slice(from, to), true);
    at = to;
  }
  add(text.slice(at), false);
  return pieces;
}

/** The part of a text in which something was found first, or its beginning. */
export function excerptOf(text: string, found: Matches): string {
  const { value: first } = places(text, found).next();
  const near = first === undefined ? 0 : first.from - BEFORE;
  const from = near <= 0 ? 0 : wordAfter(text, near, first?.from ?? near);
  const shown = beginning(text.slice(from), EXCERPT);
  return (from > 0 ? "… " : "") + shown + (from + shown.length < text.length ? "…" : "");
}

/** Where the next word begins, unless none does before the place that has to be seen. */
function wordAfter(text: string, near: number, seen: number): number {
  const gap = text.indexOf(" ", near);
  if (gap >= 0 && gap < seen) return gap + 1;
  return signAt(text, near);
}

function* places(text: string, { words, runs }: Matches): Generator<{ from: number; to: number }, undefined> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (words.has(word) && !UNSPACED.test(word)) yield { from: index, to: index + word.length };
    else if (UNSPACED.test(word))
      for (const part of partsFound(word, runs)) yield { from: index + part.from, to: index + part.to };
  }
  return undefined;
}

function partsFound(word: string, runs: readonly string[]): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (const run of runs) {
    let at = word.indexOf(run);
    for (; at >= 0; at = word.indexOf(run, at + run.length)) parts.push({ from: at, to: at + run.length });
  }
  parts.sort((one, other) => one.from - other.from);
  return parts.filter(({ from }, nth) => from >= (parts[nth - 1]?.to ?? 0));
}
