import type { ReactNode } from "react";
import styles from "./fold.module.css";

/** What few need, one press away. A native `<details>`, so it opens without script. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className={styles.quiet}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
