/**
 * What a name looks like at a glance: accents, case, spaces and punctuation gone, look-alike letters of other alphabets and
 * look-alike figures made one. Two names with the same likeness are taken for each other.
 * The table is a small part of Unicode's confusables (UTS 39, section 4): what is seen in Latin names.
 */
export function likeness(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/./gu, (letter) => LOOKS_LIKE[letter] ?? letter)
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

const LOOKS_LIKE: Record<string, string> = {
  ...lookalikes("a", "аα"),
  ...lookalikes("b", "в"),
  ...lookalikes("c", "сϲ"),
  ...lookalikes("d", "ԁ"),
  ...lookalikes("e", "еєε3"),
  ...lookalikes("h", "һн"),
  ...lookalikes("i", "іιїı1lӏ"),
  ...lookalikes("j", "ј"),
  ...lookalikes("k", "кκ"),
  ...lookalikes("m", "м"),
  ...lookalikes("n", "ո"),
  ...lookalikes("o", "оοσ0"),
  ...lookalikes("p", "рρ"),
  ...lookalikes("s", "ѕ5"),
  ...lookalikes("t", "тτ"),
  ...lookalikes("u", "υս"),
  ...lookalikes("v", "νѵ"),
  ...lookalikes("x", "хχ"),
  ...lookalikes("y", "уγ"),
};

function lookalikes(letter: string, others: string): Record<string, string> {
  return Object.fromEntries(Array.from(others, (other) => [other, letter]));
}
