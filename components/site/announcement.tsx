import styles from "./announcement.module.css";
import * as t from "#messages/site-settings";

/** An admin's line above every page. */
export function Announcement({ words, href }: { words: string; href: string }) {
  if (words === "") return null;
  return (
    <aside className={`page ${styles.announcement}`} aria-label={t.announcementLabel}>
      <p dir="auto">{href === "" ? words : <a href={href}>{words}</a>}</p>
    </aside>
  );
}
