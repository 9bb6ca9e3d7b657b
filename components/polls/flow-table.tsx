import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { pWords } from "./sentences";
import styles from "./debate.module.css";

/** Who moved where, among people with at least two recorded positions. */
export function FlowTable({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { flows, direction } = debate;
  return (
    <section className={styles.part} aria-labelledby="flows">
      <h2 id="flows">Who moved</h2>
      {flows.total === null ? (
        <p>Fewer than five people have taken a second position, so nothing is shown.</p>
      ) : (
        <div className={styles.wrap} role="region" aria-label="Who moved, as a table" tabIndex={0}>
          <table className={styles.table}>
            <caption>
              {flows.total} people took at least two positions: from the first, to the present one
            </caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                {poll.options.map(({ key, label }) => (
                  <th scope="col" key={key}>
                    to {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {poll.options.map(({ key, label }, from) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {poll.options.map((to, at) => (
                    <td key={to.key}>{flows.cells[from]?.[at] ?? "kept back"}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {direction && (
        <p>
          As many one way as the other? {direction.method}: {pWords(direction.p)}.
        </p>
      )}
      <p className={styles.small}>
        Figures below five are kept back, and others with them where they would give those away.{" "}
        <a href={methodOf("flows")}>How this is made</a>
      </p>
    </section>
  );
}
