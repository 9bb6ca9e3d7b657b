import type { ComponentProps, ReactNode } from "react";
import styles from "./words.module.css";

/** Told to those who listen, not shown to those who see. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

/** Where there is nothing yet: a sentence, not an illustration. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}

/** Where something was: by whom it was taken away, why and when. What answered it stays. */
export function Tombstone({ children }: { children: ReactNode }) {
  return <p className={styles.tombstone}>{children}</p>;
}

/** The small line that says who, when and how much: each child a part, and a middle dot between two. */
export function MetaLine({ children }: { children: ReactNode }) {
  return <p className={styles.meta}>{children}</p>;
}

export function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

/** To the next or the previous page of a list. */
export function PageLink({ rel, ...rest }: ComponentProps<"a"> & { rel: "next" | "prev" }) {
  return <a className={styles.page} rel={rel} {...rest} />;
}
