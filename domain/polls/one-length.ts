import type { MyPoll, PollOption } from "./poll";

/*
 * Encryption hides what a page says and not how long it is. What a page drawn for a voter says of their own vote is made up to one
 * length whichever option it is, and such a page goes out uncompressed (web/pages/public-pages.ts).
 */

/** A key as long as the longest, by blanks at its end; whoever compares it takes them off. */
export const evenKey = (key: string, options: readonly Pick<PollOption, "key">[]): string =>
  key.padEnd(Math.max(...options.map((option) => option.key.length)));

/** The same for what is handed to a page's script: as data it stands in the page once more. */
export const withEvenChoice = (mine: MyPoll, options: readonly Pick<PollOption, "key">[]): MyPoll =>
  mine.choice === null ? mine : { ...mine, choice: evenKey(mine.choice, options) };

/** Blanks that a label lacks, written as HTML, of the longest one's bytes. */
export function lackOf(label: string, labels: readonly string[]): string {
  return " ".repeat(Math.max(...labels.map(bytesInHtml), bytesInHtml(label)) - bytesInHtml(label));
}

/** As React writes a text: these five become references. */
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

const bytesInHtml = (text: string): number =>
  new TextEncoder().encode(text.replace(/[&<>"']/g, (sign) => REFERENCES[sign] ?? sign)).length;
