/** A figure of any script: each has ten of them, in a row that begins with its nought. */
const FIGURE = /\p{Nd}/gu;
/** What comes along when a code is copied: blanks, and what nobody sees. */
const UNSEEN = /[\s\p{Cf}]/gu;

/** A code as it was given out, however it was typed: full-width, or with the figures of an Arabic, Persian or Hindi keyboard. */
export const typedCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(FIGURE, (figure) => String(valueOf(figure.codePointAt(0) ?? 0)));

function valueOf(code: number): number {
  let nought = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return (code - nought) % 10;
}
