/** As much of a DOM node as is needed to write it as Markdown. */
export type Piece = Readonly<{
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<Piece>;
  getAttribute?: (name: string) => string | null;
}>;

const TEXT = 3;

const nameOf = ({ nodeName }: Piece): string => nodeName.toLowerCase();
const textOf = ({ textContent }: Piece): string => textContent ?? "";

/** The words of a comment as the Markdown that makes them: what its writer could have typed. Its blocks stand apart by an empty line. */
export const markdownOf = (pieces: ArrayLike<Piece>): string => blocksOf(pieces).join("\n\n");

/** Markdown as a quotation, with an empty line behind it to write on; "" where there is nothing to quote. */
export const asQuotation = (markdown: string): string =>
  markdown === "" ? "" : `${markdown.replace(/^/gm, "> ")}\n\n`;

const BLOCKS = new Set(["p", "ul", "ol", "li", "blockquote", "pre", "hr"]);

function blocksOf(pieces: ArrayLike<Piece>): string[] {
  const blocks: string[] = [];
  let line: Piece[] = [];
  let before = "";
  const endLine = () => {
    const words = paragraph(line);
    if (words !== "") blocks.push(words);
    line = [];
  };
  for (const piece of Array.from(pieces)) {
    const name = nameOf(piece);
    if (!BLOCKS.has(name)) {
      line.push(piece);
      if (textOf(piece).trim() !== "") before = "";
      continue;
    }
    endLine();
    // Of two lists that follow each other the second has another mark, or they would be one.
    blocks.push(blockOf(piece, before === name));
    before = name;
  }
  endLine();
  return blocks.filter((block) => block !== "");
}

function blockOf(piece: Piece, follows: boolean): string {
  switch (nameOf(piece)) {
    case "ul":
    case "ol":
      return listOf(piece, follows);
    case "li":
      return itemOf(piece, "- ");
    case "blockquote":
      return markdownOf(piece.childNodes).replace(/^/gm, "> ");
    case "pre":
      return fenced(textOf(piece));
    case "hr":
      return "***";
    default:
      return paragraph(Array.from(piece.childNodes));
  }
}

function listOf(list: Piece, follows: boolean): string {
  const items = Array.from(list.childNodes).filter((piece) => nameOf(piece) === "li");
  const isLoose = items.some(({ childNodes }) => Array.from(childNodes).some((one) => nameOf(one) === "p"));
  const first = Number(list.getAttribute?.("start") ?? 1);
  const markOf = (nth: number) =>
    nameOf(list) === "ol" ? `${first + nth}${follows ? ")" : "."} ` : follows ? "* " : "- ";
  return items.map((item, nth) => itemOf(item, markOf(nth))).join(isLoose ? "\n\n" : "\n");
}

function itemOf({ childNodes }: Piece, mark: string): string {
  const isLoose = Array.from(childNodes).some((one) => nameOf(one) === "p");
  const words = blocksOf(childNodes).join(isLoose ? "\n\n" : "\n");
  return mark + words.replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
}

function fenced(code: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${code.replace(/\n$/, "")}\n${fence}`;
}

/** What would begin something else at the beginning of a line. */
const BEGINS = /^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-{3,}|~~~)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

const paragraph = (pieces: Piece[]): string =>
  inlineOf(pieces)
    .trim()
    .split("\n")
    .map((line) => line.trim().replace(BEGINS, "\\").replace(NUMBER, "$1\\$2"))
    .join("\n");

/** A line's end is a `<br>`; the one behind it in the HTML is the same. */
const inlineOf = (pieces: Piece[]): string =>
  pieces
    .map(spanOf)
    .join("")
    .replace(/[^\S\n]*\n\s*/g, "\n");

const MARKS: Readonly<Record<string, string>> = { em: "*", strong: "**", s: "~~" };

function spanOf(piece: Piece): string {
  if (piece.nodeType === TEXT) return escaped(textOf(piece));
  const name = nameOf(piece);
  if (name === "br") return "\n";
  if (name === "code") return code(textOf(piece));
  const words = inlineOf(Array.from(piece.childNodes));
  if (name === "a") return linked(piece, words);
  const mark = MARKS[name];
  // Marks stand right at their words: what was selected may begin or end with a blank.
  return mark === undefined
    ? words
    : words.replace(/^(\s*)(.*?)(\s*)$/s, (all, left: string, middle: string, right: string) =>
        middle === "" ? all : left + mark + middle + mark + right,
      );
}

function linked(link: Piece, words: string): string {
  const address = link.getAttribute?.("href") ?? "";
  // A name that is called, and an address that stands for itself, are what they say.
  if (address.startsWith("/members/") || address === textOf(link)) return textOf(link);
  return `[${words}](${/[()\s]/.test(address) ? `<${address}>` : address})`;
}

function code(text: string): string {
  const ticks = "`".repeat(longestRun(text) + 1);
  // Of blanks alone none is taken away.
  const air = /[^ ]/.test(text) && /^[\s`]|[\s`]$/.test(text) ? " " : "";
  return ticks + air + text + air + ticks;
}

const longestRun = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));

/** Signs that would do something. An underscore inside a word does nothing, and a bracket only does with an address behind it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*]|~(?=~)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replaceAll("](", "\\](")
    .replace(/<(?=[a-z][a-z0-9+.-]*:)/gi, "\\<");
