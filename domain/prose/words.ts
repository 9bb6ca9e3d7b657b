/** Scripts that set no blanks between words; where one ends, a dictionary says (UAX 29, section 4). */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}ー々〆\u200B-\u200D]*/gu;

/** Runs of letters, their marks and figures, with the apostrophes, points, hyphens and joiners inside them. */
const SPACED = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.\-–·\u200C\u200D\u05F3\u05F4]+[\p{L}\p{M}\p{N}]+)*/gu;

let segmenter: Intl.Segmenter | undefined;

/** How many words are in a text, as somebody who reads its script would count them. */
export function countWords(text: string): number {
  let words = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    words += wordsIn(run);
    return " ";
  });
  return words + (spaced.match(SPACED) ?? []).length;
}

function wordsIn(run: string): number {
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) words++;
  return words;
}
