import styles from "./site-header.module.css";
import { ViewerMenu } from "./viewer-menu";

/** Quiet, and the same bytes for everyone: only the island at its end knows who is reading. */
export function SiteHeader() {
  return (
    <header className={`page ${styles.header}`}>
      <nav className={styles.bar} aria-label="Site">
        <a className={styles.name} href="/">
          Moot
        </a>
        <a className={styles.place} href="/about">
          About
        </a>
        <ViewerMenu />
      </nav>
    </header>
  );
}
