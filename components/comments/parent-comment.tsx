import type { CommentView } from "@/domain/comments/comment";
import { CommentItem } from "./comment-item";
import styles from "./ancestors.module.css";
import type { ThreadContext } from "./thread-context";
import * as t from "#messages/comments";

/** What all the replies of a page answer, above them. */
export function ParentComment({ comment, thread }: { comment: CommentView; thread: ThreadContext }) {
  return (
    <ol className={styles.ancestors} aria-label={t.theyReplyTo}>
      <CommentItem
        comment={comment}
        level={0}
        namesParent={comment.parentId !== null}
        parentElsewhere
        thread={thread}
      />
    </ol>
  );
}
