import type { Quote, Stretch } from "./passage";

/** Where a quotation stands in a text: there, in several places of which nothing says which, or nowhere. */
export type QuoteLocation = { at: Stretch } | { at: null; times: number };

/** Comparing more places than this says no more: the words are on every page. */
const PLACES_COMPARED = 1_000;

/**
 * Finds words in a text. Of several places that is meant which has most of the words around it, and of those that are alike in this the one
 * next to `near`, where that is known. Text and quotation are on one line.
 */
export function findQuote(
  text: string,
  { exact, prefix, suffix }: Quote,
  near: number | null = null,
): QuoteLocation {
  const places: { begins: number; alike: number }[] = [];
  for (
    let at = text.indexOf(exact);
    at >= 0 && places.length < PLACES_COMPARED;
    at = text.indexOf(exact, at + 1)
  )
    places.push({
      begins: at,
      alike:
        commonEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
        commonBeginning(text.slice(at + exact.length, at + exact.length + suffix.length), suffix),
    });
  const most = Math.max(...places.map(({ alike }) => alike));
  const best = places.filter(({ alike }) => alike === most);
  const distance = (begins: number) => Math.abs(begins - (near ?? 0));
  const [first, ...others] = best;
  if (!first) return { at: null, times: 0 };
  if (others.length > 0 && near === null) return { at: null, times: best.length };
  const { begins } = others.reduce(
    (one, other) => (distance(other.begins) < distance(one.begins) ? other : one),
    first,
  );
  return { at: { begins, ends: begins + exact.length } };
}

/** How many signs two texts have in common at their ends. */
function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length) && length < one.length)
    length++;
  return length;
}

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < other.length && length < one.length && one[length] === other[length]) length++;
  return length;
}
