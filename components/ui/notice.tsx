import type { ReactNode } from "react";
import styles from "./notice.module.css";

/**
 * A sentence of the site to the reader. A `problem` is announced at once (it is what they must mend),
 * the others when there is a pause.
 */
export function Notice({ kind = "note", children }: { kind?: "note" | "problem"; children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === "problem" ? "alert" : "status"}>
      {children}
    </div>
  );
}
