import { diffArrays } from "diff";
import { quoteAt, type Quote, type Stretch } from "./passage";

/** Texts further apart than so many words are compared as two texts: what was moved is still found, and what was not is an earlier wording. */
const WORDS_APART = 3_000;
/** Of a passage's words so many must still stand where they stood. */
const KEPT_AT_LEAST = 2 / 3;
/** And of the words it would stand at so many must be its own. */
const OWN_AT_LEAST = 2 / 3;
/** And of what it would say so much must be what was quoted. */
const SAME_AT_LEAST = 2 / 3;
/** A word that stands where it stood, but between other words, is no sign of anything: "the" always does. */
const IN_A_ROW = 3;
/** So many words bear witness, a passage's own and those in a row beside it: fewer could stand there by chance. */
const WITNESSES = 4;
/** Where words were replaced, so many beside them may stand there by chance: "the road costs" goes, and "the tram costs" comes. */
const BY_CHANCE = 2;
/** And of a passage's words so many must not. */
const SURE_AT_LEAST = 1 / 2;
/** A passage that was moved needs more witnesses: its place says nothing for it. */
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
  const chance = perhapsByChance(old, now, kept);
  return (passage) =>
    inPlace({ passage, old, now, kept, chance }) ?? moved(before, after, quoteAt(before, passage));
}

/** Whether a wording still says what was quoted: two thirds of it at least, by letters, in whole words and in their order. */
export function saysTheSame(exact: string, found: string): boolean {
  if (exact === found) return true;
  const [one, other] = [read(exact).words.map(wordOf), read(found).words.map(wordOf)];
  const kept = diffArrays(one, other).filter(({ added, removed }) => !added && !removed);
  const most = Math.max(lettersOf(one), lettersOf(other));
  return lettersOf(kept.flatMap(({ value }) => value)) >= most * SAME_AT_LEAST;
}

/** A passage that was lost, in a text in which its words may stand again: once, with what stood before or behind them. */
export const foundAgain = (text: string, quote: Quote): Stretch | null =>
  theOnly(rowsOf(quote).slice(0, -1), quote.exact, [text]);

/**
 * Where a quotation stands in the next revision, if `place` follows it there from where it stood (null: nowhere). From one revision to
 * the next a wording may change a little; after many it may say something else, and is an earlier one.
 */
export function followAgain(
  place: (passage: Stretch) => Stretch | null,
  text: string,
  quote: Quote,
  stood: Stretch | null,
): Stretch | null {
  const there = stood && place(stood);
  if (there && saysTheSame(quote.exact, text.slice(there.begins, there.ends))) return there;
  return foundAgain(text, quote);
}

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

const lettersOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

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

/**
 * Which of the kept words stand at the edge of words that were replaced by others: some of what is new may be there by chance. Where a
 * sentence begins or ends in both, it is the sentence that was kept, and not a word of it.
 */
function perhapsByChance(old: Read, now: Read, kept: Int32Array): Uint8Array {
  const chance = new Uint8Array(kept.length);
  const mark = (from: number, step: 1 | -1) => {
    // Edges stand before a word, and a word's other edge is the next one's.
    const edge = (read: Read, word: number) => isBetweenSentences(read, step === 1 ? word : word + 1);
    if (edge(old, from) && edge(now, kept[from] ?? 0)) return;
    let weight = 0;
    for (let at = from; weight < BY_CHANCE && (kept[at] ?? -1) >= 0; at += step) {
      if (at !== from && edge(old, at)) return;
      chance[at] = 1;
      weight += old.words[at]?.weight ?? 1;
    }
  };
  // The last word of the old text that was kept, and its place in the new one.
  let [last, there] = [-1, -1];
  for (let at = 0; at <= kept.length; at++) {
    const place = at === kept.length ? now.words.length : (kept[at] ?? -1);
    if (place < 0) continue;
    if (at > last + 1 && place > there + 1) {
      if (at < kept.length) mark(at, 1);
      if (last >= 0) mark(last, -1);
    }
    [last, there] = [at, place];
  }
  return chance;
}

const ENDS_A_SENTENCE = /[.!?…:;。！？؟۔।]/u;

/** Whether a sentence, or the text, begins with this word; counted from 0. */
function isBetweenSentences({ text, words }: Read, word: number): boolean {
  const [before, behind] = [words[word - 1], words[word]];
  return !before || !behind || ENDS_A_SENTENCE.test(text.slice(before.ends, behind.begins));
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

type Compared = { passage: Stretch; old: Read; now: Read; kept: Int32Array; chance: Uint8Array };

function inPlace({ passage, old, now, kept, chance }: Compared): Stretch | null {
  const first = howMany(old.words, ({ ends }) => ends <= passage.begins);
  const last = howMany(old.words, ({ begins }) => begins < passage.ends) - 1;
  if (last < first) return null;
  const own = Array.from(kept.subarray(first, last + 1));
  const there = own.filter((place) => place >= 0);
  const [begin, end] = [there[0], there.at(-1)];
  if (begin === undefined || end === undefined || there.length < own.length * KEPT_AT_LEAST) return null;
  const sure = own.filter((place, nth) => place >= 0 && chance[first + nth] === 0);
  if (sure.length < own.length * SURE_AT_LEAST) return null;
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
