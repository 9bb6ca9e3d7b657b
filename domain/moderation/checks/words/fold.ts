import { latinLookalikes } from "@/domain/prose/confusables";

/** Zero-width, joiners, direction marks and other characters that show nothing. */
const INVISIBLE = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/gu;

/**
 * How two texts are compared: compatibility forms resolved, case and accents gone, look-alikes turned into Latin,
 * invisible characters dropped, white space one blank. Both sides of a comparison are folded alike, so that a
 * Cyrillic or Greek entry still finds Cyrillic or Greek text.
 */
export function fold(text: string): string {
  const visible = text.replace(/\s+/gu, " ").replace(INVISIBLE, "");
  const plain = visible.normalize("NFKC").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return latinLookalikes(plain).trim();
}

/** Fewer letters than this are compared with all that stands around them. */
const FEW_LETTERS = 20;

/** What a text says, whatever its signs, pictures and blanks: its folded letters and figures, or all of it where these are few. */
export function wordsAlone(text: string): string {
  const letters = lettersAlone(text);
  return letters.length < FEW_LETTERS ? fold(text) : letters;
}

/** Its folded letters and figures, without anything between. */
export const lettersAlone = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
