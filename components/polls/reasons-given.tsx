import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { say } from "@/messages/say";

/** What changed minds, in the words of those who let themselves be quoted. */
export function ReasonsGiven({ debate: { told, changedMinds } }: { debate: Debate }) {
  if (told.length === 0 && changedMinds === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="minds">
      <h2 id="minds">{t.whatChangedMinds}</h2>
      <p>{say(t.readersSaidWhatMadeThemChange, { changedMinds })}</p>
      <ul className={styles.reasons}>
        {told.map(({ commentId, passage, why, closer }, at) => (
          <li key={`${commentId ?? ""} ${at}`}>
            {why !== null && (
              <blockquote className={styles.quoted}>
                <p dir="auto">{why}</p>
              </blockquote>
            )}
            <p className={styles.small}>
              {closer ? t.movedAReaderCloser : t.changedAReadersVote}
              {commentId !== null && <a href={`/comments/${commentId}`}>{t.thisComment}</a>}
              {passage !== null && <q dir="auto">{passage}</q>}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        <a href={methodOf("minds")}>{t.howThisIsCounted}</a>
      </p>
    </section>
  );
}
