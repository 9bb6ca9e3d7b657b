import { diffArrays } from "diff";

/** A stretch of two texts: in both (null), or in one of them only. */
export type DiffPart = { text: string; change: "added" | "removed" | null };

/** Texts further apart than so many words have nothing in common worth marking; comparing them would only take long. */
const WORDS_APART = 1_500;
const BLOCKS_APART = 2_000;

const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
/** Runs of a script that sets no blanks between words, words, blanks, emoji with what belongs to them, and any other sign. */
const TOKENS = new RegExp(
  `(?:[${UNSPACED}]\\p{M}*){1,200}|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+|\\s+` +
    "|\\p{ExtPict}(?:\\u200d\\p{ExtPict}|[\\ufe0f\\p{M}\\p{EMod}])*|[^]",
  "gu",
);
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
/** Finds words in such a run (Unicode, UAX 29, by a dictionary). It takes time by the square of what it is given: never a whole text. */
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/**
 * What changed between two texts, word by word (Myers, "An O(ND) difference algorithm", 1986). The parts in both and those removed, joined,
 * are `before`; the parts in both and those added are `after`.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ text: before, change: null }];
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: WORDS_APART });
  if (!parts) return replaced(before, after);
  return parts.map(({ value, added, removed }) => ({
    text: value.join(""),
    change: changeOf(added, removed),
  }));
}

/** The same for long texts of paragraphs: first which of them changed, and then the words of those. */
export function textDiff(before: string, after: string): DiffPart[] {
  const blocks = diffArrays(blocksOf(before), blocksOf(after), { maxEditLength: BLOCKS_APART });
  if (!blocks) return replaced(before, after);
  const parts: DiffPart[] = [];
  let [gone, come] = ["", ""];
  const tell = () => {
    parts.push(...wordDiff(gone, come));
    [gone, come] = ["", ""];
  };
  for (const { value, added, removed } of blocks) {
    const text = value.join("");
    if (removed) gone += text;
    else if (added) come += text;
    else {
      tell();
      parts.push({ text, change: null });
    }
  }
  tell();
  return joined(parts);
}

const wordsOf = (text: string): string[] =>
  (text.match(TOKENS) ?? []).flatMap((run) =>
    BEGINS_UNSPACED.test(run) ? Array.from(WORDS.segment(run), ({ segment }) => segment) : [run],
  );

/** Paragraphs, each with the empty lines behind it. */
const blocksOf = (text: string): string[] => text.split(/(?<=\n\n)(?!\n)/);

const changeOf = (added: boolean, removed: boolean): DiffPart["change"] =>
  added ? "added" : removed ? "removed" : null;

const replaced = (before: string, after: string): DiffPart[] => [
  ...(before === "" ? [] : [{ text: before, change: "removed" as const }]),
  ...(after === "" ? [] : [{ text: after, change: "added" as const }]),
];

/** Neighbours of one kind are one part, and none is empty. */
function joined(parts: DiffPart[]): DiffPart[] {
  const whole: DiffPart[] = [];
  for (const part of parts.filter(({ text }) => text !== "")) {
    const last = whole.at(-1);
    if (last && last.change === part.change) last.text += part.text;
    else whole.push({ ...part });
  }
  return whole;
}
