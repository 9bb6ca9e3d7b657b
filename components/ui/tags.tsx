import styles from "./tags.module.css";
import * as t from "#messages/site";

export function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t.tags}>
      {tags.map((tag) => (
        <li key={tag}>{tag} </li>
      ))}
    </ul>
  );
}
