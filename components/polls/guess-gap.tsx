import { Figure } from "@/components/figures/figure";
import { Scale, ScaleLegend, type Mark } from "@/components/figures/scale";
import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import { guessedOption, type PollView } from "@/domain/polls/poll";
import type { Guesses } from "@/domain/polls/statistics/guess";
import { gapWords } from "./sentences";
import { percent } from "@/domain/polls/percent";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import * as figures from "#messages/figures";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** How far off readers were about each other. */
export function GuessGap({ poll, debate: { guesses } }: { poll: PollView; debate: Debate }) {
  const option = guessedOption(poll.options);
  if (!guesses || !option) return null;
  const { truth, own, everyone } = guesses;
  return (
    <section className={styles.part} aria-labelledby="guesses">
      <h2 id="guesses">{t.howWellReadersGuessed}</h2>
      <p>
        {rich(t.shareChoseLabel, {
          share: percent(truth),
          label: option.label,
          own: own && say(t.youGuessedWhichIs, { share: percent(own.guess), gap: gapWords(own.gap) }),
          everyone: everyone
            ? say(t.halfOfReadersGuessedOrMore, {
                guesses: everyone.guesses,
                share: percent(everyone.median.guess),
                gap: gapWords(everyone.median.gap),
              })
            : t.fewerThanFiveHaveGuessed,
        })}
      </p>
      {(own ?? everyone) && <OnOneLine marks={marksOf(guesses)} />}
      <p className={styles.small}>
        <a href={methodOf("guesses")}>{t.howThisIsMade}</a>
      </p>
    </section>
  );
}

const marksOf = ({ truth, own, everyone }: Guesses): Mark[] => [
  { key: "truth", label: figures.whatItWas, share: truth, shape: "full" },
  ...(everyone
    ? [
        {
          key: "middle",
          label: figures.whatHalfGuessed,
          share: everyone.median.guess,
          shape: "hollow" as const,
        },
      ]
    : []),
  ...(own
    ? [{ key: "own", label: figures.whatYouGuessed, share: own.guess, shape: "triangle" as const }]
    : []),
];

const OnOneLine = ({ marks }: { marks: Mark[] }) => (
  <Figure
    title={figures.theGuessesAndTheResult}
    legend={<ScaleLegend marks={marks} />}
    picture={<Scale id="guess" title={figures.theGuessesAndTheResult} marks={marks} />}
    table={
      <>
        <thead>
          <tr>
            <th scope="col">{figures.whose}</th>
            <th scope="col">{figures.figure}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ key, label, share }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </>
    }
  />
);
