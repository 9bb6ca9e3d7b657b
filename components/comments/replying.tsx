import type { CommentView } from "@/domain/comments/comment";
import { anchorOf } from "./addresses";
import styles from "./comment.module.css";
import { NOBODY } from "./words";

/** Whom a comment answers, with the first words of that. Not `always`: only where the indent has come to its end. */
export function Replying({ comment: { answers }, always }: { comment: CommentView; always: boolean }) {
  if (!answers) return null;
  return (
    <a
      className={always ? styles.replying : `${styles.replying} ${styles.onPhone}`}
      href={`#${anchorOf(answers.id)}`}
      data-do="up"
    >
      replying to <b>{answers.name ?? NOBODY}</b>
      {answers.excerpt && ` “${answers.excerpt}”`}
    </a>
  );
}
