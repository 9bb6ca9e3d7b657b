import { anchorOf } from "@/components/comments/paths";
import item from "@/components/comments/comment.module.css";
import styles from "./live.module.css";
import * as t from "#messages/comments";

/** A comment on its way: the writer's words as they typed them, and what has become of them. */
export function PendingItem({ id, name, body }: { id: string; name: string; body: string }) {
  return (
    <li id={anchorOf(id)} className={`${item.comment} ${styles.pending}`}>
      <p className={item.meta}>
        <span className={item.author}>{name}</span>
        <span className={styles.sending}>{t.sending}</span>
        <span className={styles.waiting}>{t.notSentYet}</span>
      </p>
      <div className={styles.words} dir="auto">
        {body}
      </div>
      <p className={`${item.actions} ${styles.waiting}`}>
        <button data-action="resend" value={id}>
          {t.tryNow}
        </button>
        <button data-action="unsend" value={id}>
          {t.cancelAndEdit}
        </button>
      </p>
    </li>
  );
}
