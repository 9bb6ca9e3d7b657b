import { fold } from "./fold";

/** What the site's own lists ask for, strictest first. */
export const WORD_EFFECTS = ["block", "hold", "mark"] as const;
export type WordEffect = (typeof WORD_EFFECTS)[number];
export type WordLists = Record<WordEffect, string[]>;
export type WordFound = { effect: WordEffect; entry: string };

/** Tells the strictest entry that a text contains, or null. */
export type WordFinder = (text: string) => WordFound | null;

export const NO_WORDS: WordLists = { block: [], hold: [], mark: [] };

/**
 * Compiles word lists into a trie of words. Entries are literal phrases, folded as texts are, and match whole words: an entry
 * "ass" does not find "class". Scripts that are written without blanks match anywhere. Whatever the lists hold, a text costs
 * one look-up a word, and one more for each further word of an entry that it begins like.
 */
export function wordFinder(lists: WordLists): WordFinder {
  const trie: Trie = new Map();
  for (const effect of WORD_EFFECTS)
    for (const entry of lists[effect]) add(trie, wordsOf(fold(entry)), { effect, entry });
  if (trie.size === 0) return () => null;
  return (text) => {
    let strictest: WordFound | null = null;
    const words = wordsOf(fold(text));
    for (let from = 0; from < words.length; from += 1)
      for (const found of entriesAt(trie, words, from)) {
        if (found.effect === WORD_EFFECTS[0]) return found;
        if (!strictest || isStricter(found, strictest)) strictest = found;
      }
    return strictest;
  };
}

/** From a word to the entry that ends with it, if one does, and to the words that go on from there. */
type Node = { found: WordFound | null; next: Trie | null };
type Trie = Map<string, Node>;

function add(trie: Trie, words: string[], found: WordFound): void {
  const last = words.length - 1;
  let level = trie;
  words.forEach((word, at) => {
    const node = level.get(word) ?? { found: null, next: null };
    level.set(word, node);
    // The lists come strictest first: the first entry of the same words speaks.
    if (at === last) node.found ??= found;
    else level = node.next ??= new Map<string, Node>();
  });
}

function* entriesAt(trie: Trie, words: string[], from: number): Generator<WordFound> {
  let level: Trie | null = trie;
  for (let at = from; level && at < words.length; at += 1) {
    const node: ReturnType<Trie["get"]> = level.get(words[at] ?? "");
    if (node?.found) yield node.found;
    level = node?.next ?? null;
  }
}

const isStricter = (one: WordFound, other: WordFound): boolean =>
  WORD_EFFECTS.indexOf(one.effect) < WORD_EFFECTS.indexOf(other.effect);

/** Words, and every other character by itself; a letter of a script that is written without blanks is a word. */
const WORD =
  /(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}_])+|./gsu;

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];
