import { Apart } from "./apart";
import { HeaderSearch } from "./header-search";
import styles from "./site-header.module.css";
import { ViewerMenu } from "./viewer-menu";
import { picturePath, readReference } from "@/domain/pictures/picture";
import * as t from "#messages/site";

/** Quiet, and the same bytes for everyone: only the island at its end knows who is reading. */
export function SiteHeader({ name, logo }: { name: string; logo: string }) {
  const mark = readReference(logo);
  return (
    <header className={`page ${styles.header}`}>
      <nav className={styles.bar} aria-label={t.site}>
        <Apart>
          <a className={styles.name} href="/" dir="auto">
            {mark && (
              <img
                className={styles.logo}
                src={picturePath(mark.hash, 180, "png")}
                width={180}
                height={180}
                alt=""
              />
            )}
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
