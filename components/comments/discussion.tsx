import type { CommentContext, CommentPage } from "@/domain/comments/comment";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import { FollowLinks } from "@/components/following/follow-links";
import { EmptyState } from "@/components/ui/empty-state";
import { morePath, replyPath } from "./paths";
import { layOut } from "./layout";
import { RespectForm } from "./comment-actions";
import { CommentList } from "./comment-list";
import { Ancestors } from "./ancestors";
import { Served } from "@/components/ui/served";
import styles from "./discussion.module.css";
import { DiscussionIsland } from "./live/discussion-island";
import { MoreLink } from "./more-replies";
import type { ThreadContext } from "./thread-context";
import { SideLinks } from "./side-links";
import { SortLinks } from "./sort-links";
import { commentsOf, EMPTY, MORE_COMMENTS } from "./labels";
import * as t from "#messages/comments";

type Props = {
  thread: ThreadContext;
  /** Comments that can be read, in all. */
  count: number;
  page: CommentPage;
  /** A comment the reader came for, which stands first when it is not among the others. */
  focus?: CommentContext | null;
  placeholderFor: PlaceholderFor;
};

/** By this name reader modes and extractors know that it is not the article's text. */
const NOT_THE_TEXT = "comments";

/** The discussion under an article, the same for everyone. */
export function Discussion({ thread, count, page, focus, placeholderFor }: Props) {
  return (
    <>
      <Served
        as="section"
        placeholderFor={placeholderFor}
        className={`${styles.discussion} ${NOT_THE_TEXT}`}
        id="discussion"
        aria-labelledby="discussion-title"
        data-discussion=""
        data-comments={count}
      >
        <header className={styles.head}>
          <h2 id="discussion-title">{t.discussion}</h2>
          {count > 0 && <p className={styles.count}>{commentsOf(count)}</p>}
          <FollowLinks slug={thread.slug} />
        </header>
        {count > 1 && <SortLinks thread={thread} />}
        {count > 1 && <SideLinks thread={thread} />}
        {thread.closed ? (
          <p className={styles.closed}>{t.thisDiscussionIsClosed}</p>
        ) : (
          <a className={styles.entry} href={replyPath(thread.slug)} data-action="compose">
            {t.addToTheDiscussion}
          </a>
        )}
        {focus && <Ancestors context={focus} thread={thread} />}
        {page.items.length === 0 && !focus && (
          <div className={styles.empty}>
            <EmptyState>{EMPTY}</EmptyState>
          </div>
        )}
        <CommentList placed={layOut(page.items, 0)} thread={thread} />
        {page.next && (
          <MoreLink
            href={morePath(thread.slug, { sort: thread.sort, after: page.next })}
            label={MORE_COMMENTS}
          />
        )}
        <RespectForm />
      </Served>
      <DiscussionIsland thread={thread} asOf={page.asOf} />
    </>
  );
}
