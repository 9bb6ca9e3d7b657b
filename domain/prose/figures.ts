import type { Env, MarkdownIt, StateCore, Token } from "markdown-it";
import {
  captionAndCredit,
  readReference,
  sharedPath,
  sharedSize,
  SIZES,
  sourceSet,
  type LeadPicture,
  type Picture,
} from "@/domain/pictures/picture";
import { mayShow } from "./links";
import { complain } from "./problems";
import { escapeHtml } from "./safe-html";
import * as t from "#messages/articles";

/** `/figures/loop.svg#640x320`: the picture's own size in pixels, so that the page keeps its place for it. */
const SIZE = /^([^#]+)#(\d{1,4})x(\d{1,5})$/;

/** `srcset` of an uploaded picture, which has several files; none of one that lies in `public/`. */
type Shown = {
  src: string;
  srcset: string | null;
  width: number;
  height: number;
  caption: string;
  credit: string;
};

const shown = new WeakMap<Token, Shown>();
const uploaded = new WeakMap<Env, Picture[]>();

/** The uploaded pictures that a text shows, in its order. */
export const picturesOf = (env: Env): Picture[] => uploaded.get(env) ?? [];

/**
 * A picture alone in its paragraph is a figure, and its title is the caption, with whose it is behind an upright line:
 * `![what it shows](/pictures/0123…#1600x900 "Caption. | Photo: Ada")`. Pictures come from this site; anything else is a
 * problem, and only the words that describe it are printed.
 */
export function figures(md: MarkdownIt) {
  md.core.ruler.push("figures", findFigures);
  md.renderer.rules["image"] = (tokens, at, options, env) =>
    escapeHtml(md.renderer.renderInlineAsText(tokens[at]?.children ?? [], options, env));
  md.renderer.rules["figure"] = (tokens, at, options, env) => {
    const token = tokens[at];
    const picture = token && shown.get(token);
    if (!picture) return "";
    const { src, srcset, width, height, caption, credit } = picture;
    const alt = md.renderer.renderInlineAsText(token.children ?? [], options, env);
    const sizes = srcset === null ? "" : ` srcset="${escapeHtml(srcset)}" sizes="${escapeHtml(SIZES)}"`;
    return (
      `<figure><img src="${escapeHtml(src)}"${sizes} alt="${escapeHtml(alt)}" width="${width}"` +
      ` height="${height}" loading="lazy" decoding="async">${captionHtml(caption, credit)}</figure>\n`
    );
  };
}

/** The picture on top of an article, where there is only its text to show it in: a feed. */
export function figureHtml(picture: LeadPicture): string {
  const { width, height } = sharedSize(picture);
  return (
    `<figure><img src="${sharedPath(picture)}" alt="${escapeHtml(picture.alt)}" width="${width}" height="${height}">` +
    `${captionHtml(picture.caption, picture.credit)}</figure>\n`
  );
}

function captionHtml(caption: string, credit: string): string {
  if (caption === "" && credit === "") return "";
  const whose = credit === "" ? "" : `<span class="credit">${escapeHtml(credit)}</span>`;
  return `<figcaption>${[escapeHtml(caption), whose].filter((part) => part !== "").join(" ")}</figcaption>`;
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
          ? turnIntoFigure(image, state.env)
          : t.aPictureStandsInAParagraph;
      if (reason) complain(state.env, token.map?.[0], reason);
      else unwrap(state.tokens, at);
    }
  });
}

/** @returns what is wrong with the picture, or nothing when it is a figure now. */
function turnIntoFigure(image: Token, env: Env): string | undefined {
  const address = String(image.attrGet("src"));
  const [, src, width, height] = SIZE.exec(address) ?? [];
  if (!mayShow(address)) return t.aPictureComesFromThisSite;
  if (!src) return t.aPicturesAddressEnds;
  if (image.content.trim() === "") return t.aPictureNeedsWordsForThose;
  image.type = "figure";
  const picture = readReference(address);
  if (picture) uploaded.set(env, [...picturesOf(env), picture]);
  shown.set(image, {
    ...(picture ? { src: sharedPath(picture), srcset: sourceSet(picture) } : { src, srcset: null }),
    width: Number(width),
    height: Number(height),
    ...captionAndCredit(String(image.attrGet("title") ?? "")),
  });
  return undefined;
}

/** A figure may not stand inside a paragraph. */
function unwrap(tokens: Token[], at: number) {
  for (const edge of [tokens[at - 1], tokens[at + 1]]) if (edge) edge.hidden = true;
}
