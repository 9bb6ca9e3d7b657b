"use client";

import { useState, type HTMLAttributes } from "react";
import type { Keep } from "./render-static";

/** Keeps a text out of what React sends, and says what stands for it. */
export type PlaceholderFor = ((text: string) => string) & { readonly kept: Keep };

type Props = Pick<HTMLAttributes<HTMLElement>, "className" | "id" | "aria-label" | "aria-labelledby"> & {
  as: "ol" | "div" | "article" | "section" | "nav";
  /** What stands for the text until the page is whole (`web/pages/html-placeholders.ts`). */
  mark: string;
  "data-level"?: number;
  "data-discussion"?: "";
  "data-comments"?: number;
};

/**
 * An element whose text the server puts into the finished page. React in the browser is not handed the text; should it ever
 * draw the page anew (another program has meddled with it), it takes what stands there.
 */
export function RawHtml({ as: Element, mark, ...attributes }: Props) {
  const [html] = useState(() => (typeof document === "undefined" ? `<!--${mark}-->` : textAt(mark)));
  return <Element {...attributes} data-text={mark} dangerouslySetInnerHTML={{ __html: html }} />;
}

const textAt = (mark: string): string => document.querySelector(`[data-text="${mark}"]`)?.innerHTML ?? "";
