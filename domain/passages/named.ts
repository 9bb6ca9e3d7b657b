import { lettersAlone } from "@/domain/moderation/checks/words/fold";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { articleText, blockOf } from "./article-text";
import type { PassageCount } from "./passage";

/** Words of the article that so many readers named when they said what changed their vote. `block`: where the comment they named as well has its passage. */
export type NamedWords = { words: string; block: number | null; readers: number };

/** As they are stored: `moved` counts readers who named a comment of the block's discussions. */
export type StoredCount = { block: number; comments: number; moved: number };

/**
 * What is said of each block: how many comments, and whether so many readers changed their mind there, by its words or by a comment about
 * them. Who named both counts once. Words that stand in several blocks, or in none any more, count nowhere.
 */
export function countsOf(
  stored: readonly StoredCount[],
  named: readonly NamedWords[],
  html: SafeHtml,
  fewest: number,
): PassageCount[] {
  const counts = new Map(stored.map((one) => [one.block, { ...one }]));
  const find = named.length > 0 ? finder(html) : () => null;
  for (const { words, block, readers } of named) {
    const place = find(words);
    if (place === null || place === block) continue;
    const count = counts.get(place) ?? { block: place, comments: 0, moved: 0 };
    counts.set(place, { ...count, moved: count.moved + readers });
  }
  return [...counts.values()]
    .map(({ block, comments, moved }) => ({ block, comments, moved: moved >= fewest }))
    .filter(({ comments, moved }) => comments > 0 || moved)
    .sort((one, other) => one.block - other.block);
}

/** In which block words begin, by their letters; null for none, or more than one. */
function finder(html: SafeHtml): (words: string) => number | null {
  const { text, blocks } = articleText(html);
  let letters = "";
  const folded = {
    text,
    blocks: blocks.map(({ begins, ends }) => {
      const at = letters.length;
      letters += lettersAlone(text.slice(begins, ends));
      return { begins: at, ends: letters.length };
    }),
  };
  return (words) => {
    const wanted = lettersAlone(words);
    const [first, last] = [letters.indexOf(wanted), letters.lastIndexOf(wanted)];
    if (wanted === "" || first < 0) return null;
    const blockAt = (begins: number) => blockOf(folded, { begins, ends: begins + wanted.length });
    return blockAt(first) === blockAt(last) ? blockAt(first) : null;
  };
}
