import { Apart } from "./apart";
import { HeaderSearch } from "./header-search";
import styles from "./site-header.module.css";
import { ViewerMenu } from "./viewer-menu";
import * as t from "#messages/site";

/** Quiet, and the same bytes for everyone: only the island at its end knows who is reading. */
export function SiteHeader({ name }: { name: string }) {
  return (
    <header className={`page ${styles.header}`}>
      <nav className={styles.bar} aria-label={t.site}>
        <Apart>
          <a className={styles.name} href="/" dir="auto">
            {name}
          </a>
          <a className={styles.place} href="/about">
            {t.about}
          </a>
          <HeaderSearch />
          <ViewerMenu />
        </Apart>
      </nav>
    </header>
  );
}
