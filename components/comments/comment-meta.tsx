import { AuthorName } from "@/components/members/author-name";
import { Time } from "@/components/ui/time";
import type { CommentView } from "@/domain/comments/comment";
import { methodOf } from "@/domain/polls/methods";
import { commentPath } from "./paths";
import styles from "./comment.module.css";
import type { ThreadContext } from "./thread-context";
import { FORMER_MEMBER, ROLE_MARKS } from "./labels";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Props = { comment: CommentView; level: number; thread: ThreadContext };

/** Who, on which side if they say so, and when. The time is the comment's address; the line is its heading, as deep as it stands. */
export function CommentMeta({ comment, level, thread }: Props) {
  const { id, author, stance, postedAt, editedAt, pinned, valuedByBothSides, changedMinds, state } = comment;
  const mark = author && ROLE_MARKS[author.role];
  return (
    <p className={styles.meta} role="heading" aria-level={headingLevel(level)}>
      {author ? <AuthorName author={author} className={styles.author} /> : <span>{FORMER_MEMBER}</span>}{" "}
      {mark && <span className={styles.mark}>{mark}</span>}{" "}
      {stance && (
        <span className={styles.stance} data-side={thread.answers[stance.option]?.tone ?? "none"}>
          {stance.label}
          {stance.outdated && <i>{t.hasSinceChanged}</i>}
        </span>
      )}{" "}
      <a className={styles.when} href={commentPath(id)}>
        <Time at={postedAt} relative />
      </a>{" "}
      {editedAt !== null && <a href={`${commentPath(id)}/history`}>{t.edited}</a>}{" "}
      {thread.bestCases.includes(id) && (
        <a className={styles.mark} href="#cases">
          {t.bestCase}
        </a>
      )}{" "}
      {pinned && <span className={styles.mark}>{t.pinned}</span>}{" "}
      {valuedByBothSides && (
        <a className={styles.mark} href={methodOf("bridging")}>
          {t.valuedByBothSides}
        </a>
      )}{" "}
      {changedMinds > 0 && (
        <a className={styles.mark} href={methodOf("minds")}>
          {say(t.changedMinds, { changedMinds })}
        </a>
      )}{" "}
      {state === "held" && <span className={styles.mark}>{t.pendingApproval}</span>}
    </p>
  );
}

/** The discussion's own title is a heading of the second level, and there are six. */
const headingLevel = (level: number): number => Math.min(3 + level, 6);
