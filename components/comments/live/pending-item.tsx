import { anchorOf } from "@/components/comments/paths";
import item from "@/components/comments/comment.module.css";
import styles from "./live.module.css";

/** A comment on its way: the writer's words as they typed them, and what has become of them. */
export function PendingItem({ id, name, body }: { id: string; name: string; body: string }) {
  return (
    <li id={anchorOf(id)} className={`${item.comment} ${styles.pending}`}>
      <p className={item.meta}>
        <span className={item.author}>{name}</span>
        <span className={styles.sending}>Sending …</span>
        <span className={styles.waiting}>Not sent yet</span>
      </p>
      <div className={styles.words} dir="auto">
        {body}
      </div>
      <p className={`${item.actions} ${styles.waiting}`}>
        <button data-action="resend" value={id}>
          Try now
        </button>
        <button data-action="unsend" value={id}>
          Take it back and edit
        </button>
      </p>
    </li>
  );
}
