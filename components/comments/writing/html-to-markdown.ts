import Turndown from "turndown";
import { clean, inert } from "./clean-clipboard";

/** What a comment has no place for. */
const LEFT_OUT = [
  "script",
  "style",
  "title",
  "meta",
  "link",
  "noscript",
  "iframe",
  "object",
  "img",
  "picture",
] as const;

/**
 * Rich text of a clipboard as the Markdown of comments; "" where no words are left. It runs only in a browser, on whatever HTML other
 * programs write. What is quoted is our own HTML, which `domain/prose/markdown-of.ts` turns back exactly, also on the server.
 */
export function htmlToMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(inert(html), "text/html");
  clean(body);
  const turndown = new Turndown({
    headingStyle: "atx",
    bulletListMarker: "-",
    emDelimiter: "*",
    codeBlockStyle: "fenced",
  });
  // Taken out by a rule: what turndown knows itself, such as pictures, it does not `remove`.
  turndown.addRule("left out", { filter: [...LEFT_OUT], replacement: () => "" });
  turndown.addRule("list item", { filter: "li", replacement: listItem });
  for (const [mark, names] of MARKS)
    turndown.addRule(mark, {
      filter: ({ localName }) => names.some((name) => name === localName),
      replacement: (content, node) =>
        node.parentElement?.closest(names.join()) ? content : marked(content, node, mark),
    });
  turndown.addRule("raised", { filter: "sup", replacement: (content) => inSigns(content, RAISED) });
  turndown.addRule("lowered", { filter: "sub", replacement: (content) => inSigns(content, LOWERED) });
  return turndown
    .turndown(body)
    .replace(/\u00a0/g, " ")
    .trim();
}

/** One blank behind the mark, not three, and lines below it moved in as far. */
function listItem(content: string, node: Node): string {
  const { parentElement: list } = node;
  const mark = list?.tagName === "OL" ? `${numberOf(node, list)}. ` : "- ";
  const inner = content.trim().replace(/\n/g, `\n${" ".repeat(mark.length)}`);
  return `${mark}${inner}${node.nextSibling ? "\n" : ""}`;
}

const numberOf = (item: Node, list: Element): number =>
  Number(list.getAttribute("start") ?? 1) + Array.from(list.children).findIndex((one) => one === item);

const MARKS = [
  ["**", ["strong", "b"]],
  ["*", ["em", "i"]],
  ["~~", ["s", "del", "strike"]],
] as const satisfies [string, string[]][];

/** Next to a letter a mark beside punctuation marks nothing (CommonMark, 6.2), so that stands outside: `**Note**:so`. */
function marked(content: string, node: Node, mark: string): string {
  const [, before = "", rest = content] =
    (/[\p{L}\p{N}]$/u.test(textBeside(node, "previousSibling")) && /^([\p{P}\p{S}]*)(.*)$/su.exec(content)) ||
    [];
  const [, words = rest, after = ""] =
    (/^[\p{L}\p{N}]/u.test(textBeside(node, "nextSibling")) && /^(.*?)([\p{P}\p{S}]*)$/su.exec(rest)) || [];
  return words.trim() === "" ? content : before + mark + words + mark + after;
}

/** The text that stands right before or behind, also where other elements of the line end between. */
function textBeside(node: Node, side: "previousSibling" | "nextSibling"): string {
  let from = node;
  while (!from[side] && from.parentElement && INLINE.has(from.parentElement.localName))
    from = from.parentElement;
  return from[side]?.textContent ?? "";
}

const INLINE = new Set(["span", "b", "strong", "i", "em", "s", "del", "strike", "a", "u", "font"]);

const RAISED = new Map(
  Array.from("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿ".matchAll(/(.)(.)/gu), ([, sign = "", small = ""]) => [
    sign,
    small,
  ]),
);
const LOWERED = new Map(
  Array.from("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎".matchAll(/(.)(.)/gu), ([, sign = "", small = ""]) => [
    sign,
    small,
  ]),
);

/** `10<sup>6</sup>` is not 106. Words above and below the line, as in 1st, are words. */
const inSigns = (content: string, signs: ReadonlyMap<string, string>): string =>
  Array.from(content).every((sign) => signs.has(sign))
    ? Array.from(content, (sign) => signs.get(sign) ?? sign).join("")
    : content;
