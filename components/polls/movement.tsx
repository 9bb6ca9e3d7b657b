import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { labelOf, pWords } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** Who moved, as far as that can be told without telling of anybody. */
export function Movement({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { movement, direction } = debate;
  const gains = movement?.gained.filter(({ members }) => members > 0) ?? [];
  return (
    <section className={styles.part} aria-labelledby="flows">
      <h2 id="flows">{t.whoMoved}</h2>
      {movement === null ? (
        <p>{t.tooFewMoved}</p>
      ) : (
        <>
          <p>{say(t.soManyMoved, { moved: movement.moved })}</p>
          {gains.length === 0 ? (
            <p>{t.noSideGained}</p>
          ) : (
            <ul>
              {gains.map(({ side, members }) => (
                <li key={side}>{say(t.moreCameThanLeft, { label: labelOf(poll, side), members })}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {direction && <p>{say(t.asManyOneWay, { method: direction.method, p: pWords(direction.p) })}</p>}
      <p className={styles.small}>
        {rich(t.whoWentWhereIsNotTold, { link: (words) => <a href={methodOf("flows")}>{words}</a> })}
      </p>
    </section>
  );
}
