import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

/**
 * The elements of something that needs no script of its own, drawn by the very components the server draws it with. They
 * are copies: React forgets them, and the page owns them, as it owns what came from the server.
 */
export function renderToFragment(node: ReactNode): DocumentFragment {
  const container = document.createElement("div");
  const root = createRoot(container);
  flushSync(() => root.render(node));
  const fragment = document.createDocumentFragment();
  fragment.append(...Array.from(container.childNodes, (child) => child.cloneNode(true)));
  root.unmount();
  return fragment;
}
