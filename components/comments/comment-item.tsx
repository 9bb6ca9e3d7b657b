import type { ReactNode } from "react";
import { ProseHtml } from "@/components/ui/prose-html";
import type { Kept } from "@/components/ui/render-static";
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
};

/** A small phone indents so many levels, and any phone three; what is deeper names whom it answers there. */
const SMALL_PHONE_LEVELS = 2;

/** One comment: few elements, for there are sixty of them on a page, and nothing that only script could use. */
export const CommentItem = ({ children, ...own }: Props & { children?: ReactNode }) => (
  <li id={anchorOf(own.comment.id)} className={styles.comment}>
    <OwnLines {...own} />
    {children}
  </li>
);

/** The comment without what hangs below it. */
const OwnLines: Kept<Props> = (props) => {
  const { comment, level, namesParent, follows = false, parentElsewhere = false, thread } = props;
  const absent = comment.html === "";
  return (
    <>
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
    </>
  );
};

/** All of a thread that its lines show is whether one can still write, on which page, and what the answers look like. */
OwnLines.keptBy = ({ comment, level, namesParent, follows, parentElsewhere, thread }) =>
  JSON.stringify([
    { ...comment, replies: null },
    [level, namesParent, follows, parentElsewhere],
    [thread.slug, thread.closed, thread.bestCases.includes(comment.id)],
    comment.stance && thread.answers[comment.stance.option],
  ]);
