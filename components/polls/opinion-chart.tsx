import { Time } from "@/components/ui/time";
import { readableDate, readableDays } from "@/components/ui/time-format";
import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import type { Bucket } from "@/domain/polls/statistics/opinion-over-time";
import { percent, roundingSentence, sampleSentence } from "./sentences";
import { tonesOf } from "./tones";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** In pixels of the drawing, which scales. */
const WIDTH = 560;
const HEIGHT = 120;
const FOOT = 18;

/** Two series, kept apart: who came, and who changed their mind. */
export function OpinionChart({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { newcomers, switchers } = debate.overTime;
  return (
    <section className={styles.part} aria-labelledby="time">
      <h2 id="time">{t.opinionOverTime}</h2>
      <Series poll={poll} buckets={newcomers} title={t.firstVotesOfNewcomers} />
      <Series poll={poll} buckets={switchers} title={t.firstSwitches} />
      {debate.happened.length > 0 && (
        <ul>
          {debate.happened.map(({ at, words }) => (
            <li key={at + words}>
              {words} (<Time at={at} />)
            </li>
          ))}
        </ul>
      )}
      <p className={styles.small}>
        {rich(t.eachColumnHoldsAtLeastTen, {
          total: sampleSentence(debate.results.total),
          link: (words) => <a href={methodOf("time")}>{words}</a>,
        })}
      </p>
    </section>
  );
}

function Series({ poll, buckets, title }: { poll: PollView; buckets: Bucket[]; title: string }) {
  if (buckets.length === 0) {
    return (
      <>
        <h3>{title}</h3>
        <p>{t.shownOnceTenPeople}</p>
      </>
    );
  }
  const tones = tonesOfSides(poll);
  return (
    <>
      <h3>{title}</h3>
      <Columns poll={poll} buckets={buckets} />
      <div className={styles.wrap} role="region" aria-label={say(t.asATable, { title })} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.days}</th>
              <th scope="col">{t.people}</th>
              {sidesOf(poll).map(({ key, label }, at) => (
                <th scope="col" key={key}>
                  <svg className={styles.dot} viewBox="0 0 8 8" aria-hidden="true">
                    <circle className={tones[at]} cx="4" cy="4" r="4" />
                  </svg>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ from, to, votes, shares }) => (
              <tr key={from}>
                <th scope="row" className={styles.days}>
                  {readableDays(from, to)}
                </th>
                <td>{votes}</td>
                {shares.map((share, at) => (
                  <td key={sidesOf(poll)[at]?.key}>{percent(share)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {buckets.some(({ shares }) => roundingSentence(shares) !== "") && (
        <p className={styles.small}>{t.figuresAreRounded}</p>
      )}
    </>
  );
}

/** One column a bucket, its shares on top of each other; the table below says the same. */
function Columns({ poll, buckets }: { poll: PollView; buckets: Bucket[] }) {
  const tones = tonesOfSides(poll);
  const width = WIDTH / buckets.length;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} aria-hidden="true">
      {buckets.map(({ from, shares }, nth) =>
        shares.map((share, at) => (
          <rect
            key={`${from} ${sidesOf(poll)[at]?.key ?? at}`}
            className={tones[at]}
            x={nth * width}
            y={shares.slice(0, at).reduce((sum, one) => sum + one, 0) * HEIGHT}
            width={width}
            height={share * HEIGHT}
          />
        )),
      )}
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <text x="0" y={HEIGHT + FOOT - 4}>
        {readableDate(buckets[0]?.from ?? "")}
      </text>
      <text x={WIDTH} y={HEIGHT + FOOT - 4} textAnchor="end">
        {readableDate(buckets.at(-1)?.to ?? "")}
      </text>
    </svg>
  );
}

const sidesOf = ({ options }: PollView): PollView["options"] => options.filter(({ side }) => side);

/** A side keeps the tone that it has beside all answers. */
const tonesOfSides = ({ options }: PollView): (string | undefined)[] =>
  tonesOf(options).filter((_, at) => options[at]?.side === true);
