import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import { guessedOption, type PollView } from "@/domain/polls/poll";
import { gapWords, percent } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** How far off readers were about each other. */
export function GuessGap({ poll, debate: { guesses } }: { poll: PollView; debate: Debate }) {
  const option = guessedOption(poll.options);
  if (!guesses || !option) return null;
  const { truth, own, everyone } = guesses;
  return (
    <section className={styles.part} aria-labelledby="guesses">
      <h2 id="guesses">{t.whatWeThoughtOfEachOther}</h2>
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
      <p className={styles.small}>
        <a href={methodOf("guesses")}>{t.howThisIsMade}</a>
      </p>
    </section>
  );
}
