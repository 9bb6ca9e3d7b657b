import { discussionIsOver, type Article } from "@/domain/articles/article";
import {
  DEFAULT_SORT,
  SORTS,
  type CommentContext,
  type CommentPage,
  type Sort,
} from "@/domain/comments/comment";
import { firstView, readThread } from "@/domain/comments/queries";
import type { PollView } from "@/domain/polls/poll";
import { answersOf, type ThreadContext } from "@/components/comments/thread-context";
import { orNotFound } from "@/web/pages/or-not-found";

/** A query parameter as Next hands it over. */
type Given = string | string[] | undefined;
type SearchParams = { sort?: Given; comment?: Given };

/** What `Discussion` draws under an article: its first view, and the comment an address asks for. */
export async function gatherDiscussion(
  article: Article,
  poll: PollView | null,
  { sort, comment }: SearchParams,
  bestCases: readonly string[] = [],
) {
  const thread = { ...threadContextOf(article, poll, sortAsked(sort)), bestCases };
  const page = await firstView(article.slug, thread.sort, null);
  const sought = typeof comment === "string" && !holds(page, comment) ? comment : null;
  const focus = sought === null ? null : await orNotFound(readThread(sought, null, thread.sort));
  return { thread, count: article.comments, page: focus ? without(rootOf(focus), page) : page, focus };
}

export const threadContextOf = (article: Article, poll: PollView | null, sort: Sort): ThreadContext => ({
  slug: article.slug,
  revision: article.revision,
  sort,
  // Ballots that nothing joins to a name have no sides to show, and none that react.
  answers: answersOf(poll && !poll.detached ? poll.options : []),
  bestCases: [],
  closed: discussionIsOver(article),
  closesAt: article.closesAt?.toISOString() ?? null,
});

/** Anything but an order we know is the usual one. */
export const sortAsked = (given: Given): Sort => SORTS.find((sort) => sort === given) ?? DEFAULT_SORT;

const rootOf = ({ ancestors, comment }: CommentContext): string => (ancestors[0] ?? comment).id;

/** Its thread stands on top already. */
const without = (root: string, page: CommentPage): CommentPage => ({
  ...page,
  items: page.items.filter(({ id }) => id !== root),
});

const holds = ({ items }: Pick<CommentPage, "items">, id: string): boolean =>
  items.some((comment) => comment.id === id || holds(comment.replies, id));
