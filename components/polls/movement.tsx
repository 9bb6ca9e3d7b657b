import { Figure } from "@/components/figures/figure";
import { GainBars, type Gain } from "@/components/figures/gain-bars";
import { Legend } from "@/components/figures/legend";
import { Fold } from "@/components/ui/fold";
import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import type { Movement as Moved } from "@/domain/polls/statistics/movement";
import { pWords } from "./sentences";
import { sideSeries } from "./side-series";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import * as figures from "#messages/figures";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** Moves as lopsided as this would come about by chance less than once in twenty times; the usual bound (R. A. Fisher, 1925). */
const UNLIKELY = 0.05;

/** Who moved, as far as that can be told without telling of anybody. */
export function Movement({ poll, debate }: { poll: PollView; debate: Debate }) {
  const { movement, direction } = debate;
  return (
    <section className={styles.part} aria-labelledby="flows">
      <h2 id="flows">{t.whoMoved}</h2>
      {movement === null ? (
        <p>{t.tooFewMoved}</p>
      ) : (
        <>
          <p>{say(t.soManyMoved, { moved: movement.moved })}</p>
          <Gains gains={gainsOf(poll, movement)} />
        </>
      )}
      {direction && (
        <>
          <p>{direction.p < UNLIKELY ? t.unlikelyToBeChance : t.thisCouldBeChance}</p>
          <Fold summary={t.howSureThisIs}>
            <p>{say(t.methodAndP, { method: direction.method, p: pWords(direction.p) })}</p>
          </Fold>
        </>
      )}
      <p className={styles.small}>
        {rich(t.whoMovedWhereIsNotShown, { link: (words) => <a href={methodOf("flows")}>{words}</a> })}
      </p>
    </section>
  );
}

/** A side of which nothing is published neither gained nor lost a step. */
const gainsOf = (poll: PollView, { gained }: Moved): Gain[] =>
  sideSeries(poll).map((series) => ({
    ...series,
    members: gained.find(({ side }) => side === series.key)?.members ?? 0,
  }));

function Gains({ gains }: { gains: Gain[] }) {
  if (gains.every(({ members }) => members === 0)) return <p>{t.noSideGained}</p>;
  return (
    <Figure
      title={figures.comingsAndGoings}
      legend={<Legend id="gains" series={gains} />}
      picture={<GainBars id="gains" title={figures.comingsAndGoings} gains={gains} />}
      table={
        <>
          <thead>
            <tr>
              <th scope="col">{figures.side}</th>
              <th scope="col">{figures.moreCame}</th>
              <th scope="col">{figures.moreLeft}</th>
            </tr>
          </thead>
          <tbody>
            {gains.map(({ key, label, members }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{Math.max(members, 0)}</td>
                <td>{Math.max(-members, 0)}</td>
              </tr>
            ))}
          </tbody>
        </>
      }
    />
  );
}
