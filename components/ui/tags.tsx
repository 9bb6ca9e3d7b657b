import { listingPath } from "@/domain/articles/listing";
import { Apart } from "./apart";
import styles from "./tags.module.css";
import * as t from "#messages/site";

export function Tags({ tags, isListed }: { tags: string[]; isListed: boolean }) {
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t.tags}>
      <Apart>
        {tags.map((tag) => (
          <li key={tag}>
            {isListed ? (
              <a href={listingPath({ kind: "tag", name: tag })} rel="tag" dir="auto">
                {tag}
              </a>
            ) : (
              tag
            )}
          </li>
        ))}
      </Apart>
    </ul>
  );
}
