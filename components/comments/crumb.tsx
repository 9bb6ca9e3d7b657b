import styles from "./discussion.module.css";

/** The way back, on top of a page that stands a little aside of the discussion. */
export function Crumb({ href, label }: { href: string; label: string }) {
  return (
    <p className={styles.crumb}>
      <a href={href} data-action="back">
        ← {label}
      </a>
    </p>
  );
}
