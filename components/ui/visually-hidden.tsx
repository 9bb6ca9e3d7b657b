import type { ReactNode } from "react";

/** Told to those who listen, not shown to those who see. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
