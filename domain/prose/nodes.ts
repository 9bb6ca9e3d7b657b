import type { Piece } from "./markdown-of";
import type { SafeHtml } from "./safe-html";

/** Those that our renderers write, and the one that browsers do. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: "\u00A0",
};
const VOID = new Set(["br", "hr"]);
const PARTS = /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g;

/** A comment's HTML as nodes where there is no browser to read it. It is our own renderer's: well-formed, with five entities. */
export function nodesOf(html: SafeHtml): Piece[] {
  const root: Piece[] = [];
  const open: Piece[][] = [root];
  for (const [, end, name, attributes = "", text = ""] of html.matchAll(PARTS)) {
    const inside = open.at(-1) ?? root;
    if (name === undefined) inside.push(textNode(decoded(text)));
    else if (end) open.pop();
    else {
      const children: Piece[] = [];
      inside.push(element(name, attributes, children));
      if (!VOID.has(name)) open.push(children);
    }
  }
  return root;
}

export const decoded = (text: string): string =>
  text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

const textNode = (textContent: string): Piece => ({
  nodeType: 3,
  nodeName: "#text",
  textContent,
  childNodes: [],
});

/** `childNodes` is filled later, so what it says as text is asked of it each time. */
const element = (nodeName: string, attributes: string, childNodes: Piece[]): Piece => ({
  nodeType: 1,
  nodeName,
  childNodes,
  get textContent() {
    return childNodes.map((child) => child.textContent ?? "").join("");
  },
  getAttribute: (name) => {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    return value === undefined ? null : decoded(value);
  },
});
