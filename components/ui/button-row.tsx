import type { ReactNode } from "react";
import { Apart } from "./apart";
import styles from "./button-row.module.css";

/** What one can press beside each other. */
export const ButtonRow = ({ children }: { children: ReactNode }) => (
  <div className={styles.row}>
    <Apart>{children}</Apart>
  </div>
);
