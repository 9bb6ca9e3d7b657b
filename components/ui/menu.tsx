import type { ReactNode } from "react";
import styles from "./menu.module.css";

/**
 * A few more actions behind a word. A native `<details>`, so it opens without script; with script
 * `MenuDismiss` closes it on Escape and on a press elsewhere.
 */
export function Menu({ label, name, children }: { label: ReactNode; name?: string; children: ReactNode }) {
  return (
    <details className={styles.menu} data-menu="">
      <summary aria-label={name}>{label}</summary>
      <div className={styles.sheet}>{children}</div>
    </details>
  );
}
