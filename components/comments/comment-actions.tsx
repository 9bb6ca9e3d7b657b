import type { CommentView } from "@/domain/comments/comment";
import { commentPath, replyPath } from "./paths";
import styles from "./comment.module.css";
import type { ThreadContext } from "./thread-context";
import { FORMER_MEMBER, respectLabel } from "./labels";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** The form that every Respect of the page belongs to: one for all of them keeps the page small. */
export const RESPECT_FORM = "respect";

/**
 * What one can do, always in sight and always in the same place. All of it works without script: Reply and the rest are
 * pages, Respect is a button of the page's one form for it.
 */
export function CommentActions({ comment, thread }: { comment: CommentView; thread: ThreadContext }) {
  const { id, reactions, locked } = comment;
  const path = commentPath(id);
  return (
    <p
      className={styles.actions}
      role="group"
      aria-label={say(t.theCommentOf, { name: comment.author?.name ?? FORMER_MEMBER })}
    >
      {!thread.closed && !locked && (
        <a href={replyPath(thread.slug, id)} data-action="reply">
          {t.reply}
        </a>
      )}
      <button
        form={RESPECT_FORM}
        formAction={`/api/v1/comments/${id}/reaction`}
        name="_return"
        value={path}
        data-action="respect"
      >
        {respectLabel(reactions?.respect ?? 0)}
      </button>
      <a href={path} data-action="link">
        {t.link}
      </a>
      {/* "More" alone, twenty times a page, would tell a list of links nothing. */}
      <a href={`${path}#more`} data-action="menu">
        {t.moreActions}
      </a>
      {locked && <span>{t.closedToReplies}</span>}
    </p>
  );
}

/** Stands once on every page with comments. */
export function RespectForm() {
  return (
    <form id={RESPECT_FORM} method="post" hidden>
      <input type="hidden" name="_method" value="put" />
      <input type="hidden" name="kind" value="respect" />
    </form>
  );
}
