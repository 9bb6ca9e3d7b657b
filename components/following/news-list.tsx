import { Username } from "@/components/members/author-name";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import { NEWS_COUNTED, type DiscussionNews, type NewComment } from "@/domain/following/following";
import { NewsKeys } from "./news-keys";
import { newsPath } from "./news-path";
import styles from "./following.module.css";
import * as t from "#messages/following";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { items: DiscussionNews[]; next: string | null; first: boolean };

/** What is new in each followed discussion. The key n leads to the first of it, and on from there. */
export function NewsList({ items, next, first }: Props) {
  return (
    <>
      {items.length === 0 && <EmptyState>{nothing(first, next)}</EmptyState>}
      {items.length > 0 && (
        <p className={styles.keys}>{rich(t.pressToGoThrough, { key: <kbd>{t.keyForNews}</kbd> })}</p>
      )}
      <ol className={styles.list}>
        {items.map((one) => (
          <Entry key={one.article.slug} news={one} />
        ))}
      </ol>
      {next !== null && (
        <PageLink rel="next" href={`/following?after=${next}`}>
          {t.more}
        </PageLink>
      )}
      <NewsKeys />
    </>
  );
}

const nothing = (first: boolean, next: string | null): string =>
  next !== null ? t.nothingNewInThese : first ? t.youAreUpToDate : t.thatWasAll;

function Entry({ news }: { news: DiscussionNews }) {
  const { article, count, since, first } = news;
  const many = count >= NEWS_COUNTED;
  return (
    <li className={styles.entry}>
      <h2 className={styles.title} dir="auto">
        <a href={newsPath(news)} data-news="">
          {article.title}
        </a>
      </h2>
      <MetaLine>
        <span>{many ? say(t.atLeastNew, { count: NEWS_COUNTED - 1 }) : say(t.countNew, { count })}</span>
        {since !== null && <span>{rich(t.lastVisit, { when: <Time at={since} relative /> })}</span>}
      </MetaLine>
      <ul className={styles.news}>
        {first.map((comment) => (
          <NewLine key={comment.id} comment={comment} />
        ))}
      </ul>
      <form method="post" action={`/api/v1/articles/${article.slug}/visit`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value="/following" />
        <Button look="quiet" aria-label={`${t.markAsRead}: ${article.title}`}>
          {t.markAsRead}
        </Button>
      </form>
    </li>
  );
}

function NewLine({ comment: { id, author, excerpt, at } }: { comment: NewComment }) {
  return (
    <li>
      <p className={styles.excerpt} dir="auto">
        <a href={`/comments/${id}`}>{author?.name ?? t.aFormerMember}</a>
        {author && <Username of={author} />}: {excerpt}
      </p>
      <MetaLine>
        <Time at={at} relative />
      </MetaLine>
    </li>
  );
}
