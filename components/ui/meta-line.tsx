import { Children, type ReactNode } from "react";
import styles from "./meta-line.module.css";

/** A dot of the text itself, so that the parts stay apart for a voice, a text browser and whoever copies them. It never begins a line. */
const DOT = "\u00a0· ";

/** The small line that says who, when and how much: each child a part, and a middle dot between two. */
export function MetaLine({ children }: { children: ReactNode }) {
  return (
    <p className={styles.meta}>
      {Children.toArray(children).map((part, nth) =>
        nth === 0 ? (
          part
        ) : (
          <span key={nth}>
            {DOT}
            {part}
          </span>
        ),
      )}
    </p>
  );
}
