import table from "./confusables.json";

/** From a character of a decomposed text (NFD) to what it looks like; Unicode's own table. */
const PROTOTYPES: ReadonlyMap<string, string> = new Map(
  table.prototypes.flatMap((line) => {
    const [prototype = "", letters = ""] = line.split(" < ");
    return letters.split(" ").map((letter) => [character(letter), fromHex(prototype)] as const);
  }),
);

/** Characters that a text shows nothing of. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of a text: two texts of one skeleton can be taken for each other by the eye (UTS 39, section 4, "Confusable
 * Detection", for text that runs one way). It is for comparing and never shown; "m" becomes "rn", and "1" becomes "l".
 */
export function skeleton(text: string): string {
  const visible = text.normalize("NFD").replace(IGNORABLE, "");
  return Array.from(visible, prototypeOf).join("").normalize("NFD");
}

/**
 * Every letter of another alphabet that looks like a Latin one, as a small letter or as a capital, as that letter in plain
 * small type; whatever looks like none is its prototype, and what is typed in plain Latin letters stays as it is.
 * @param text in small letters, decomposed (NFKD)
 */
export const latinLookalikes = (text: string): string => text.replace(/\P{ASCII}/gu, cachedLookalike);

/** More letters than any language writes with; a text of them would cost a hundred times as much without the cache. */
const CACHED_LETTERS = 10_000;
const cache = new Map<string, string>();

function cachedLookalike(letter: string): string {
  const known = cache.get(letter);
  if (known !== undefined) return known;
  const latin = latinLookalike(letter);
  if (cache.size < CACHED_LETTERS) cache.set(letter, latin);
  return latin;
}

function latinLookalike(letter: string): string {
  const small = bare(prototypeOf(letter));
  if (isPlain(small)) return small;
  const upper = letter.toUpperCase();
  const capital = upper === letter ? small : bare(Array.from(upper, prototypeOf).join(""));
  return isPlain(capital) ? capital : (BESIDES[small] ?? small);
}

/** Letters that are written for Latin ones and that Unicode's table holds to be different enough. */
const BESIDES: Readonly<Record<string, string>> = { "\ua793": "e", ω: "w", π: "n" };

const bare = (text: string): string => text.replace(/\p{M}/gu, "").toLowerCase();
const isPlain = (text: string): boolean => !/\P{ASCII}/u.test(text);
const prototypeOf = (letter: string): string => PROTOTYPES.get(letter) ?? letter;

function character(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

function fromHex(codes: string): string {
  return codes.split(" ").map(character).join("");
}
