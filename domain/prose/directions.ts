import type { StateCore } from "markdown-it";

export const RIGHT_TO_LEFT =
  /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}\p{sc=Mandaic}\p{sc=Samaritan}\p{sc=Hanifi_Rohingya}]/u;
const CONTAINERS = new Set(["bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"]);

/** What holds both directions says where its own words begin; where all is written from the left there is nothing to say. */
export const directionOf = (text: string): string => (RIGHT_TO_LEFT.test(text) ? ' dir="auto"' : "");

/**
 * Gives every list, quotation and table the direction of its own words: their markers, bars and columns stand on the
 * side where these begin. Code and handles are written from the left, and do not decide for what stands around them. Paragraphs find it by the style sheet.
 */
export function directions(state: StateCore) {
  if (!RIGHT_TO_LEFT.test(state.src)) return;
  for (const token of state.tokens) {
    if (CONTAINERS.has(token.type)) token.attrSet("dir", "auto");
    for (const child of token.children ?? [])
      if (child.type === "code_inline" || child.meta?.["mention"]) child.attrSet("dir", "ltr");
  }
}
