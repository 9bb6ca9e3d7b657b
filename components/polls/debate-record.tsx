import { passagesPath } from "@/components/comments/paths";
import { AuthorName } from "@/components/members/author-name";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import {
  whoCouldVote,
  type ArguedPassage,
  type DebateRecord,
  type Version,
} from "@/domain/polls/record/record";
import { METHODS_PAGE } from "@/domain/polls/methods";
import { DebateFigures } from "./debate-figures";
import { ResultBar } from "./result-bar";
import { endSentence, hiddenDetails, hiddenSentence, labelOf, moment } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import * as passage from "#messages/passages";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = { record: DebateRecord; version: Version; address: string };

/** Extractive: every word in it is somebody's own, and stands where its link leads. */
export function DebateRecordView({ record, version, address }: Props) {
  const { article, poll, debate, minority, caveats } = record;
  return (
    <article>
      <p>
        {rich(t.titleByAuthor, {
          title: <a href={`/articles/${article.slug}`}>{article.title}</a>,
          author: article.author,
        })}
      </p>
      <h1>{t.theRecordOfTheDebate}</h1>
      <p className={styles.small}>
        {rich(t.alsoAsJsonAndCsv, {
          draft: version.draft ? t.draft : say(t.versionNumber, { number: version.number }),
          when: moment(version.at),
          json: (words) => <a href={`/articles/${article.slug}/record.json`}>{words}</a>,
          csv: (words) => <a href={`/articles/${article.slug}/record.csv`}>{words}</a>,
        })}
        {version.draft && ` ${t.aDraftChanges}`}
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
          {say(t.openFrom, {
            whoCouldVote: whoCouldVote(poll),
            when: moment(poll.opensAt),
            end: endSentence(poll),
          })}
        </p>
        {poll.results.visible ? (
          <ResultBar poll={poll} results={poll.results} />
        ) : (
          <p>
            {poll.results.reason === "vote-first"
              ? rich(t.recordShowsItAtTheClose, {
                  link: (words) => <a href={`/articles/${article.slug}/vote`}>{words}</a>,
                })
              : [hiddenSentence(poll.results.reason, poll), ...hiddenDetails(poll.results.reason, poll)].join(
                  " ",
                )}
          </p>
        )}
      </section>
      {debate && <DebateFigures slug={article.slug} poll={poll} debate={debate} />}
      {minority && (
        <p>
          {rich(t.theStrongestPointOfTheSmaller, {
            side: labelOf(poll, minority.side),
            link: (words) => <a href={`/comments/${minority.commentId}`}>{words}</a>,
          })}
        </p>
      )}
      <ArguedPassages slug={article.slug} passages={record.passages} />
      <LastWords record={record} />
      <section className={styles.part} aria-labelledby="caveats">
        <h2 id="caveats">{t.whatTheseFiguresCannotSay}</h2>
        <ul>
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
        <p>
          <a href={METHODS_PAGE}>{t.howEveryFigureIsMade}</a>
        </p>
      </section>
      <section className={styles.part} aria-labelledby="cite">
        <h2 id="cite">{t.toCiteThis}</h2>
        <p>
          {rich(t.questionTheRecordOfTheDebate, {
            question: poll.question,
            title: article.title,
            draft: version.draft ? t.draftCited : say(t.inVersion, { number: version.number }),
            when: <Time at={version.at} />,
            address,
          })}
        </p>
        {version.digest !== null && (
          <p className={styles.small}>{say(t.sha256, { digest: version.digest })}</p>
        )}
      </section>
    </article>
  );
}

/** Where in the article readers argued, and where they moved. */
function ArguedPassages({ slug, passages }: { slug: string; passages: ArguedPassage[] }) {
  if (passages.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="passages">
      <h2 id="passages">{t.whereReadersArgued}</h2>
      <ul>
        {passages.map(({ block, words, comments, moved }) => (
          <li key={block}>
            <a href={passagesPath(slug, block)} dir="auto">
              {words}
            </a>{" "}
            <span className={styles.small}>
              {say(passage.repliesHere, { replies: comments })}
              {moved && <>. {passage.atLeastFiveMoved}</>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The author's closing statement, each side's reply, and what moderators did. */
function LastWords({ record: { poll, replies, moderation } }: { record: DebateRecord }) {
  return (
    <>
      {poll.closingHtml !== null && (
        <section className={styles.part} aria-labelledby="closing">
          <h2 id="closing">{t.theAuthorAtTheClose}</h2>
          <ProseHtml html={poll.closingHtml} />
        </section>
      )}
      {replies.length > 0 && (
        <section className={styles.part} aria-labelledby="replies">
          <h2 id="replies">{t.eachSidesReply}</h2>
          {replies.map(({ side, html, author }) => (
            <blockquote className={styles.quoted} key={side}>
              <ProseHtml html={html} as="comment" />
              <footer className={styles.small}>
                {rich(t.nameForSide, {
                  name: <AuthorName author={author} />,
                  side: labelOf(poll, side),
                })}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      <section className={styles.part} aria-labelledby="kept">
        <h2 id="kept">{t.howItWasModerated}</h2>
        <p>
          {rich(t.canBeRead, {
            readable: moderation.readable,
            removed: moderation.removedByModerators,
            withdrawn: moderation.withdrawnByAuthors,
            decisions: moderation.decisions,
            link: (words) => <a href="/moderation/log">{words}</a>,
          })}
        </p>
      </section>
    </>
  );
}
