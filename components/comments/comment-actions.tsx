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
 * pages, Respect is a button of the page's one form for it. Each
 * says whose comment it is about: twenty times "More" would tell a list of links nothing.
 */
export function CommentActions({ comment, thread }: { comment: CommentView; thread: ThreadContext }) {
  const { id, author, reactions, locked } = comment;
  const path = commentPath(id);
  const name = author?.name ?? FORMER_MEMBER;
  const respect = respectLabel(reactions?.respect ?? 0);
  return (
    <p
      className={styles.actions}
      role="group"
      aria-label={say(t.onTheCommentOf, { name: comment.author?.name ?? FORMER_MEMBER })}
    >
      {!thread.closed && !locked && (
        <a href={replyPath(thread.slug, id)} data-action="reply" aria-label={say(t.replyTo, { name })}>
          {t.reply}
        </a>
      )}{" "}
      <button
        form={RESPECT_FORM}
        formAction={`/api/v1/comments/${id}/reaction`}
        name="_return"
        value={path}
        data-action="respect"
        aria-label={say(t.respectWhom, { respect, name })}
      >
        {respect}
      </button>{" "}
      <a href={path} data-action="link" aria-label={say(t.linkTo, { name })}>
        {t.link}
      </a>{" "}
      <a href={`${path}#more`} data-action="menu" aria-label={say(t.moreAbout, { name })}>
        {t.moreActions}
      </a>{" "}
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
