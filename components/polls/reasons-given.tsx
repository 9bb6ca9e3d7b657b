import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import styles from "./debate.module.css";

/** What changed minds, in the words of those who let themselves be quoted. */
export function ReasonsGiven({ debate: { told, changedMinds } }: { debate: Debate }) {
  if (told.length === 0 && changedMinds === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="minds">
      <h2 id="minds">What changed minds</h2>
      <p>
        {changedMinds === 1 ? "One reader" : `${changedMinds} readers`} said what made them change their vote.
      </p>
      <ul className={styles.reasons}>
        {told.map(({ commentId, passage, why, closer }, at) => (
          <li key={`${commentId ?? ""} ${at}`}>
            {why !== null && (
              <blockquote className={styles.quoted}>
                <p dir="auto">{why}</p>
              </blockquote>
            )}
            <p className={styles.small}>
              {closer ? "Moved a reader closer: " : "Changed a reader’s vote: "}
              {commentId !== null && <a href={`/comments/${commentId}`}>this comment</a>}
              {passage !== null && <q dir="auto">{passage}</q>}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        <a href={methodOf("minds")}>How this is counted</a>
      </p>
    </section>
  );
}
