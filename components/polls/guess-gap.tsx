import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import { guessedOption, type PollView } from "@/domain/polls/poll";
import { gapWords, percent } from "./sentences";
import styles from "./debate.module.css";

/** How far off readers were about each other. */
export function GuessGap({ poll, debate: { guesses } }: { poll: PollView; debate: Debate }) {
  const option = guessedOption(poll.options);
  if (!guesses || !option) return null;
  const { truth, own, everyone } = guesses;
  return (
    <section className={styles.part} aria-labelledby="guesses">
      <h2 id="guesses">What we thought of each other</h2>
      <p>
        {percent(truth)} chose “{option.label}”.
        {own && ` You guessed ${percent(own.guess)}, which is ${gapWords(own.gap)}.`}
        {everyone
          ? ` Half of ${everyone.guesses} readers guessed ${percent(everyone.median.guess)} or more, which is ${gapWords(everyone.median.gap)}.`
          : " Fewer than five have guessed, so their guesses are not shown."}
      </p>
      <p className={styles.small}>
        <a href={methodOf("guesses")}>How this is made</a>
      </p>
    </section>
  );
}
