import type { ReactNode } from "react";
import { ProseHtml } from "@/components/ui/prose-html";
import type { CommentView } from "@/domain/comments/comment";
import { anchorOf } from "./paths";
import { CommentActions } from "./comment-actions";
import { CommentMeta } from "./comment-meta";
import styles from "./comment.module.css";
import type { Place } from "./thread-context";
import { Replying } from "./replying-line";
import { TombstoneLine } from "./tombstone-line";

type Props = {
  comment: CommentView;
  /** How far it is indented where there is room. */
  level: number;
  /** Names whom it answers, because its place does not. */
  aside: boolean;
  /** What it answers stands right above it, so that a name says enough. */
  follows?: boolean;
  place: Place;
  /** What hangs below it. */
  children?: ReactNode;
};

/** A small phone indents so many levels, and any phone three; what is deeper names whom it answers there. */
const SMALL_PHONE_LEVELS = 2;

/** One comment: few elements, for there are sixty of them on a page, and nothing that only script could use. */
export function CommentItem({ comment, level, aside, follows = false, place, children }: Props) {
  const absent = comment.html === "";
  return (
    <li id={anchorOf(comment.id)} className={styles.comment}>
      {(aside || level > SMALL_PHONE_LEVELS) && (
        <Replying comment={comment} level={aside ? null : level} peek={!follows} />
      )}
      {absent ? (
        <TombstoneLine comment={comment} />
      ) : (
        <>
          <CommentMeta comment={comment} place={place} />
          <ProseHtml html={comment.html} />
          <CommentActions comment={comment} place={place} />
        </>
      )}
      {children}
    </li>
  );
}
