import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { pWords } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** Who moved where, among people with at least two recorded positions. */
export function FlowTable({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { flows, direction } = debate;
  return (
    <section className={styles.part} aria-labelledby="flows">
      <h2 id="flows">{t.whoMoved}</h2>
      {flows.total === null ? (
        <p>{t.fewerThanFivePeopleHaveTaken}</p>
      ) : (
        <div className={styles.wrap} role="region" aria-label={t.whoMovedAsATable} tabIndex={0}>
          <table className={styles.table}>
            <caption>{say(t.peopleTookAtLeastTwoPositions, { total: flows.total })}</caption>
            <thead>
              <tr>
                <th scope="col">{t.from}</th>
                {poll.options.map(({ key, label }) => (
                  <th scope="col" key={key}>
                    {say(t.toLabel, { label })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {poll.options.map(({ key, label }, from) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {poll.options.map((to, at) => (
                    <td key={to.key}>{flows.cells[from]?.[at] ?? t.keptBack}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {direction && <p>{say(t.asManyOneWay, { method: direction.method, p: pWords(direction.p) })}</p>}
      <p className={styles.small}>
        {rich(t.figuresBelowFiveAreKeptBack, { link: (words) => <a href={methodOf("flows")}>{words}</a> })}
      </p>
    </section>
  );
}
