import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { QuotedComment } from "./quoted-comment";
import { labelOf } from "./sentences";
import { percent } from "@/domain/polls/percent";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

const CHOSEN_BY = {
  "the other side": t.mostRespectedByTheOtherSide,
  "an editor or a moderator": t.chosenByAnEditor,
} as const;

/** Side by side, with the true split above, so that two columns do not pretend to fifty-fifty. */
export function BestCases({ poll, debate }: { poll: PollView; debate: Pick<Debate, "cases" | "results"> }) {
  const shares = new Map(debate.results.options.map(({ key, share }) => [key, share]));
  return (
    <section className={styles.part} aria-labelledby="cases">
      <h2 id="cases">{t.theBestCaseForEachSide}</h2>
      <div className={styles.sides}>
        {debate.cases.map(({ side, comment, chosenBy }) => (
          <div className={styles.side} key={side} data-case={comment?.id}>
            <h3>{say(t.ofVotes, { side: labelOf(poll, side), share: percent(shares.get(side) ?? 0) })}</h3>
            {comment ? (
              <>
                <QuotedComment quoted={comment} />
                <p className={styles.small}>{chosenBy && CHOSEN_BY[chosenBy]}</p>
              </>
            ) : (
              <p className={styles.small}>{t.nobodyWhoShowsThisVote}</p>
            )}
          </div>
        ))}
      </div>
      <p className={styles.small}>
        {rich(t.theOrderOfTheSidesChanges, { link: (words) => <a href={methodOf("cases")}>{words}</a> })}
      </p>
    </section>
  );
}
