import type { CommentContext, CommentPage } from "@/domain/comments/comment";
import type { SetAside } from "@/components/ui/raw-html";
import { EmptyState } from "@/components/ui/words";
import { morePath, replyPath } from "./paths";
import { arrange } from "./layout";
import { RespectForm } from "./comment-actions";
import { ServedList } from "./served-list";
import { Context } from "./ancestors";
import styles from "./discussion.module.css";
import { DiscussionIsland } from "./live/discussion-island";
import { MoreLink } from "./more-replies";
import type { Place } from "./thread-context";
import { SideLinks } from "./side-links";
import { SortLinks } from "./sort-links";
import { EMPTY, MORE_COMMENTS, repliesOf } from "./labels";

type Props = {
  place: Place;
  /** Comments that can be read, in all. */
  count: number;
  page: CommentPage;
  /** A comment the reader came for, which stands first when it is not among the others. */
  focus?: CommentContext | null;
  setAside: SetAside;
};

/** The discussion under an article, the same for everyone. */
export function Discussion({ place, count, page, focus, setAside }: Props) {
  return (
    <section
      className={styles.discussion}
      id="discussion"
      aria-labelledby="discussion-title"
      data-discussion=""
    >
      <header className={styles.head}>
        <h2 id="discussion-title">Discussion</h2>
        {count > 0 && <p className={styles.count}>{repliesOf(count)}</p>}
      </header>
      {count > 1 && <SortLinks place={place} />}
      {count > 1 && <SideLinks place={place} />}
      {place.closed ? (
        <p className={styles.closed}>This discussion is closed. It can still be read.</p>
      ) : (
        <a className={styles.entry} href={replyPath(place.slug)} data-do="compose">
          Add to the discussion
        </a>
      )}
      {focus && <Context context={focus} place={place} setAside={setAside} />}
      {page.items.length === 0 && !focus && (
        <div className={styles.empty}>
          <EmptyState>{EMPTY}</EmptyState>
        </div>
      )}
      <ServedList placed={arrange(page.items, 0)} place={place} setAside={setAside} />
      {page.next && (
        <MoreLink href={morePath(place.slug, { sort: place.sort, after: page.next })} words={MORE_COMMENTS} />
      )}
      <RespectForm />
      <DiscussionIsland place={place} asOf={page.asOf} />
    </section>
  );
}
