import { PassageQuote } from "@/components/passages/passage-quote";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import type { DeskComment } from "@/domain/moderation/queue/queue";
import styles from "./comment-context.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

const STATES = {
  visible: t.isPublic,
  held: t.isPending,
  rejected: t.wasRejected,
  withdrawn: t.wasWithdrawnByItsAuthor,
};

/** The comment as its readers see it, with what it answers above and what it said before below. */
export function CommentContext({ comment, name }: { comment: DeskComment; name: string }) {
  return (
    <div>
      <MetaLine>
        <strong>{name}</strong>
        <a href={`/comments/${comment.id}`}>
          <Time at={comment.postedAt} exact />
        </a>
        <span>{STATES[comment.state]}</span>
        {comment.revision > 1 && <span>{say(t.versionRevision, { revision: comment.revision })}</span>}
        <a href={`/moderation/comments/${comment.id}`}>{t.onItsOwnPage}</a>
        {comment.locked && <span>{t.closedToReplies}</span>}
      </MetaLine>
      <p className={styles.place}>
        <a href={`/articles/${comment.articleSlug}`}>{comment.articleTitle}</a>
      </p>
      {comment.parent && (
        <details className={styles.parent}>
          <summary>{say(t.answersName, { name: comment.parent.name ?? t.aFormerMember })}</summary>
          <ProseHtml html={comment.parent.html} />
        </details>
      )}
      {comment.passage && <PassageQuote slug={comment.articleSlug} passage={comment.passage} />}
      <div className={styles.words}>
        <ProseHtml html={comment.html} />
      </div>
      {comment.history.length > 0 && (
        <details className={styles.history}>
          <summary>{say(t.earlierVersions, { count: comment.history.length })}</summary>
          {comment.history.map(({ revision, source, at }) => (
            <div key={revision}>
              <MetaLine>
                <span>{say(t.versionRevisionFirst, { revision })}</span>
                <Time at={at} exact />
              </MetaLine>
              <pre className={styles.source}>{source}</pre>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
