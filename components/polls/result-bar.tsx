import { useId } from "react";
import { Swatch } from "@/components/figures/legend";
import { patternFill } from "@/components/figures/patterns";
import { Fold } from "@/components/ui/fold";
import { methodOf } from "@/domain/polls/methods";
import type { PollResults, PollView } from "@/domain/polls/poll";
import { ShareBar } from "./share-bar";
import { batchSentences, sampleSentence } from "./sentences";
import { percent, roundingSentence } from "@/domain/polls/percent";
import { sideTones } from "./side-tones";
import styles from "./result-bar.module.css";
import * as t from "#messages/polls";

type Shown = Extract<PollResults, { visible: true }>;

/** One bar, and under it the same figures as a table, which is also its legend. */
export function ResultBar({ poll, results }: { poll: PollView; results: Shown }) {
  const id = useId();
  const tones = sideTones(poll.options);
  const rows = results.options.map((figure, place) => ({
    ...figure,
    tone: tones[place] ?? "none",
    label: poll.options[place]?.label ?? figure.key,
  }));
  return (
    <>
      <ShareBar id={id} shares={rows} />
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
                <Swatch fill={patternFill(id, tone)} />
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
