import type { ReactNode } from "react";
import { countBelow, type Placed } from "./layout";
import { CommentItem } from "./comment-item";
import { MoreReplies } from "./more-replies";
import type { Place } from "./thread-context";
import styles from "./thread.module.css";
import { foldName } from "./labels";

/** A level of the thread: a list whose items answer what its line comes from. */
export function CommentList({
  placed,
  place,
  level = 0,
}: {
  placed: Placed[];
  place: Place;
  level?: number;
}) {
  return (
    <ol className={styles.list} data-level={level}>
      <Items placed={placed} place={place} />
    </ol>
  );
}

/** Items without their list: script adds them to one that is there. */
export const Items = ({ placed, place }: { placed: Placed[]; place: Place }) =>
  placed.map((one, nth) => (
    <CommentItem key={one.comment.id} {...one} follows={follows(one, placed[nth - 1])} place={place}>
      <Branch {...one} place={place} />
    </CommentItem>
  ));

const follows = ({ comment }: Placed, before: Placed | undefined): boolean =>
  before !== undefined && before.comment.id === comment.parentId && before.below.length === 0;

/**
 * The replies to a comment, joined to it by a line. The line is the summary of a `<details>`, so it folds the branch without
 * script; folded, it is a line of words.
 */
export function Branch({ comment, level, below, place }: Placed & { place: Place }) {
  const [first] = below;
  if (!first) return <MoreReplies comment={comment} level={level} place={place} />;
  return (
    <Line words={foldName(first.comment.author?.name ?? null, countBelow(below))}>
      <CommentList placed={below} place={place} level={level + 1} />
      <MoreReplies comment={comment} level={level} place={place} />
    </Line>
  );
}

export const Line = ({ words, children }: { words: string; children: ReactNode }) => (
  <details className={styles.branch} open>
    <summary className={styles.line}>{words}</summary>
    {children}
  </details>
);
