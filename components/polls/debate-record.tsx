import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import { WHO_COULD_VOTE, type DebateRecord, type Version } from "@/domain/polls/record/record";
import { METHODS_PAGE } from "@/domain/polls/methods";
import { DebateFigures } from "./debate-figures";
import { ResultBar } from "./result-bar";
import { endSentence, hiddenSentence, labelOf, moment } from "./sentences";
import styles from "./debate.module.css";

type Props = { record: DebateRecord; version: Version; address: string };

/** Extractive: every word in it is somebody's own, and stands where its link leads. */
export function DebateRecordView({ record, version, address }: Props) {
  const { article, poll, debate, minority, caveats } = record;
  return (
    <article>
      <p>
        <a href={`/articles/${article.slug}`}>{article.title}</a>, by {article.author}
      </p>
      <h1>The record of the debate</h1>
      <p className={styles.small}>
        {version.draft ? "Draft" : `Version ${version.number}`}, {moment(version.at)}. Also as{" "}
        <a href={`/articles/${article.slug}/record.json`}>JSON</a> and{" "}
        <a href={`/articles/${article.slug}/record.csv`}>CSV</a>.
      </p>
      <section className={styles.part} aria-labelledby="question">
        <h2 id="question" dir="auto">
          {poll.question}
        </h2>
        <ul>
          {poll.options.map(({ key, label, sentence }) => (
            <li key={key}>
              <strong dir="auto">{label}</strong>
              {sentence && (
                <>
                  : <span dir="auto">{sentence}</span>
                </>
              )}
            </li>
          ))}
        </ul>
        <p>
          {WHO_COULD_VOTE} Open from {moment(poll.opensAt)}. {endSentence(poll)}
        </p>
        {poll.results.visible ? (
          <ResultBar poll={poll} results={poll.results} />
        ) : (
          <p>
            {hiddenSentence(poll.results.reason, poll)}{" "}
            {poll.results.reason === "vote-first" && (
              <a href={`/articles/${article.slug}/vote`}>Answer, or just be shown</a>
            )}
          </p>
        )}
      </section>
      {debate && <DebateFigures slug={article.slug} poll={poll} debate={debate} />}
      {minority && (
        <p>
          The strongest point of the smaller side, {labelOf(poll, minority.side)}, is{" "}
          <a href={`/comments/${minority.commentId}`}>the case that the other side respects most</a>.
        </p>
      )}
      <LastWords record={record} />
      <section className={styles.part} aria-labelledby="caveats">
        <h2 id="caveats">What these figures cannot say</h2>
        <ul>
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
        <p>
          <a href={METHODS_PAGE}>How every figure is made</a>
        </p>
      </section>
      <section className={styles.part} aria-labelledby="cite">
        <h2 id="cite">To cite this</h2>
        <p>
          “{poll.question}” The record of the debate on “{article.title}”,{" "}
          {version.draft ? "draft" : `version ${version.number}`}, <Time at={version.at} />. {address}
        </p>
        {version.digest !== null && <p className={styles.small}>SHA-256 {version.digest}</p>}
      </section>
    </article>
  );
}

/** The author's closing statement, each side's reply, and what moderators did. */
function LastWords({ record: { poll, replies, moderation } }: { record: DebateRecord }) {
  return (
    <>
      {poll.closingHtml !== null && (
        <section className={styles.part} aria-labelledby="closing">
          <h2 id="closing">The author, at the close</h2>
          <ProseHtml html={poll.closingHtml} />
        </section>
      )}
      {replies.length > 0 && (
        <section className={styles.part} aria-labelledby="replies">
          <h2 id="replies">Each side’s reply</h2>
          {replies.map(({ side, html, author }) => (
            <blockquote className={styles.quoted} key={side}>
              <ProseHtml html={html} as="comment" />
              <footer className={styles.small}>
                <a href={`/members/${author.handle}`}>{author.name}</a>, for {labelOf(poll, side)}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      <section className={styles.part} aria-labelledby="kept">
        <h2 id="kept">How it was kept</h2>
        <p>
          {count(moderation.readable, "comment")} can be read. Moderators took{" "}
          {count(moderation.removedByModerators, "comment")} down, authors withdrew{" "}
          {moderation.withdrawnByAuthors}; {count(moderation.decisions, "decision")} in{" "}
          <a href="/moderation/log">the public log</a>.
        </p>
      </section>
    </>
  );
}

const count = (number: number, word: string): string => `${number} ${number === 1 ? word : `${word}s`}`;
