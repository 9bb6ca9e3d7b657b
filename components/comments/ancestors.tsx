import type { ReactNode } from "react";
import type { CommentContext, CommentView } from "@/domain/comments/comment";
import { plainText } from "@/domain/prose/plain";
import { commentPath } from "./paths";
import { layOut } from "./layout";
import { CommentItem } from "./comment-item";
import { CommentList } from "./comment-list";
import styles from "./ancestors.module.css";
import type { ThreadContext } from "./thread-context";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Props = {
  context: CommentContext;
  thread: ThreadContext;
  /** What else one can do with the comment itself, before its replies. */
  more?: ReactNode;
};

/** What a comment answers, down from the beginning of its thread; itself; its first replies. */
export function Ancestors({ context, thread, more }: Props) {
  const { comment, ancestors, skipped } = context;
  const [root, ...nearer] = ancestors;
  return (
    <div className={styles.context}>
      {root && (
        <details className={styles.above} open={fitsAbove(context)}>
          <summary>{t.inReplyTo}</summary>
          <ol className={styles.ancestors} aria-label={t.inReplyTo}>
            <CommentItem comment={root} level={0} namesParent={false} thread={thread} />
            {skipped > 0 && <Skipped count={skipped} nearest={nearer[0]} />}
            {nearer.map((one, nth) => (
              <CommentItem
                key={one.id}
                comment={one}
                level={0}
                namesParent
                follows={nth > 0 || skipped === 0}
                parentElsewhere={nth === 0 && skipped > 0}
                thread={thread}
              />
            ))}
          </ol>
        </details>
      )}
      <div className={styles.linked}>
        <CommentList placed={asLinked(comment, ancestors)} thread={thread} more={more} />
      </div>
    </div>
  );
}

/** More than this above a comment, and whoever comes by its address does not see it on a telephone. Comments, and characters in all. */
const ABOVE = { comments: 2, characters: 240 };

function fitsAbove({ ancestors, skipped }: CommentContext): boolean {
  const characters = ancestors.reduce((sum, { html }) => sum + plainText(html).length, 0);
  return ancestors.length + skipped <= ABOVE.comments && characters <= ABOVE.characters;
}

/** The linked comment begins at the edge of the page, whatever its depth, and names whom it answers. */
const asLinked = (comment: CommentView, ancestors: CommentView[]) =>
  layOut([comment], 0, ancestors.toReversed()).map((placed) =>
    placed.comment.id === comment.id ? { ...placed, namesParent: comment.parentId !== null } : placed,
  );

function Skipped({ count, nearest }: { count: number; nearest: CommentView | undefined }) {
  const text = say(t.commentsBetween, { count });
  return (
    <li className={styles.skipped}>
      {nearest?.parentId ? <a href={commentPath(nearest.parentId)}>{text}</a> : text}
    </li>
  );
}
