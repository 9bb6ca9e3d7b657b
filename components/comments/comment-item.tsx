import type { ReactNode } from "react";
import { ProseHtml } from "@/components/ui/prose-html";
import { PassageQuote } from "@/components/passages/passage-quote";
import type { CommentView } from "@/domain/comments/comment";
import { anchorOf } from "./paths";
import { CommentActions } from "./comment-actions";
import { CommentMeta } from "./comment-meta";
import styles from "./comment.module.css";
import type { ThreadContext } from "./thread-context";
import { ReplyingLine } from "./replying-line";
import { TombstoneLine } from "./tombstone-line";

type Props = {
  comment: CommentView;
  /** How far it is indented where there is room. */
  level: number;
  /** Names whom it answers, because its place does not. */
  namesParent: boolean;
  /** What it answers stands right above it, so that a name says enough. */
  follows?: boolean;
  /** What it answers is not on this page. */
  parentElsewhere?: boolean;
  thread: ThreadContext;
  /** What hangs below it. */
  children?: ReactNode;
};

/** A small phone indents so many levels, and any phone three; what is deeper names whom it answers there. */
const SMALL_PHONE_LEVELS = 2;

/** One comment: few elements, for there are sixty of them on a page, and nothing that only script could use. */
export function CommentItem(props: Props) {
  const { comment, level, namesParent, follows = false, parentElsewhere = false, thread, children } = props;
  const absent = comment.html === "";
  return (
    <li id={anchorOf(comment.id)} className={styles.comment}>
      {(namesParent || level > SMALL_PHONE_LEVELS) && (
        <ReplyingLine
          comment={comment}
          level={namesParent ? null : level}
          peek={!follows}
          elsewhere={parentElsewhere}
        />
      )}
      {absent ? (
        <TombstoneLine comment={comment} />
      ) : (
        <>
          <CommentMeta comment={comment} level={level} thread={thread} />
          {comment.passage && <PassageQuote slug={comment.articleSlug} passage={comment.passage} />}
          <ProseHtml html={comment.html} />
          <CommentActions comment={comment} thread={thread} />
        </>
      )}
      {children}
    </li>
  );
}
