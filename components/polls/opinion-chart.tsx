import { ColumnChart, type Column } from "@/components/figures/column-chart";
import { Figure } from "@/components/figures/figure";
import { labelledShares } from "@/components/figures/describe";
import { Legend, type Series } from "@/components/figures/legend";
import { Time } from "@/components/ui/time";
import { readableDays } from "@/components/ui/time-format";
import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import type { Bucket } from "@/domain/polls/statistics/opinion-over-time";
import { sampleSentence } from "./sentences";
import { percent, roundingSentence } from "@/domain/polls/percent";
import { sideSeries } from "./side-series";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import * as figures from "#messages/figures";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** That the poll opened is always told of it, and alone tells nothing. */
const OPENING = 1;

/** Two series, kept apart: who came, and who changed their mind. */
export function OpinionChart({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { newcomers, switchers } = debate.overTime;
  return (
    <section className={styles.part} aria-labelledby="time">
      <h2 id="time">{t.opinionOverTime}</h2>
      <Shares id="newcomers" poll={poll} buckets={newcomers} title={t.firstVotesOfNewcomers} />
      <Shares id="switchers" poll={poll} buckets={switchers} title={t.firstSwitches} />
      {debate.happened.length > OPENING && (
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

type Drawn = { id: string; poll: PollView; buckets: Bucket[]; title: string };

function Shares({ id, poll, buckets, title }: Drawn) {
  if (buckets.length === 0) {
    return (
      <>
        <h3>{title}</h3>
        <p>{t.shownOnceTenPeople}</p>
      </>
    );
  }
  const series = sideSeries(poll);
  const columns = buckets.map(({ from, to, shares }) => ({
    key: from,
    days: readableDays(from, to),
    shares,
  }));
  const [only] = columns;
  if (only && columns.length === 1) return <OnlyOne title={title} series={series} column={only} />;
  return (
    <>
      <h3>{title}</h3>
      <Figure
        title={title}
        legend={<Legend id={id} series={series} />}
        picture={<ColumnChart id={id} title={title} series={series} columns={columns} />}
        table={<Rows poll={poll} buckets={buckets} />}
      />
      {buckets.some(({ shares }) => roundingSentence(shares) !== "") && (
        <p className={styles.small}>{t.figuresAreRounded}</p>
      )}
    </>
  );
}

/** One column of a chart would be a block of colour: its figures say it better. */
const OnlyOne = ({ title, series, column }: { title: string; series: Series[]; column: Column }) => (
  <>
    <h3>{title}</h3>
    <p>
      {say(figures.onlyOneColumn, {
        days: column.days,
        shares: labelledShares(
          series.map(({ label }, nth) => ({ label, share: percent(column.shares[nth] ?? 0) })),
        ),
      })}
    </p>
  </>
);

function Rows({ poll, buckets }: Pick<Drawn, "poll" | "buckets">) {
  const sides = sideSeries(poll);
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t.days}</th>
          <th scope="col">{t.people}</th>
          {sides.map(({ key, label }) => (
            <th scope="col" key={key}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets.map(({ from, to, votes, shares }) => (
          <tr key={from}>
            <th scope="row">{readableDays(from, to)}</th>
            <td>{votes}</td>
            {sides.map(({ key }, nth) => (
              <td key={key}>{percent(shares[nth] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}
