import { EDIT_MINUTES, type CommentView } from "@/domain/comments/comment";
import { commentPath } from "./paths";
import styles from "./ancestors.module.css";

/** What one does seldom, as plain links and one form; what is yours to do is checked where it is done. */
export function MoreActions({ comment }: { comment: CommentView }) {
  const path = commentPath(comment.id);
  if (comment.absence?.by === "author") return <BringBack path={path} />;
  if (comment.absence) return null;
  return (
    <section className={styles.actions} id="more" aria-label="More to do with this comment">
      <form method="post" action={`/api/v1/comments/${comment.id}/reaction`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={path} />
        <button name="kind" value="unconvinced">
          Unconvinced{comment.reactions?.unconvinced ? ` ${comment.reactions.unconvinced}` : ""}
        </button>
      </form>
      <form method="post" action={`/api/v1/comments/${comment.id}/reaction`}>
        <input type="hidden" name="_method" value="delete" />
        <input type="hidden" name="_return" value={path} />
        <button>Take my reaction back</button>
      </form>
      <a href={`${path}/report`}>Report</a>
      {comment.editedAt !== null && <a href={`${path}/history`}>History</a>}
      <a href={`${path}/edit`} title={`Its author may edit it for ${EDIT_MINUTES} minutes`}>
        Edit or withdraw
      </a>
    </section>
  );
}

const BringBack = ({ path }: { path: string }) => (
  <section className={styles.actions} aria-label="For its author">
    <a href={`${path}/edit`}>Yours? It can be brought back for {EDIT_MINUTES} minutes</a>
  </section>
);
