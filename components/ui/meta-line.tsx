import type { ReactNode } from "react";
import styles from "./meta-line.module.css";

/** The small line that says who, when and how much: each child a part, and a middle dot between two. */
export function MetaLine({ children }: { children: ReactNode }) {
  return <p className={styles.meta}>{children}</p>;
}
