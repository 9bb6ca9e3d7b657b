import { sidesPath } from "./paths";
import styles from "./discussion.module.css";
import { hasSides, type ThreadContext } from "./thread-context";
import * as t from "#messages/comments";

/** Where a question has sides: a way to read them apart, and a switch for those who would rather not know. */
export function SideLinks({ thread }: { thread: ThreadContext }) {
  if (!hasSides(thread)) return null;
  return (
    <p className={styles.sides}>
      <a href={sidesPath(thread.slug, { sort: thread.sort })}>{t.readSideBySide}</a>
      <span className={styles.later}>{t.onceVotesAreShown}</span>
      <label>
        <input type="checkbox" name="hide-stances" /> {t.hideAuthorsVotes}
      </label>
    </p>
  );
}
