import { beginning } from "@/domain/prose/cut";
import { PASSAGE_LEAST, PASSAGE_MOST, quoteAt, type Selector, type Stretch } from "./passage";
import { pointsOf } from "./points";
import type { ArticleText } from "./article-text";

/** More sentences than this are no paragraph one chooses from; who wants another one selects it. */
const SENTENCES_OFFERED = 40;

/** What one can choose from in a block: all of it, if that is no more than a passage can be, and its sentences. */
export type Choices = { whole: Selector | null; sentences: Selector[] };

/** Nothing where there is no such block. */
export function passagesOfBlock({ text, blocks }: ArticleText, block: number): Choices {
  const stretch = blocks[block - 1];
  if (!stretch) return { whole: null, sentences: [] };
  const { toPoints } = pointsOf(text);
  const selectorOf = (one: Stretch) => ({ ...quoteAt(text, one), start: toPoints(one.begins) });
  const sentences = sentencesOf(text, stretch).slice(0, SENTENCES_OFFERED);
  const isOne = sentences.length === 1;
  return {
    whole: !isOne && isPassage(text, stretch) ? selectorOf(stretch) : null,
    sentences: sentences.map(selectorOf),
  };
}

let segmenter: Intl.Segmenter | undefined;

/** By the rules of Unicode (UAX 29), which end a sentence in any script; one that is too long ends after as many words as a passage can have. */
function sentencesOf(text: string, { begins, ends }: Stretch): Stretch[] {
  segmenter ??= new Intl.Segmenter("und", { granularity: "sentence" });
  const found: Stretch[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(begins, ends))) {
    const words = beginning(segment.trimEnd(), PASSAGE_MOST);
    const one = { begins: begins + index, ends: begins + index + words.length };
    if (isPassage(text, one)) found.push(one);
  }
  return found;
}

function isPassage(text: string, { begins, ends }: Stretch): boolean {
  const words = text.slice(begins, ends);
  return (
    Array.from(words).length <= PASSAGE_MOST && (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= PASSAGE_LEAST
  );
}
