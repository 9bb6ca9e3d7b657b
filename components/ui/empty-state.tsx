import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Where there is nothing yet: a sentence, not an illustration. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
