import styles from "./discussion.module.css";

/** The way back, on top of a page that stands a little aside of the discussion. */
export function Crumb({ href, words }: { href: string; words: string }) {
  return (
    <p className={styles.crumb}>
      <a href={href} data-do="back">
        ← {words}
      </a>
    </p>
  );
}
