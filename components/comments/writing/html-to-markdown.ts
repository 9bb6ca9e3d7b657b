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
  turndown.remove([...LEFT_OUT]);
  turndown.addRule("list item", { filter: "li", replacement: listItem });
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
