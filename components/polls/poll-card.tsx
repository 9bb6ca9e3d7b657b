import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { guessedOption, type MyPoll, type PollResults, type PollView } from "@/domain/polls/poll";
import { ConsentNote } from "./consent-note";
import { GuessForm } from "./guess-form";
import { HiddenResult } from "./hidden-result";
import { OptionList } from "./option-list";
import { OwnOption } from "./own-option";
import { PollForm, type OnDeed } from "./poll-form";
import { PollLinks } from "./poll-links";
import { ResultBar } from "./result-bar";
import { endSentence, gapWords } from "./sentences";
import { percent } from "@/domain/polls/percent";
import styles from "./poll-card.module.css";
import * as t from "#messages/polls";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Shown = Extract<PollResults, { visible: true }>;
type Props = {
  slug: string;
  poll: PollView;
  /** Null where the card is drawn for nobody in particular: then everything is offered, and the door asks who it is. */
  mine: MyPoll | null;
  /** What was refused, and what had been chosen. */
  problem?: { sentence: string; note?: boolean; option?: string; share?: string } | null;
  /** With script: do it without leaving the page. */
  onDeed?: OnDeed;
  busy?: boolean;
  /** In the place of the link to it: what changed the reader's mind. */
  ask?: ReactNode;
  /** Said once something has been done. */
  news?: string;
  /** On the poll's own page. */
  here?: boolean;
};

/** The question, the answers, and what others answered. Every part is a plain form; script only spares the journey. */
export function PollCard(props: Props) {
  const { slug, poll, mine, problem, onDeed, busy = false, ask, news = "", here = false } = props;
  const results = mine?.results ?? poll.results;
  const open = poll.state === "open";
  const mayVote = open && (mine?.can.vote ?? true);
  const asked = whatOneMayAskFor({ poll, mine, here });
  return (
    <section className={styles.card} aria-labelledby="poll-question" id="poll" tabIndex={-1}>
      {mayVote ? (
        <PollForm slug={slug} deed="vote" onDeed={onDeed}>
          <fieldset className={styles.options} aria-busy={busy}>
            <legend>
              <h2 className={styles.question} id="poll-question" dir="auto">
                {poll.question}
              </h2>
            </legend>
            {problem && <Notice kind={problem.note ? "note" : "problem"}>{problem.sentence}</Notice>}
            <OptionList options={poll.options} chosen={problem?.option ?? mine?.choice ?? null} />
            <Button look={mine?.voted ? "plain" : "primary"} aria-disabled={busy}>
              {mine?.voted ? t.changeMyVote : t.vote}
            </Button>
          </fieldset>
        </PollForm>
      ) : (
        <>
          <h2 className={styles.question} id="poll-question" dir="auto">
            {poll.question}
          </h2>
          {problem && <Notice kind={problem.note ? "note" : "problem"}>{problem.sentence}</Notice>}
          <OptionSentences poll={poll} mine={mine} />
          {isKeptFromVoting(poll, mine) && !poll.confirmedBefore && (
            <p className={styles.own}>{rich(t.suspendedFromVoting, { link: toDecisions })}</p>
          )}
        </>
      )}
      {poll.confirmedBefore && <p className={styles.own}>{t.onlyConfirmedBefore}</p>}
      <div className={styles.answer} aria-live="polite">
        {news && <p className={styles.news}>{news}</p>}
        {results.visible ? (
          <>
            <ResultBar poll={poll} results={results} />
            <OwnGuess poll={poll} mine={mine} results={results} />
          </>
        ) : (
          <HiddenResult reason={results.reason} poll={poll} />
        )}
        {mine?.can.guess && <GuessForm slug={slug} poll={poll} onDeed={onDeed} kept={problem?.share} />}
        {mine?.can.tellSwitch && !ask && (
          <p className={styles.news}>
            {rich(t.youChangedYourVote, {
              link: (words) => <a href={`/articles/${slug}/vote#mind`}>{words}</a>,
            })}
          </p>
        )}
      </div>
      {ask}
      <div className={styles.more}>
        {asked !== null && (
          <PollForm slug={slug} deed="pass" onDeed={onDeed}>
            <Button look="quiet" aria-disabled={busy}>
              {asked}
            </Button>
          </PollForm>
        )}
        {mine?.can.withdraw && (
          <PollForm slug={slug} deed="withdraw" onDeed={onDeed}>
            <Button look="quiet" aria-disabled={busy}>
              {t.withdrawMyVote}
            </Button>
          </PollForm>
        )}
        <span>{endSentence(poll)}</span>
      </div>
      <PollLinks slug={slug} poll={poll} mine={mine} here={here} />
      {mayVote && !mine?.voted && <ConsentNote detached={poll.detached} />}
      {poll.closingHtml !== null && (
        <blockquote className={styles.closing}>
          <ProseHtml html={poll.closingHtml} />
          <footer>{t.theAuthorAtTheClose}</footer>
        </blockquote>
      )}
    </section>
  );
}

/**
 * What may be seen without voting, as its button says it; null for nothing. While there is no result, that is only who takes which
 * side, and on the poll's own page, where those come who asked for that.
 */
function whatOneMayAskFor({ poll, mine, here }: Pick<Props, "poll" | "mine" | "here">): string | null {
  const results = mine?.results ?? poll.results;
  if (poll.state !== "open" || results.visible || !(mine?.can.ask ?? true)) return null;
  if (results.reason === "vote-first")
    return mine === null ? t.showWithoutVotingNeedsAccount : t.showWithoutVoting;
  return results.reason === "too-few" && here && !poll.detached ? t.showAuthorsVotes : null;
}

/** Signed in and open, and yet no vote: then one is suspended, or came too late. A detached poll takes no second vote of anybody. */
const isKeptFromVoting = ({ state, detached }: PollView, mine: MyPoll | null): boolean =>
  state === "open" && mine !== null && !mine.can.vote && !(detached && mine.voted);

const toDecisions = (words: ReactNode) => <a href="/account/decisions">{words}</a>;

/** How far off one's own guess was, where one sees the result. */
function OwnGuess({ poll, mine, results }: { poll: PollView; mine: MyPoll | null; results: Shown }) {
  const option = guessedOption(poll.options);
  const truth = results.options.find(({ key }) => key === option?.key)?.share;
  if (!option || truth === undefined || mine?.guess === null || mine === null) return null;
  return (
    <p className={styles.own}>
      {say(t.youGuessed, {
        share: percent(mine.guess),
        label: option.label,
        gap: gapWords(mine.guess - truth),
      })}
    </p>
  );
}

/** The answers, where one cannot answer: with one's own marked. */
function OptionSentences({ poll, mine }: { poll: PollView; mine: MyPoll | null }) {
  if (mine?.choice)
    return (
      <p className={styles.own}>
        {rich(t.yourVote, { label: <OwnOption choice={mine.choice} answers={poll.options} /> })}
      </p>
    );
  if (poll.detached && mine?.voted) return <p className={styles.own}>{t.youHaveVoted}</p>;
  return null;
}
