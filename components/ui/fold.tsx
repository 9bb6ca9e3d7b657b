import type { ReactNode } from "react";
import styles from "./fold.module.css";

type Props = { summary: string; open?: boolean; children: ReactNode };

/** What few need, one press away. A native `<details>`, so it opens without script. */
export function Fold({ summary, open, children }: Props) {
  return (
    <details className={styles.quiet} open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
