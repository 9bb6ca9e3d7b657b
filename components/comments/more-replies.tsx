import { INDENT_LEVELS, type CommentView } from "@/domain/comments/comment";
import { commentPath, morePath } from "./paths";
import { unseenReplies } from "./layout";
import type { ThreadContext } from "./thread-context";
import styles from "./thread.module.css";
import { showMoreLabel, showRepliesLabel } from "./labels";
import * as t from "#messages/comments";

/**
 * The way to the replies that are not on the page. Past the last indent they continue on a page of their own; everywhere
 * else script puts them here, and without it the link leads to a page of them.
 */
export function MoreReplies({
  comment,
  level,
  thread,
}: {
  comment: CommentView;
  level: number;
  thread: ThreadContext;
}) {
  const unseen = unseenReplies(comment);
  if (unseen === 0) return null;
  if (level >= INDENT_LEVELS)
    return (
      <a className={styles.more} href={commentPath(comment.id)}>
        {t.continueThisThread}
      </a>
    );
  const { sort, slug } = thread;
  return (
    <MoreLink
      href={morePath(slug, { sort, parent: comment.id, after: comment.replies.next })}
      left={unseen}
      label={comment.replies.items.length > 0 ? showMoreLabel(unseen) : showRepliesLabel(unseen)}
    />
  );
}

/** `left` is how many comments are behind it, where that is known. */
export const MoreLink = ({ href, left, label }: { href: string; left?: number; label: string }) => (
  <a className={styles.more} href={href} data-action="more" data-left={left} rel="next">
    {label}
  </a>
);
