import type { ComponentProps, ReactNode } from "react";
import { RawHtml, type PlaceholderFor } from "./raw-html";
import { renderStatic } from "./render-static";

type Props = Omit<ComponentProps<typeof RawHtml>, "mark"> & {
  placeholderFor: PlaceholderFor;
  children: ReactNode;
};

/**
 * Elements with which script has nothing to do, as one text of the page: drawn once on the server, sent once, and passed over by React
 * in the browser. What does need script stands beside it.
 */
export const Served = ({ placeholderFor, children, ...element }: Props) => (
  <RawHtml {...element} mark={placeholderFor(renderStatic(children, placeholderFor.kept))} />
);
