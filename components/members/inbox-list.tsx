import styles from "./members.module.css";
import { ReadOnOpen } from "./read-on-open";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type NoticePage, type NoticeView, sentenceOf } from "@/domain/inbox/notice";
import * as t from "#messages/inbox";

export function InboxList({ items, next, first }: NoticePage & { first: boolean }) {
  if (items.length === 0) return <EmptyState>{first ? t.nothingYet : t.thatWasAll}</EmptyState>;
  const newest = items.find((notice) => !notice.read);
  return (
    <>
      {newest && (
        <form className={styles.actions} method="post" action="/api/v1/inbox/read">
          <input type="hidden" name="upTo" value={newest.id} />
          <Button>{t.iHaveReadThese}</Button>
        </form>
      )}
      <ReadOnOpen className={styles.list}>
        {items.map((notice) => (
          <Entry key={notice.id} notice={notice} />
        ))}
      </ReadOnOpen>
      {next && (
        <PageLink rel="next" href={`/inbox?after=${next}`}>
          {t.earlier}
        </PageLink>
      )}
    </>
  );
}

function Entry({ notice }: { notice: NoticeView }) {
  const sentence = sentenceOf(notice);
  const to = whereTo(notice);
  return (
    <li className={notice.read ? styles.entry : `${styles.entry} ${styles.unread}`}>
      <p className={styles.sentence} dir="auto">
        {!notice.read && <VisuallyHidden>{t.unread} </VisuallyHidden>}
        {to === undefined ? (
          sentence
        ) : (
          <a href={to} data-notice={notice.read ? undefined : notice.id}>
            {sentence}
          </a>
        )}
      </p>
      {notice.comment && notice.comment.excerpt !== "" && (
        <p className={styles.excerpt} dir="auto">
          {notice.comment.excerpt}
        </p>
      )}
      <p className={styles.handle}>
        <Time at={notice.at} relative />
      </p>
      {!notice.read && (
        <form method="post" action={`/api/v1/inbox/${notice.id}/read`}>
          <Button look="quiet">{t.markAsRead}</Button>
        </form>
      )}
    </li>
  );
}

/** A decision about oneself has a page that says why, and takes an appeal; everything else leads to the comment. */
function whereTo({ kind, article, comment, decision }: NoticeView): string | undefined {
  if (decision && (kind === "decision" || kind === "appeal-outcome")) return `/decisions/${decision.id}`;
  if (kind === "reply-waits") return article ? `/articles/${article.slug}/replies` : undefined;
  return comment ? `/comments/${comment.id}` : undefined;
}
