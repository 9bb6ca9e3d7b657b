import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { QuotedComment } from "./quoted-comment";
import { labelOf, percent } from "./sentences";
import styles from "./debate.module.css";

/** Side by side, with the true split above, so that two columns do not pretend to fifty-fifty. */
export function BestCases({ poll, debate }: { poll: PollView; debate: Pick<Debate, "cases" | "results"> }) {
  const shares = new Map(debate.results.options.map(({ key, share }) => [key, share]));
  return (
    <section className={styles.part} aria-labelledby="cases">
      <h2 id="cases">The best case for each side</h2>
      <div className={styles.sides}>
        {debate.cases.map(({ side, comment, chosenBy }) => (
          <div className={styles.side} key={side}>
            <h3>
              {labelOf(poll, side)} · {percent(shares.get(side) ?? 0)} of votes
            </h3>
            {comment ? (
              <>
                <QuotedComment quoted={comment} />
                <p className={styles.small}>Chosen by {chosenBy}.</p>
              </>
            ) : (
              <p className={styles.small}>
                Nobody who shows this vote has yet been respected by at least three of the other side.
              </p>
            )}
          </div>
        ))}
      </div>
      <p className={styles.small}>
        The order of the sides changes by the hour. <a href={methodOf("cases")}>How these are chosen</a>
      </p>
    </section>
  );
}
