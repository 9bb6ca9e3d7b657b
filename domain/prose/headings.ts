import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import { beginning } from "./cut";
import { complain } from "./problems";
import { uniqueIds } from "./unique-ids";
import * as t from "#messages/articles";

/** The page's h1 is the article's title. */
const FIRST = 2;
const LAST = 6;

/** A section's heading: `id` is what an address may point at. `level` 2 to 6. */
export type Heading = { id: string; level: number; text: string };

const kept = new WeakMap<Env, Heading[]>();

/** The headings of the text that was parsed with this environment, in order. */
export const headingsOf = (env: Env): Heading[] => kept.get(env) ?? [];

/** The highest heading a text uses becomes an h2, the next an h3; each gets an id made of its words. */
export function headings(md: MarkdownIt) {
  md.core.ruler.push("headings", (state) => {
    if (state.inlineMode) return;
    const opens = state.tokens.filter(({ type }) => type === "heading_open");
    const highest = Math.min(...opens.map(levelOf));
    const found: Heading[] = [];
    const idOf = uniqueIds();
    let inNote = false;
    state.tokens.forEach((token, at) => {
      if (token.type.startsWith("note_")) inNote = token.nesting === 1;
      if (inNote && token.type === "heading_open") complain(state.env, token.map?.[0], t.aNoteHasNoHeading);
      if (token.type !== "heading_open" && token.type !== "heading_close") return;
      const level = Math.min(levelOf(token) - highest + FIRST, LAST);
      token.tag = `h${level}`;
      if (token.type === "heading_open") found.push(name(token, state, at, level, idOf));
    });
    kept.set(state.env, found);
  });
}

const levelOf = (token: Token) => Number(token.tag.slice(1));

function name(
  token: Token,
  state: StateCore,
  at: number,
  level: number,
  idOf: (wanted: string) => string,
): Heading {
  const text = (state.tokens[at + 1]?.children ?? []).map(wordsOf).join("").trim();
  // The prefix keeps a heading called "Discussion" or "Notes" away from the ids of the page around it.
  const id = idOf(`s-${slug(text) || "section"}`);
  token.attrSet("id", id);
  return { id, level, text };
}

const wordsOf = ({ type, content }: Token) => (type === "text" || type === "code_inline" ? content : "");

/** Longer ids are cut: they stand in addresses. Unicode code points. */
const ID_LENGTH = 60;

/**
 * The letters and figures of a heading, in small letters. Accents of Latin, Greek and Cyrillic go, for people type
 * addresses without them; the marks of every other script are part of its letters and stay, in NFC as one types them.
 */
const slug = (text: string): string =>
  beginning(
    text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]\p{Mn}*)\p{Mn}/gu, "")
      .normalize("NFC")
      .replace(/[\u200C\u200D]/g, "")
      .replace(/[^\p{L}\p{N}\p{M}]+|(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, "-"),
    ID_LENGTH,
  ).replace(/^-+|-+$/g, "");
