import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * The HTML of elements that are only HTML: no state, no effects, no handlers, nothing that waits. It says what
 * `renderToStaticMarkup` of react-dom says (a test holds the two together), which a page drawn by a server component cannot
 * call.
 *
 * For what a page has very much of: React draws such a page twice, as HTML and as data to wake it up with, and a browser then
 * walks through all of it once more. Sixty comments are a thousand elements of both; as one text they are one.
 * @param kept has what components that say what they are drawn from (`Kept`) looked like before; without it all is drawn
 * @throws Error for what has no place in it, so that a mistake is seen at once
 */
export function renderStatic(node: ReactNode, kept: Keep = drawAnew): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (isValidElement<Props>(node)) return elementOf(node.type, node.props, kept);
  if (Symbol.iterator in node) {
    let html = "";
    for (const one of node) html += renderStatic(one, kept);
    return html;
  }
  throw new Error("Only what is there at once can be drawn as markup.");
}

/** The markup kept under a key, or what is drawn now and kept under it. */
export type Keep = (key: string, draw: () => string) => string;

/** A component that is drawn from its properties alone, and a text that is another whenever they make another markup. */
export type Kept<Props> = ((props: Props) => ReactNode) & { keptBy?: (props: Props) => string };

const drawAnew: Keep = (_key, draw) => draw();

type Inner = { __html: string } | undefined;
type Props = Record<string, unknown> & { children?: ReactNode };

function elementOf(type: unknown, props: Props, kept: Keep): string {
  if (typeof type === "string") return tagOf(type, props, kept);
  if (type === Fragment) return renderStatic(props.children, kept);
  // A component of the browser is an object or a stub here, and not one of ours that only draws.
  if (typeof type === "function" && !("$$typeof" in type)) {
    const Component = type as Kept<Props>;
    const draw = () => renderStatic(Component(props), kept);
    return Component.keptBy ? kept(Component.keptBy(props), draw) : draw();
  }
  throw new Error("Only elements and components that just draw can be markup.");
}

/** HTML, "Void elements": they have no end tag. */
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"]);

function tagOf(tag: string, { children, dangerouslySetInnerHTML, ...attributes }: Props, kept: Keep): string {
  let html = `<${tag}`;
  for (const name in attributes) html += attributeOf(name, attributes[name]);
  if (VOID.has(tag)) return `${html}/>`;
  const inner = dangerouslySetInnerHTML as Inner;
  return `${html}>${inner ? inner.__html : renderStatic(children, kept)}</${tag}>`;
}

/** What React calls otherwise than HTML, among what our elements have. */
const NAMES: Readonly<Record<string, string>> = {
  className: "class",
  dateTime: "dateTime",
  fetchPriority: "fetchPriority",
  formAction: "formAction",
  htmlFor: "for",
  patternUnits: "patternUnits",
  srcSet: "srcSet",
  tabIndex: "tabindex",
};
/** They are there or not, and have no value. */
const FLAGS = new Set(["checked", "disabled", "hidden", "open", "required"]);
/** Words for React, which HTML has not. */
const UNWRITTEN = new Set(["key", "ref", "suppressHydrationWarning"]);

function attributeOf(name: string, value: unknown): string {
  if (value === undefined || value === null || UNWRITTEN.has(name)) return "";
  if (FLAGS.has(name)) return value === true ? ` ${name}=""` : "";
  const plain = NAMES[name] ?? name;
  const spoken = /^(data|aria)-[a-z-]+$/.test(name);
  if (!spoken && !(name in NAMES) && !/^[a-z]+$/.test(name))
    throw new Error(`"${name}" has no place in markup.`);
  if (typeof value === "boolean" && !spoken)
    throw new Error(`"${name}" cannot be ${String(value)} in markup.`);
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    throw new Error(`"${name}" has no words that could be markup.`);
  return ` ${plain}="${escaped(String(value))}"`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text;
