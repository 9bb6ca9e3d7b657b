import { EDIT_MINUTES, type CommentView } from "@/domain/comments/comment";
import { branchFollowingPath } from "@/domain/following/following";
import { commentPath, mindChangePath, moderatePath } from "./paths";
import { Apart } from "@/components/ui/apart";
import styles from "./ancestors.module.css";
import * as t from "#messages/comments";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** What one does seldom, as plain links and one form, right below the comment; with script its menu has it. Whose it is to do is said, and checked where it is done. `votes`: there is a poll with sides. */
export function MoreActions({ comment, votes }: { comment: CommentView; votes: boolean }) {
  const path = commentPath(comment.id);
  if (comment.absence?.by === "author") return <BringBack path={path} />;
  if (comment.absence)
    return (
      <section className={styles.actions} aria-label={t.moreToDoWithThisComment}>
        <Moderate id={comment.id} />
      </section>
    );
  return (
    <section
      className={`${styles.actions} ${styles.inMenu}`}
      id="more"
      aria-label={t.moreToDoWithThisComment}
    >
      <Apart>
        <form method="post" action={`/api/v1/comments/${comment.id}/reaction`}>
          <input type="hidden" name="_method" value="put" />
          <input type="hidden" name="_return" value={path} />
          <button name="kind" value="unconvinced">
            {say(t.unconvincedUnconvinced, {
              unconvinced: comment.reactions?.unconvinced ? ` (${comment.reactions.unconvinced})` : "",
            })}
          </button>
        </form>
        <form method="post" action={`/api/v1/comments/${comment.id}/reaction`}>
          <input type="hidden" name="_method" value="delete" />
          <input type="hidden" name="_return" value={path} />
          <button>{t.removeMyReaction}</button>
        </form>
        {votes && <a href={mindChangePath(comment.articleSlug, comment.id)}>{t.thisChangedMyMind}</a>}
        <a href={branchFollowingPath(comment.id)} rel="nofollow">
          {t.followOrMute}
        </a>
        <a href={`${path}/report`}>{t.report}</a>
        {comment.editedAt !== null && <a href={`${path}/history`}>{t.history}</a>}
        <span>
          {rich(t.ifItIsYours, {
            link: (words) => (
              <a href={`${path}/edit`} title={say(t.itsAuthorMayEdit, { editMinutes: EDIT_MINUTES })}>
                {words}
              </a>
            ),
          })}
        </span>
        <Moderate id={comment.id} />
      </Apart>
    </section>
  );
}

const Moderate = ({ id }: { id: string }) => (
  <span>
    {rich(t.ifYouModerateHere, {
      link: (words) => (
        <a href={moderatePath(id)} title={t.itsModeratorsMayDecide}>
          {words}
        </a>
      ),
    })}
  </span>
);

const BringBack = ({ path }: { path: string }) => (
  <section className={styles.actions} aria-label={t.forItsAuthor}>
    <a href={`${path}/edit`}>{say(t.yoursYouCanRestoreIt, { editMinutes: EDIT_MINUTES })}</a>
  </section>
);
