import { Apart } from "@/components/ui/apart";
import { SORTS, type Sort } from "@/domain/comments/comment";
import { sortedPath } from "./paths";
import styles from "./discussion.module.css";
import { hasSides, type ThreadContext } from "./thread-context";
import { SORT_NAMES } from "./labels";
import * as t from "#messages/comments";

/** The orders a thread can be read in. "Valued by both sides" needs a question that has sides. */
export function SortLinks({
  thread,
  pathOf = sortedPath,
}: {
  thread: ThreadContext;
  pathOf?: typeof sortedPath;
}) {
  return (
    <nav className={styles.sorts} aria-label={t.orderOfTheComments}>
      <Apart>
        {SORTS.filter((sort) => sort !== "bridging" || hasSides(thread)).map((sort) => (
          <a
            key={sort}
            href={pathOf(thread.slug, sort)}
            aria-current={sort === thread.sort ? "true" : undefined}
            data-sort={sort satisfies Sort}
          >
            {SORT_NAMES[sort]}
          </a>
        ))}
      </Apart>
    </nav>
  );
}
