import styles from "./members.module.css";
import { ReadOnOpen } from "./read-on-open";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import {
  groupSentence,
  sectionsOf,
  type InboxView,
  type InboxSection,
  type NoticeGroup,
} from "@/domain/inbox/groups";
import { type NoticePage, type NoticeView } from "@/domain/inbox/notice";
import * as t from "#messages/inbox";

type Shown = NoticePage & { first: boolean; only: InboxView | null };

/** What one was told, by discussion, newest first. */
export function InboxList({ items, next, first, only }: Shown) {
  if (items.length === 0) return <EmptyState>{first ? t.nothingYet : t.thatWasAll}</EmptyState>;
  const newest = items.find((notice) => !notice.read);
  return (
    <>
      {newest && (
        <form className={styles.actions} method="post" action="/api/v1/inbox/read">
          <Button>{t.iHaveReadThese}</Button>
        </form>
      )}
      <ReadOnOpen className={styles.list}>
        {sectionsOf(items).map((section) => (
          <Section key={section.groups[0]?.newest.id} {...section} />
        ))}
      </ReadOnOpen>
      {next && (
        <PageLink
          rel="next"
          href={`/inbox?${new URLSearchParams({ ...(only && { only }), after: next }).toString()}`}
        >
          {t.earlier}
        </PageLink>
      )}
    </>
  );
}

function Section({ article, groups }: InboxSection) {
  return (
    <section className={styles.discussion}>
      {article && (
        <h2 className={styles.about} dir="auto">
          <a href={`/articles/${article.slug}`}>{article.title}</a>
        </h2>
      )}
      <ol className={styles.groups}>
        {groups.map((group) => (
          <Entry key={group.newest.id} group={group} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ group }: { group: NoticeGroup }) {
  const { notices, newest, read } = group;
  const sentence = groupSentence(group);
  const to = whereTo(group);
  const ids = notices.map(({ id }) => id).join(",");
  const excerpt = newest.comment?.excerpt ?? newest.correction ?? "";
  return (
    <li className={read ? styles.entry : `${styles.entry} ${styles.unread}`}>
      <p className={styles.sentence}>
        {!read && <VisuallyHidden>{t.unread} </VisuallyHidden>}
        {to === undefined ? (
          sentence
        ) : (
          <a href={to} data-notice={read ? undefined : ids}>
            {sentence}
          </a>
        )}
      </p>
      {excerpt !== "" && (
        <p className={styles.excerpt} dir="auto">
          {excerpt}
        </p>
      )}
      <p className={styles.handle}>
        <Time at={newest.at} relative />
      </p>
      {!read && (
        <form method="post" action="/api/v1/inbox/read">
          <input type="hidden" name="ids" value={ids} />
          <Button look="quiet">{t.markAsRead}</Button>
        </form>
      )}
    </li>
  );
}

/** Several replies are read below what they answer, several new comments from the first of them on. */
function whereTo({ notices, newest, oldest }: NoticeGroup): string | undefined {
  if (notices.length === 1) return placeOf(newest);
  if (newest.kind === "reply" && newest.comment?.answers) return `/comments/${newest.comment.answers}`;
  return placeOf(oldest);
}

/** A decision about oneself has a page that says why, and takes an appeal; everything else leads to the comment, or the article. */
function placeOf({ kind, article, comment, decision, queue }: NoticeView): string | undefined {
  if (decision && (kind === "decision" || kind === "appeal-outcome")) return `/decisions/${decision.id}`;
  if (kind === "appeal-waits") return "/moderation?queue=appeals";
  if (kind === "queue-waits") return `/moderation?queue=${queue ?? "held"}`;
  if (kind === "reply-waits") return article ? `/articles/${article.slug}/replies` : undefined;
  if (kind === "invitation-accepted") return "/moderation/joining";
  if (kind === "poll-closing" && article) return `/articles/${article.slug}/vote`;
  if (comment) return `/comments/${comment.id}`;
  return article ? `/articles/${article.slug}` : undefined;
}
