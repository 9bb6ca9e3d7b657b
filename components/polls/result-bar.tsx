import { Fold } from "@/components/ui/fold";
import { methodOf } from "@/domain/polls/methods";
import type { PollResults, PollView } from "@/domain/polls/poll";
import { batchSentences, percent, roundingSentence, sampleSentence } from "./sentences";
import { tonesOf } from "./tones";
import styles from "./result-bar.module.css";
import * as t from "#messages/polls";

type Shown = Extract<PollResults, { visible: true }>;

/** In these units the bar is as wide as the whole. */
const WHOLE = 1000;
/** What parts two neighbours, so that colour need not. */
const GAP = 4;

/** One bar, and under it the same figures as a table, which is also its legend. */
export function ResultBar({ poll, results }: { poll: PollView; results: Shown }) {
  const tones = tonesOf(poll.options);
  const rows = results.options.map((figure, place) => {
    const before = results.options.slice(0, place).reduce((sum, { share }) => sum + share, 0);
    return { ...figure, before, tone: tones[place], label: poll.options[place]?.label ?? figure.key };
  });
  return (
    <>
      <svg className={styles.bar} viewBox={`0 0 ${WHOLE} 12`} preserveAspectRatio="none" aria-hidden="true">
        {rows
          .filter(({ share }) => share > 0)
          .map(({ key, share, before, tone }) => (
            <rect
              key={key}
              className={tone}
              x={before * WHOLE}
              width={Math.max(GAP, share * WHOLE - GAP)}
              height="12"
            />
          ))}
      </svg>
      <table className={styles.table}>
        <caption className="visually-hidden">{sampleSentence(results.total)}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t.answer}</th>
            <th scope="col">{t.share}</th>
            <th scope="col">{t.votes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, share, votes, tone }) => (
            <tr key={key}>
              <th scope="row">
                <svg className={styles.dot} viewBox="0 0 8 8" aria-hidden="true">
                  <circle className={tone} cx="4" cy="4" r="4" />
                </svg>
                {label}
              </th>
              <td className={styles.share}>{percent(share)}</td>
              <td>{votes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.small}>
        <p>{sampleSentence(results.total)}</p>
        <Fold summary={t.aboutTheseFigures}>
          <p>
            {[
              t.votersChoseToVote,
              roundingSentence(rows.map(({ share }) => share)),
              ...batchSentences(poll, results),
            ]
              .filter(Boolean)
              .join(" ")}{" "}
            <a href={methodOf("counts")}>{t.howThisIsCounted}</a>
          </p>
        </Fold>
      </div>
    </>
  );
}
