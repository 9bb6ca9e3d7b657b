/** Letters that Unicode does not take apart into a Latin one and its mark (NFKD), as people write them who do not have them. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ı: "i",
};

/** Puts others in the place of such letters, all of them small. @param more further ones, where the caller compares or writes them so */
export function inPlainLetters(more: Readonly<Record<string, string>>): (text: string) => string {
  const table: Readonly<Record<string, string>> = { ...WRITTEN_AS, ...more };
  const letters = new RegExp(`[${Object.keys(table).join("")}]`, "g");
  return (text) => text.replace(letters, (letter) => table[letter] ?? letter);
}
