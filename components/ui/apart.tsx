import { Children, Fragment, type ReactNode } from "react";

/**
 * Its children with a blank between them. A row whose parts only the style sheet sets apart is one word to a text browser, a reader's view,
 * some voices and whoever copies it; in a flex row the blank takes no room.
 */
export const Apart = ({ children }: { children: ReactNode }) =>
  Children.toArray(children).map((child, nth) => (
    <Fragment key={nth}>
      {nth > 0 && " "}
      {child}
    </Fragment>
  ));
