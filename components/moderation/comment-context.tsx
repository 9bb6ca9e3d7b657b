import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import type { DeskComment } from "@/domain/moderation/queue/queue";
import styles from "./comment-context.module.css";

const STATES = {
  visible: "can be read by everyone",
  held: "waits for a moderator",
  rejected: "was rejected",
  withdrawn: "was withdrawn by its author",
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
        {comment.revision > 1 && <span>version {comment.revision}</span>}
        {comment.locked && <span>closed to replies</span>}
      </MetaLine>
      <p className={styles.place}>
        <a href={`/articles/${comment.articleSlug}`}>{comment.articleTitle}</a>
      </p>
      {comment.parent && (
        <details className={styles.parent}>
          <summary>Answers {comment.parent.name ?? "somebody who has left"}</summary>
          <ProseHtml html={comment.parent.html} />
        </details>
      )}
      <div className={styles.words}>
        <ProseHtml html={comment.html} />
      </div>
      {comment.history.length > 0 && (
        <details className={styles.history}>
          <summary>
            {comment.history.length === 1
              ? "One earlier version"
              : `${comment.history.length} earlier versions`}
          </summary>
          {comment.history.map(({ revision, source, at }) => (
            <div key={revision}>
              <MetaLine>
                <span>Version {revision}</span>
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
