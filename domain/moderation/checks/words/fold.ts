/**
 * Letters that look like a Latin one, for the folds below: a hand-picked part of Unicode's confusables
 * (UTS 39, section 4), those that a keyboard or a picker offers. Compatibility forms (full width, mathematical,
 * circled) are already plain letters after NFKC.
 */
const LOOKALIKES = [
  ["a", "а ɑ α ⍺"],
  ["b", "Ь ь ƅ в β"],
  ["c", "с ϲ ⅽ ᴄ"],
  ["d", "ԁ ɗ"],
  ["e", "е є ҽ ε"],
  ["f", "ƒ ϝ"],
  ["g", "ɡ ց"],
  ["h", "һ հ н"],
  ["i", "і ı ɩ ι ӏ"],
  ["j", "ј ϳ"],
  ["k", "к κ"],
  ["m", "м"],
  ["n", "ո п η"],
  ["o", "о ο օ σ ø"],
  ["p", "р ρ"],
  ["q", "ԛ գ"],
  ["r", "г ᴦ"],
  ["s", "ѕ ꜱ"],
  ["t", "т τ"],
  ["u", "υ ս"],
  ["v", "ѵ ν"],
  ["w", "ԝ ѡ ω"],
  ["x", "х χ"],
  ["y", "у γ ү"],
  ["z", "ᴢ"],
] as const;

const LATIN = new Map(
  LOOKALIKES.flatMap(([latin, others]) => others.split(" ").map((other) => [other, latin] as const)),
);

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
  let folded = "";
  for (const letter of plain) folded += LATIN.get(letter) ?? letter;
  return folded.replace(/ß/g, "ss").trim();
}
