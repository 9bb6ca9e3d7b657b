import { Apart } from "@/components/ui/apart";
import { commentPath, inDiscussion, sidesPath } from "@/components/comments/paths";
import { CommentItem } from "@/components/comments/comment-item";
import type { ThreadContext } from "@/components/comments/thread-context";
import { SortLinks } from "@/components/comments/sort-links";
import { FORMER_MEMBER, repliesOf } from "@/components/comments/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import type { CommentPage, CommentView } from "@/domain/comments/comment";
import type { PollOption, PollResults, PollView } from "@/domain/polls/poll";
import { ResultBar } from "./result-bar";
import { labelOf } from "./sentences";
import styles from "./side-columns.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

/** The comments that show one answer. */
export type Column = { side: string; page: CommentPage };

type Props = {
  thread: ThreadContext;
  poll: PollView;
  results: PollResults;
  columns: Column[];
  /** The answers in this hour's order: in the ways as in the columns. */
  answers: readonly Pick<PollOption, "key" | "label">[];
  /** The one answer that is read, or null for all sides beside each other. */
  alone: string | null;
  /** Not the first page of it. */
  later: boolean;
};

/** Sides beside each other, on a phone to be swiped, under the true split. */
export function SideColumns({ thread, poll, results, columns, answers, alone, later }: Props) {
  const { slug, sort } = thread;
  return (
    <>
      <p className={styles.under} dir="auto">
        {poll.question}
      </p>
      {results.visible && <ResultBar poll={poll} results={results} />}
      <p className={styles.small}>{t.onlyCommentsWhoseAuthors}</p>
      <Ways answers={answers} thread={thread} alone={alone} />
      <SortLinks thread={thread} pathOf={(_, order) => sidesPath(slug, { sort: order, side: alone })} />
      <div className={styles.columns}>
        {columns.map(({ side, page }) => (
          <section key={side} className={styles.column} aria-labelledby={`side-${side}`}>
            <h2 id={`side-${side}`} dir="auto">
              {labelOf(poll, side)}
            </h2>
            {page.items.length === 0 && (
              <EmptyState>{later ? t.thereIsNothingFurther : t.nobodyHasShownThisVote}</EmptyState>
            )}
            <ol className={styles.list}>
              {page.items.map((comment) => (
                <CommentItem key={comment.id} comment={comment} level={0} namesParent={false} thread={thread}>
                  <Whereabouts slug={slug} comment={comment} />
                </CommentItem>
              ))}
            </ol>
            {page.next !== null && (
              <PageLink rel="next" href={sidesPath(slug, { sort, side, after: page.next })}>
                {say(t.moreOf, { side: labelOf(poll, side) })}
              </PageLink>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

/** All sides beside each other, or one answer alone; those that are no side of the question can be read alone, too. */
const Ways = ({ answers, thread, alone }: Pick<Props, "answers" | "thread" | "alone">) => (
  <nav className={styles.ways} aria-label={t.chooseASide}>
    <a
      href={sidesPath(thread.slug, { sort: thread.sort })}
      aria-current={alone === null ? "page" : undefined}
    >
      {t.sideBySide}
    </a>{" "}
    <Apart>
      {answers.map(({ key, label }) => (
        <a
          key={key}
          href={sidesPath(thread.slug, { sort: thread.sort, side: key })}
          aria-current={alone === key ? "page" : undefined}
          dir="auto"
        >
          {label}
        </a>
      ))}
    </Apart>{" "}
  </nav>
);

/** A comment is shown here without its thread, so this links to what it replies to and to its replies. */
function Whereabouts({ slug, comment }: { slug: string; comment: CommentView }) {
  const { id, answers, replyCount } = comment;
  return (
    <p className={styles.small}>
      {answers && (
        <>
          <a href={inDiscussion(slug, id)}>
            {say(t.inReplyTo, { name: answers.name ?? FORMER_MEMBER.toLowerCase() })}
          </a>{" "}
        </>
      )}
      {replyCount > 0 && <a href={commentPath(id)}>{repliesOf(replyCount)}</a>}
    </p>
  );
}
