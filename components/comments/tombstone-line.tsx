import { Time } from "@/components/ui/time";
import type { CommentView } from "@/domain/comments/comment";
import { commentPath } from "./paths";
import styles from "./comment.module.css";
import { absenceSentence, reasonLabel } from "./labels";

/** Where a comment was: by whom it was taken away, why and when. Its replies stay. */
export function TombstoneLine({ comment: { id, state, absence } }: { comment: CommentView }) {
  return (
    <p className={styles.tombstone}>
      {absenceSentence(state, absence)}
      {absence?.reason && (
        <>
          : <a href="/rules">{reasonLabel(absence.reason)}</a>
        </>
      )}{" "}
      {absence && (
        <a className={styles.when} href={commentPath(id)}>
          <Time at={absence.at} relative />
        </a>
      )}
    </p>
  );
}
