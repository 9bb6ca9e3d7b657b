import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { mayShow } from "./links";
import { complain } from "./problems";
import { escapeHtml } from "./safe-html";
import * as t from "#messages/articles";

/** `/figures/loop.svg#640x320`: the picture's own size in pixels, so that the page keeps its place for it. */
const SIZE = /^([^#]+)#(\d{1,4})x(\d{1,4})$/;

type Picture = { src: string; width: number; height: number; caption: string };

const pictures = new WeakMap<Token, Picture>();

/**
 * A picture alone in its paragraph is a figure, and its title is the caption:
 * `![what it shows](/figures/loop.svg#640x320 "Caption.")`. Pictures come from this site; anything else is a
 * problem, and only the words that describe it are printed.
 */
export function figures(md: MarkdownIt) {
  md.core.ruler.push("figures", findFigures);
  md.renderer.rules["image"] = (tokens, at, options, env) =>
    escapeHtml(md.renderer.renderInlineAsText(tokens[at]?.children ?? [], options, env));
  md.renderer.rules["figure"] = (tokens, at, options, env) => {
    const token = tokens[at];
    const picture = token && pictures.get(token);
    if (!picture) return "";
    const { src, width, height, caption } = picture;
    const alt = md.renderer.renderInlineAsText(token.children ?? [], options, env);
    const text = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : "";
    return (
      `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${width}"` +
      ` height="${height}" loading="lazy" decoding="async">${text}</figure>\n`
    );
  };
}

function findFigures(state: StateCore) {
  if (state.inlineMode) return;
  let inNote = false;
  state.tokens.forEach((token, at) => {
    if (token.type.startsWith("note_")) inNote = token.nesting === 1;
    const images = token.children?.filter(({ type }) => type === "image") ?? [];
    for (const image of images) {
      const alone = token.children?.length === 1 && token.level === 1;
      const reason = inNote
        ? t.aNoteHoldsWords
        : alone
          ? turnIntoFigure(image)
          : t.aPictureStandsInAParagraph;
      if (reason) complain(state.env, token.map?.[0], reason);
      else unwrap(state.tokens, at);
    }
  });
}

/** @returns what is wrong with the picture, or nothing when it is a figure now. */
function turnIntoFigure(image: Token): string | undefined {
  const [, src, width, height] = SIZE.exec(String(image.attrGet("src"))) ?? [];
  if (!mayShow(String(image.attrGet("src")))) return t.aPictureComesFromThisSite;
  if (!src) return t.aPicturesAddressEnds;
  if (image.content.trim() === "") return t.aPictureNeedsWordsForThose;
  image.type = "figure";
  pictures.set(image, {
    src,
    width: Number(width),
    height: Number(height),
    caption: String(image.attrGet("title") ?? ""),
  });
  return undefined;
}

/** A figure may not stand inside a paragraph. */
function unwrap(tokens: Token[], at: number) {
  for (const edge of [tokens[at - 1], tokens[at + 1]]) if (edge) edge.hidden = true;
}
