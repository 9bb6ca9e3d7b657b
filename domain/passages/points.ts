/** Between UTF-16 code units, in which JavaScript counts, and code points, in which the Web Annotation model does. Made once for a text. */
export type Points = { toPoints: (units: number) => number; toUnits: (points: number) => number };

const same = (count: number): number => count;
const LOW_SURROGATES = /[\uDC00-\uDFFF]/g;

export function pointsOf(text: string): Points {
  // Where the second half of a sign stands; most texts have none.
  const halves = Array.from(text.matchAll(LOW_SURROGATES), ({ index }) => index);
  if (halves.length === 0) return { toPoints: same, toUnits: same };
  return {
    toPoints: (units) => units - howMany(halves, (half) => half < units),
    toUnits: (points) => points + howMany(halves, (half, nth) => half - nth <= points),
  };
}

/** How many from the first; they are in order. */
function howMany(halves: number[], counts: (half: number, nth: number) => boolean): number {
  let [low, high] = [0, halves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (counts(halves[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
