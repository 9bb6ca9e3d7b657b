import type { CommentView } from "@/domain/comments/comment";
import { anchorOf, commentPath } from "./paths";
import styles from "./comment.module.css";
import { FORMER_MEMBER } from "./labels";
import * as t from "#messages/comments";
import { rich } from "@/messages/rich";

/** Where a phone's indent ends, level 3 is named on small ones only. */
const PHONE_LEVELS = 3;

type Props = {
  comment: CommentView;
  /** Null where its place does not say it at all; else only where this level is not indented any more. */
  level: number | null;
  /** With the first words of it. */
  peek: boolean;
  /** It is not on this page: then the line leads to its own. */
  elsewhere: boolean;
};

/** Whom a comment answers, with the first words of that. */
export function ReplyingLine({ comment: { answers }, level, peek, elsewhere }: Props) {
  if (!answers) return null;
  return (
    <a
      className={`${styles.replying} ${where(level)}`.trimEnd()}
      href={elsewhere ? commentPath(answers.id) : `#${anchorOf(answers.id)}`}
      data-action="up"
    >
      {rich(t.replyingTo, {
        name: <b>{answers.name ?? FORMER_MEMBER}</b>,
        peek: peek && answers.excerpt && ` “${answers.excerpt}”`,
      })}
    </a>
  );
}

function where(level: number | null): string | undefined {
  if (level === null) return "";
  return level > PHONE_LEVELS ? styles.onPhone : styles.onSmallPhone;
}
