import { LOCALE } from "#messages/locale";

/** Whom an article names as its author: the username is that of the member it is, and null where a name is all that is said. */
export type ArticleAuthor = { name: string; handle: string | null };

/** "@eve" asks for the member of that username; anything else is a name. */
export const handleAsked = (words: string): string | null =>
  words.startsWith("@") ? words.slice(1).toLowerCase() : null;

/** As an editor would ask for that author. */
export const askedAs = ({ name, handle }: ArticleAuthor): string => (handle === null ? name : `@${handle}`);

/** Authors as they are typed, one on each line. */
export const authorLines = (words: string): string[] =>
  words
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const LIST = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** "Eve, Bo and Cy" */
export const bylineOf = (names: readonly string[]): string => LIST.format(names);

/** The same in its pieces, so that each name can be a link: `name` counts from 0 and is null for what stands between two. */
export function bylinePieces(names: readonly string[]): { words: string; name: number | null }[] {
  let next = 0;
  return LIST.formatToParts(names).map(({ type, value }) => ({
    words: value,
    name: type === "element" ? next++ : null,
  }));
}
