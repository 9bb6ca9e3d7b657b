import type { Heading } from "@/domain/prose/headings";
import styles from "./contents.module.css";
import * as t from "#messages/articles";

/** A long text's sections, as links to them. Sections only: what is below an h2 is found by reading. */
export function Contents({ headings }: { headings: Heading[] }) {
  return (
    <nav className={styles.contents} aria-label={t.onThisPage}>
      <ul>
        {headings
          .filter(({ level }) => level === 2)
          .map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
