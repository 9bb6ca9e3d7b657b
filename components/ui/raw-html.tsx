"use client";

import { useState, type HTMLAttributes } from "react";

/** Keeps a text out of what React sends, and says what stands for it. */
export type PlaceholderFor = (text: string) => string;

type Props = Pick<HTMLAttributes<HTMLElement>, "className" | "dir" | "lang"> & {
  as: "ol" | "div";
  /** What stands for the text until the page is whole (`web/pages/html-placeholders.ts`). */
  mark: string;
  "data-level"?: number;
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
