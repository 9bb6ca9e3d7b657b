import type { CommentView } from "@/domain/comments/comment";
import { CommentItem } from "./comment-item";
import styles from "./ancestors.module.css";
import type { Place } from "./thread-context";

/** What all the replies of a page answer, above them. */
export function Answered({ comment, place }: { comment: CommentView; place: Place }) {
  return (
    <ol className={styles.ancestors} aria-label="What they answer">
      <CommentItem comment={comment} level={0} aside={comment.parentId !== null} place={place} />
    </ol>
  );
}
