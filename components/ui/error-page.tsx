import type { ReactNode } from "react";

/** A page that could not be what was asked for: what happened, and a way on. */
export function ErrorPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="apology">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
