/** What a reader calls one character: an emoji family, a flag, a letter with its marks (UAX 29). Made when first asked for: it costs milliseconds. */
let graphemes: Intl.Segmenter | undefined;

/**
 * The beginning of a text, at most `limit` Unicode code points of it and never a part of what a reader calls one
 * character; "" where already the first is longer.
 */
export function beginning(text: string, limit: number): string {
  const end = unitsOf(text, limit);
  return end >= text.length ? text : text.slice(0, signAt(text, end));
}

/** Where what a reader calls one character begins that this place is in. UTF-16 units. */
export function signAt(text: string, at: number): number {
  graphemes ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return graphemes.segment(text).containing(at)?.index ?? at;
}

/** The first `count` code points, as PostgreSQL's `left` gives them: to compare by, not to show. */
export const firstPoints = (text: string, count: number): string => text.slice(0, unitsOf(text, count));

/** The last `count` code points, as PostgreSQL's `right` gives them. */
export const lastPoints = (text: string, count: number): string =>
  text.length <= count ? text : lastOf(Array.from(text), count);

const lastOf = (points: string[], count: number): string =>
  points.slice(Math.max(0, points.length - count)).join("");

/** How many UTF-16 units the first `count` code points take. */
function unitsOf(text: string, count: number): number {
  let units = 0;
  for (let points = 0; points < count && units < text.length; points++)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}
