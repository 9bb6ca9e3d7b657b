import { EdgeTable } from "@/domain/moderation/checks/words/edge-table";
import { fold } from "@/domain/moderation/checks/words/fold";

/** What the site's own lists ask for, strictest first. */
export const WORD_EFFECTS = ["block", "hold", "mark"] as const;
export type WordEffect = (typeof WORD_EFFECTS)[number];
export type WordLists = Record<WordEffect, string[]>;
export type WordFound = { effect: WordEffect; entry: string };

/** Tells the strictest entry that a text contains, or null. Takes time in the length of the text, whatever the lists hold. */
export type WordFinder = (text: string) => WordFound | null;

export const NO_WORDS: WordLists = { block: [], hold: [], mark: [] };

/**
 * Compiles word lists into one automaton (Aho and Corasick, "Efficient string matching", CACM 1975). Entries are literal
 * phrases, folded as texts are, and match whole words: an entry "ass" does not find "class". Scripts that are written
 * without blanks match anywhere. Building takes time and memory in the sum of the entries' lengths.
 */
export function wordFinder(lists: WordLists): WordFinder {
  const entries = WORD_EFFECTS.flatMap((effect, rank) =>
    lists[effect].map((entry) => ({ effect, rank, entry, folded: fold(entry) })),
  ).filter(({ folded }) => folded !== "");
  if (entries.length === 0) return () => null;
  const automaton = compile(entries.map(({ folded }) => folded));
  return (text) => {
    let best: (typeof entries)[number] | undefined;
    automaton(fold(text), (index) => {
      const found = entries[index];
      if (found && (!best || found.rank < best.rank)) best = found;
      return best?.rank === 0;
    });
    return best ? { effect: best.effect, entry: best.entry } : null;
  };
}

/** Calls `found` with the index of each pattern that occurs as whole words, until it answers true. */
type Automaton = (text: string, found: (pattern: number) => boolean) => void;

function compile(patterns: string[]): Automaton {
  const size = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const edges = new EdgeTable(size);
  const parent = new Int32Array(size);
  const letter = new Uint16Array(size);
  const depth = new Int32Array(size);
  const ends = new Int32Array(size).fill(-1);
  let nodes = 1;
  patterns.forEach((pattern, index) => {
    let node = 0;
    for (let i = 0; i < pattern.length; i += 1) {
      const unit = pattern.charCodeAt(i);
      let next = edges.get(node, unit);
      if (next < 0) {
        next = nodes++;
        parent[next] = node;
        letter[next] = unit;
        depth[next] = i + 1;
        edges.set(node, unit, next);
      }
      node = next;
    }
    // The lists are in order of strictness: the first entry of the same words speaks.
    if (ends[node] === -1) ends[node] = index;
  });

  const fail = new Int32Array(nodes);
  // The nearest shorter pattern that also ends here, so that a long chain of failures is not walked at every character.
  const shorter = new Int32Array(nodes);
  for (const node of byDepth(depth, nodes)) {
    if (at(depth, node) > 1) {
      let back = at(fail, at(parent, node));
      while (back !== 0 && edges.get(back, at(letter, node)) < 0) back = at(fail, back);
      fail[node] = Math.max(edges.get(back, at(letter, node)), 0);
    }
    shorter[node] = at(ends, at(fail, node)) >= 0 ? at(fail, node) : at(shorter, at(fail, node));
  }

  return (text, found) => {
    const edge = wordEdges(text);
    let node = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      while (node !== 0 && edges.get(node, unit) < 0) node = at(fail, node);
      node = Math.max(edges.get(node, unit), 0);
      if (edge[i + 1] === 0) continue;
      for (let end = at(ends, node) >= 0 ? node : at(shorter, node); end !== 0; end = at(shorter, end)) {
        if (edge[i - at(depth, end) + 1] === 1 && found(at(ends, end))) return;
      }
    }
  };
}

/** Typed arrays of a known length: an index inside them always has a value. */
const at = (values: Int32Array | Uint16Array, index: number): number => values[index] ?? 0;

function byDepth(depth: Int32Array, nodes: number): Int32Array {
  return Int32Array.from({ length: nodes - 1 }, (_, i) => i + 1).sort((a, b) => at(depth, a) - at(depth, b));
}

const WORD = /[\p{L}\p{N}_]/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** 1 where a word may begin or end (between `index - 1` and `index`), else 0; one longer than the text. */
function wordEdges(text: string): Uint8Array {
  const edges = new Uint8Array(text.length + 1);
  let before = "none";
  for (let i = 0; i <= text.length; i += 1) {
    const unit = text.charAt(i);
    const after = UNSPACED.test(unit) ? "unspaced" : WORD.test(unit) ? "word" : "none";
    edges[i] = before === "word" && after === "word" ? 0 : 1;
    before = after;
  }
  return edges;
}
