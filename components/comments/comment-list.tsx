import type { ReactNode } from "react";
import { countBelow, type LaidOut } from "./layout";
import { CommentItem } from "./comment-item";
import { MoreReplies } from "./more-replies";
import type { ThreadContext } from "./thread-context";
import styles from "./thread.module.css";
import { foldLabel } from "./labels";

/** A level of the thread: a list whose items answer what its line comes from. */
export function CommentList({ placed, thread, level = 0, more }: ItemsProps & { level?: number }) {
  return (
    <ol className={styles.list} data-level={level}>
      <Items placed={placed} thread={thread} more={more} />
    </ol>
  );
}

type ItemsProps = {
  placed: LaidOut[];
  thread: ThreadContext;
  /** Stands between the first comment and its replies. */
  more?: ReactNode;
};

/** Items without their list: script adds them to one that is there. */
export const Items = ({ placed, thread, more }: ItemsProps) =>
  placed.map((one, nth) => (
    <CommentItem key={one.comment.id} {...one} follows={follows(one, placed[nth - 1])} thread={thread}>
      {nth === 0 && more}
      <Branch {...one} thread={thread} />
    </CommentItem>
  ));

const follows = ({ comment }: LaidOut, before: LaidOut | undefined): boolean =>
  before !== undefined && before.comment.id === comment.parentId && before.below.length === 0;

/**
 * The replies to a comment, joined to it by a line. The line is the summary of a `<details>`, so it folds the branch without
 * script; folded, it is a line of words.
 */
export function Branch({ comment, level, below, thread }: LaidOut & { thread: ThreadContext }) {
  const [first] = below;
  if (!first) return <MoreReplies comment={comment} level={level} thread={thread} />;
  return (
    <Line label={foldLabel(first.comment.author?.name ?? null, countBelow(below))}>
      <CommentList placed={below} thread={thread} level={level + 1} />
      <MoreReplies comment={comment} level={level} thread={thread} />
    </Line>
  );
}

export const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className={styles.branch} open>
    <summary className={styles.line}>{label}</summary>
    {children}
  </details>
);
