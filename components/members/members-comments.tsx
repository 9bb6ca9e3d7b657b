import styles from "./members.module.css";
import { PassageQuote } from "@/components/passages/passage-quote";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import type { MembersComment } from "@/domain/comments/comment";
import * as t from "#messages/members";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Shown = { items: MembersComment[]; next: string | null; handle: string; first: boolean };

/** A member's comments, newest first, each with the discussion it belongs to. */
export function MembersComments({ items, next, handle, first }: Shown) {
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" className={styles.heading}>
        {t.comments}
      </h2>
      {items.length === 0 && <EmptyState>{first ? t.nothingWrittenYet : t.thatWasAll}</EmptyState>}
      <ol className={styles.list}>
        {items.map((comment) => (
          <Entry key={comment.id} comment={comment} />
        ))}
      </ol>
      {next && (
        <PageLink rel="next" href={`/members/${handle}?${new URLSearchParams({ after: next }).toString()}`}>
          {t.earlier}
        </PageLink>
      )}
    </section>
  );
}

/** Those that wait for a moderator, for their author alone. */
export function PendingComments({ items }: { items: MembersComment[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="pending">
      <h2 id="pending" className={styles.heading}>
        {t.pendingApproval}
      </h2>
      <p>{t.onlyYouSeeThese}</p>
      <ol className={styles.list}>
        {items.map((comment) => (
          <Entry key={comment.id} comment={comment} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ comment }: { comment: MembersComment }) {
  return (
    <li className={styles.entry}>
      <article>
        <MetaLine>
          <a href={`/comments/${comment.id}`}>
            <Time at={comment.postedAt} relative />
          </a>
          <span>
            {rich(t.nameUnderArticleTitle, {
              name: comment.answers?.name ? say(t.toName, { name: comment.answers.name }) : "",
              articleTitle: <a href={`/articles/${comment.articleSlug}`}>{comment.articleTitle}</a>,
            })}
          </span>
        </MetaLine>
        {comment.passage && <PassageQuote slug={comment.articleSlug} passage={comment.passage} />}
        <div className={styles.words}>
          <ProseHtml html={comment.html} />
        </div>
      </article>
    </li>
  );
}
