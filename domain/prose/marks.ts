/**
 * Marks that are set above or below one letter. Four is what Latin, Thai or Devanagari need at most; a pointed and
 * cantillated Hebrew letter, a vocalised Arabic one with its signs of reading and a Burmese stack have up to six, a
 * Tibetan one (the ten-fold seal) nine. More is a tower that runs into the lines around it.
 */
const MARKS_ON_A_LETTER = 4;
const MORE: [RegExp, number][] = [
  [/[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Myanmar}]/u, 6],
  [/\p{sc=Tibetan}/u, 10],
];
/** No spelling sets one mark on one letter more than twice. */
const OF_ONE_KIND = 2;
/** Marks that take room beside the letter (Burmese and Indic vowels) pile up nothing; the bound is for machines. */
const BESIDE = 6;

/** A run of marks, with the joiners that stand between them. */
const RUN = /\p{M}(?:[\u200B-\u200F]?\p{M})*/gu;
const STACKED = /[\p{Mn}\p{Me}]/u;
/** Marks that Unicode gives to every script: the bricks of towers are mostly these. */
const STRIKES = /\p{sc=Inherited}/u;

/** Takes the marks that pile up on a letter beyond what any spelling needs; doing it twice changes nothing. */
export const cutTowers = (text: string): string =>
  text.replace(RUN, (run) => (run.length <= OF_ONE_KIND ? run : low(run)));

function low(run: string): string {
  const times = new Map<string, number>();
  let stacked = 0;
  let beside = 0;
  let joiner = "";
  let kept = "";
  for (const sign of run) {
    if (/[\u200B-\u200F]/.test(sign)) {
      joiner = sign;
      continue;
    }
    const before = times.get(sign) ?? 0;
    const fits = STACKED.test(sign) ? stacked < roomFor(sign) && before < kindLimit(sign) : beside < BESIDE;
    if (fits) {
      kept += joiner + sign;
      times.set(sign, before + 1);
      if (STACKED.test(sign)) stacked++;
      else beside++;
    }
    joiner = "";
  }
  return kept;
}

const roomFor = (mark: string): number =>
  MORE.find(([script]) => script.test(mark))?.[1] ?? MARKS_ON_A_LETTER;

const kindLimit = (mark: string): number => (STRIKES.test(mark) ? MARKS_ON_A_LETTER : OF_ONE_KIND);
