import { diffArrays } from "diff";
import { quoteAt, type Quote, type Stretch } from "./passage";

/** Texts further apart than so many words are compared as two texts: what was moved is still found, and what was not is an earlier wording. */
const WORDS_APART = 3_000;
/** Of a passage's words so many must still stand where they stood. */
const KEPT_AT_LEAST = 2 / 3;
/** And of the words it would stand at so many must be its own. */
const OWN_AT_LEAST = 2 / 3;
/** A word that stands where it stood, but between other words, is no sign of anything: "the" always does. */
const IN_A_ROW = 3;
/** So many words bear witness, a passage's own and those in a row beside it: fewer could stand there by chance. */
const WITNESSES = 4;
/** Of what was moved more is asked, for nothing else says that it is the same. */
const WITNESSES_ELSEWHERE = 6;

type Word = Stretch & { word: string; weight: number };
/** `enough`: what words must bear witness to where they stood; in a text of few words it is all of them. */
type Read = { text: string; words: Word[]; enough: number };

/**
 * Follows stretches of one text into a later version of it. The two are compared word by word, once for all (Myers, "An O(ND)
 * difference algorithm", 1986), from either end; only where both comparisons agree is a word the same word. So a passage is found where its own words, or most of them,
 * still stand among their neighbours, and is not mistaken for another that says the same. Where it does not stand there any more, it is
 * looked for as it was, with the words around it: moved, it is found if it is the only such row of words in both.
 * What it says of a stretch is where its words are now, or null.
 */
export function follow(before: string, after: string): (passage: Stretch) => Stretch | null {
  if (before === after) return (passage) => passage;
  const [old, now] = [read(before), read(after)];
  const kept = keptWords(old.words, now.words);
  return (passage) => inPlace(passage, old, now, kept) ?? moved(before, after, quoteAt(before, passage));
}

/** Whether a wording still says what was quoted: at least half of the words, in their order. */
export function saysTheSame(exact: string, found: string): boolean {
  if (exact === found) return true;
  const [one, other] = [read(exact).words, read(found).words];
  const kept = diffArrays(one.map(wordOf), other.map(wordOf))
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { count }) => sum + count, 0);
  return kept * 2 >= Math.max(one.length, other.length);
}

/** A passage that was lost, in a text in which its words may stand again: once, with what stood before or behind them. */
export const foundAgain = (text: string, quote: Quote): Stretch | null =>
  theOnly(rowsOf(quote).slice(0, -1), quote.exact, [text]);

/** Words as they are compared; scripts that set no blanks between words are compared sign by sign. */
const WORDS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

const SIGN = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** A sign is a part of a word, and so of what a word bears witness to. */
const OF_A_SIGN = 1 / 3;

function read(text: string): Read {
  const words = Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({
    word,
    begins: index,
    ends: index + word.length,
    weight: SIGN.test(word) ? OF_A_SIGN : 1,
  }));
  return { text, words, enough: Math.min(WITNESSES, weightOf(words)) };
}

const weightOf = (words: readonly Word[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

const wordOf = ({ word }: Word): string => word;

/** For each old word the number of the new one that it is; -1 where it is none, or where it depends on from which end one compares. */
function keptWords(old: Word[], now: Word[]): Int32Array {
  const [from, to] = [old.map(wordOf), now.map(wordOf)];
  const forwards = aligned(from, to);
  const backwards = aligned(from.reverse(), to.reverse());
  const agreed = forwards.map((there, nth) => {
    const back = backwards[old.length - 1 - nth] ?? -1;
    return back >= 0 && there === now.length - 1 - back ? there : -1;
  });
  return inRows(withoutEither(agreed, old.map(wordOf)));
}

/**
 * Where words were taken away, those beside the gap may be the ones that went: of "the cost rose, the cost fell", which "the cost"
 * is left in "the cost fell" only its writer knows. They are the words over which the gap can be slid.
 */
function withoutEither(kept: Int32Array, words: string[]): Int32Array {
  const either: number[] = [];
  for (let at = 0; at < kept.length; at++) {
    if ((kept[at] ?? -1) >= 0) continue;
    const begun = at;
    while (at < kept.length && (kept[at] ?? -1) < 0) at++;
    for (let left = begun - 1; left >= 0 && words[left] === words[left + at - begun]; left--)
      either.push(left);
    for (let right = at; right < kept.length && words[right] === words[right - at + begun]; right++)
      either.push(right);
  }
  for (const one of either) kept[one] = -1;
  return kept;
}

/** Without those that do not stand in a row. */
function inRows(kept: Int32Array): Int32Array {
  let begun = 0;
  for (let at = 1; at <= kept.length; at++) {
    const before = kept[at - 1] ?? -1;
    if (before >= 0 && kept[at] === before + 1) continue;
    if (at - begun < IN_A_ROW) kept.fill(-1, begun, at);
    begun = at;
  }
  return kept;
}

function aligned(from: string[], to: string[]): Int32Array {
  const there = new Int32Array(from.length).fill(-1);
  let [at, now] = [0, 0];
  for (const { added, removed, count } of diffArrays(from, to, { maxEditLength: WORDS_APART }) ?? []) {
    if (!added && !removed) for (let nth = 0; nth < count; nth++) there[at + nth] = now + nth;
    if (!added) at += count;
    if (!removed) now += count;
  }
  return there;
}

function inPlace(passage: Stretch, old: Read, now: Read, kept: Int32Array): Stretch | null {
  const first = howMany(old.words, ({ ends }) => ends <= passage.begins);
  const last = howMany(old.words, ({ begins }) => begins < passage.ends) - 1;
  if (last < first) return null;
  const own = Array.from(kept.subarray(first, last + 1));
  const there = own.filter((place) => place >= 0);
  const [begin, end] = [there[0], there.at(-1)];
  if (begin === undefined || end === undefined || there.length < own.length * KEPT_AT_LEAST) return null;
  const [from, to] = [firstOf(kept, first, begin), lastOf(kept, last, end)];
  if (there.length < (to - from + 1) * OWN_AT_LEAST) return null;
  const witnesses =
    weightOf(old.words.slice(first, last + 1).filter((_, nth) => (own[nth] ?? -1) >= 0)) +
    besides(old.words, kept, first, begin, -1) +
    besides(old.words, kept, last, end, 1);
  if (witnesses < old.enough) return null;
  return stretchOf({ passage, old, now, first, last, from, to });
}

/** How many words from the first come before a place; they stand in order. */
function howMany(words: Word[], comesBefore: (word: Word) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word && comesBefore(word)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the first word of a passage was replaced, what stands between its neighbour and the rest is in its place. */
const firstOf = (kept: Int32Array, first: number, begin: number): number => {
  const before = kept[first - 1] ?? -1;
  return kept[first] === begin || before < 0 ? begin : before + 1;
};
const lastOf = (kept: Int32Array, last: number, end: number): number => {
  const behind = kept[last + 1] ?? -1;
  return kept[last] === end || behind < 0 ? end : behind - 1;
};

/** What the words in a row beside the passage, which stand there as they did, bear witness to. */
function besides(words: Word[], kept: Int32Array, edge: number, place: number, step: 1 | -1): number {
  if (kept[edge] !== place) return 0;
  let weight = 0;
  for (let away = step; weight < WITNESSES; away += step) {
    const there = kept[edge + away] ?? -1;
    if (there < 0 || there !== place + away) break;
    weight += words[edge + away]?.weight ?? 0;
  }
  return weight;
}

type Match = {
  passage: Stretch;
  old: Read;
  now: Read;
  first: number;
  last: number;
  from: number;
  to: number;
};

/** To the letter where the words are the same: signs around them, and a passage that begins within a word, stay as they were. */
function stretchOf({ passage, old, now, first, last, from, to }: Match): Stretch | null {
  const [begin, end] = [now.words[from], now.words[to]];
  const [oldBegin, oldEnd] = [old.words[first], old.words[last]];
  if (!begin || !end || !oldBegin || !oldEnd) return null;
  const begins = begin.begins + passage.begins - oldBegin.begins;
  const exact = old.text.slice(passage.begins, passage.ends);
  if (begins >= 0 && now.text.startsWith(exact, begins)) return { begins, ends: begins + exact.length };
  return { begins: begin.begins, ends: end.ends };
}

/** As it was, if that row of words stands once in both. */
const moved = (before: string, after: string, quote: Quote): Stretch | null =>
  theOnly(rowsOf(quote), quote.exact, [after, before]);

type Row = { ahead: string; behind: string };

/** A quotation with all of its context, with half of it, and alone. What stands on one side of a few words says nothing of what they were: "wood fell. The cost" is followed by anything. */
const rowsOf = ({ prefix, suffix }: Quote): Row[] => [
  { ahead: prefix, behind: suffix },
  { ahead: prefix, behind: "" },
  { ahead: "", behind: suffix },
  { ahead: "", behind: "" },
];

/** Where the first of these rows stands in the first of the texts; null where any of them has it twice. */
function theOnly(rows: Row[], exact: string, texts: [string, ...string[]]): Stretch | null {
  for (const { ahead, behind } of rows) {
    const row = ahead + exact + behind;
    const at = texts[0].indexOf(row);
    const isBetween = ahead !== "" && behind !== "";
    if (at < 0 || weightOf(read(isBetween ? row : exact).words) < WITNESSES_ELSEWHERE) continue;
    if (texts.some((text) => text.indexOf(row) !== text.lastIndexOf(row))) return null;
    return { begins: at + ahead.length, ends: at + ahead.length + exact.length };
  }
  return null;
}
