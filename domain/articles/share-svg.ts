import { percent } from "@/domain/polls/percent";
import { escapeHtml } from "@/domain/prose/safe-html";
import type { ListedArticle } from "./article";

/** As those who show a link want it. Pixels. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 84;
const PAPER = "#fcfaf6";
const INK = "#2b2420";
const MUTED = "#6b625a";
/** The sides' colours, as on paper (styles/tokens.css), and of what takes no side. */
const BLUE = "#2e64a6";
const AMBER = "#a35e16";
const GREY = "#8a8178";

/** Sizes of the title in pixels, by how many lines of it there may be. */
const TITLE = [
  { size: 84, lines: 2 },
  { size: 66, lines: 3 },
  { size: 52, lines: 4 },
] as const;
/** The mean width of a letter of our font, in shares of its size; measured on English titles, and a little more. */
const LETTER = 0.52;
const BARS_AT_MOST = 3;

type What = Readonly<{
  site: string;
  article: Pick<ListedArticle, "title" | "author">;
  /** What everybody may see of its poll; options are null where that is nothing. */
  poll: ListedArticle["poll"];
  /** The sentence below the title: "12 votes", "The vote is open." */
  note: string;
}>;

/**
 * The picture that stands where an article is shared: its title and the site's name, and the result as bars where everybody may see it.
 * Words that our font has no letters for are left out rather than drawn as boxes.
 */
export function shareSvg({ site, article, poll, note }: What, font: string): string {
  const bars = poll?.options && poll.votes ? barsOf(poll.options, poll.votes) : "";
  const { size, lines } = setTitle(drawable(article.title), bars === "" ? 4 : 3);
  const first = MARGIN + size;
  const title = lines.map((line, at) => text(line, MARGIN, first + at * size * 1.14, size, INK)).join("");
  const foot = SHARE_HEIGHT - MARGIN;
  const by = bars === "" ? text(cut(drawable(article.author), wide(32)), MARGIN, foot - 58, 32, MUTED) : bars;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" font-family="${font}" font-weight="600">` +
    `<rect width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" fill="${PAPER}"/>` +
    `<rect width="${SHARE_WIDTH / 2}" height="14" fill="${BLUE}"/><rect x="${SHARE_WIDTH / 2}" width="${SHARE_WIDTH / 2}" height="14" fill="${AMBER}"/>` +
    title +
    by +
    text(cut(drawable(site), 30), MARGIN, foot, 32, BLUE) +
    text(note, SHARE_WIDTH - MARGIN, foot, 32, MUTED, "end") +
    "</svg>"
  );
}

type Bar = { label: string; side: boolean; votes: number };

function barsOf(options: readonly Bar[], votes: number): string {
  const shown = options.slice(0, BARS_AT_MOST);
  const height = 46;
  const from = SHARE_HEIGHT - MARGIN - 70 - shown.length * height;
  const room = SHARE_WIDTH - 2 * MARGIN;
  return shown
    .map(({ label, side, votes: own }, at) => {
      const y = from + at * height;
      const width = Math.max(4, Math.round((own / votes) * 420));
      const sides = shown.slice(0, at).filter((one) => one.side).length;
      const colour = !side ? GREY : sides === 0 ? BLUE : AMBER;
      return (
        `<rect x="${MARGIN + room - 420}" y="${y}" width="${width}" height="26" fill="${colour}"/>` +
        text(`${percent(own / votes)}  ${cut(drawable(label), 34)}`, MARGIN, y + 22, 28, INK)
      );
    })
    .join("");
}

/** Letters of that size that stand on a line. */
const wide = (size: number): number => Math.floor((SHARE_WIDTH - 2 * MARGIN) / (size * LETTER));

/** The largest size in which the title fits; in the smallest its end is cut off. */
function setTitle(title: string, linesAtMost: number): { size: number; lines: string[] } {
  for (const { size, lines } of TITLE) {
    const broken = brokenAt(title, wide(size));
    if (broken.length <= Math.min(lines, linesAtMost)) return { size, lines: broken };
  }
  const { size, lines } = TITLE[2];
  const most = Math.min(lines, linesAtMost);
  const broken = brokenAt(title, wide(size));
  return { size, lines: [...broken.slice(0, most - 1), cut(broken.slice(most - 1).join(" "), wide(size))] };
}

/** Broken between words at so many letters; a word that is longer is broken inside. */
function brokenAt(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ").flatMap((one) => pieces(one, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const pieces = (word: string, letters: number): string[] =>
  word.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [];

const cut = (words: string, letters: number): string =>
  words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`;

/** What our font has: Latin, Greek and Cyrillic with their marks, digits and the usual signs. */
const LETTERS = /[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Mn}\p{Nd}\s!-~¡-¿‐-‧‰-⁞€№™−]/gu;

export const drawable = (words: string): string =>
  words.normalize("NFC").replace(LETTERS, "").replace(/\s+/g, " ").trim();

function text(words: string, x: number, y: number, size: number, colour: string, anchor = "start"): string {
  if (words === "") return "";
  return `<text x="${x}" y="${Math.round(y)}" font-size="${size}" fill="${colour}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}
