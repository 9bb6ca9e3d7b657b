import { blockId, EARLIER } from "@/domain/passages/passage";
import { DEFAULT_SORT, type Sort } from "@/domain/comments/comment";

/** Where a comment stands in its page; the address of a comment ends in it. */
export const anchorOf = (id: string): string => `c-${id}`;

/** The comment in its context, on a page of its own. */
export const commentPath = (id: string): string => `/comments/${id}`;

/** Where a moderator decides about it; and the comment again, which then says what was decided. */
export const moderatePath = (id: string): string => `/comments/${id}/moderate`;
export const decidedPath = (id: string): string => `/comments/${id}?done=decided`;
export const pinnedPath = (id: string): string => `/comments/${id}?done=pinned`;

export const replyPath = (slug: string, to?: string): string =>
  `/articles/${slug}/reply${to ? `?to=${to}` : ""}`;

/** Where one writes about a block of the article as it is now. */
export const arguePath = (slug: string, block: number): string => `/articles/${slug}/reply?about=${block}`;

/** What is said about a block (0: about an earlier wording), or about which blocks something is said. */
export function passagesPath(slug: string, block?: number, after?: string): string {
  const query = new URLSearchParams({
    ...(block !== undefined && { block: block === EARLIER ? "earlier" : String(block) }),
    ...(after !== undefined && { after }),
  });
  return `/articles/${slug}/passages${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** A longer text is found by its beginning and its end. Code points. */
const FOUND_WHOLE = 120;
const ENDS = 40;

/** The very words in the article, which browsers mark where they can (WICG, Scroll To Text Fragment); else the block they are in. */
export function wordsPath(slug: string, { exact, place }: { exact: string; place: number }): string {
  const words = Array.from(exact);
  const [head, tail] = [words.slice(0, ENDS).join(""), words.slice(-ENDS).join("")];
  const parts =
    words.length <= FOUND_WHOLE ? [exact] : [head.replace(/\s\S*$/, ""), tail.replace(/^\S*\s/, "")];
  const text = parts.map((part) => encodeURIComponent(part).replace(/-/g, "%2D")).join(",");
  return `/articles/${slug}#${blockId(place)}:~:text=${text}`;
}

/** Where one says that this comment changed one's mind. */
export const mindChangePath = (slug: string, id: string): string =>
  `/articles/${slug}/vote?because=${id}#mind`;

/** Where one says that these words of the article did. */
export const mindChangedByWordsPath = (slug: string, words: string): string =>
  `/articles/${slug}/vote?${new URLSearchParams({ words }).toString()}#mind`;

/** The article with a comment in view, wherever in the thread it stands. */
export const inDiscussion = (slug: string, id: string): string =>
  `/articles/${slug}?comment=${id}#${anchorOf(id)}`;

export const sortedPath = (slug: string, sort: Sort): string =>
  `/articles/${slug}${sort === DEFAULT_SORT ? "" : `?sort=${sort}`}#discussion`;

/** The discussion by the answers its authors show; with `side` one of them. */
export function sidesPath(
  slug: string,
  { sort, side, after }: { sort: Sort; side?: string | null; after?: string },
): string {
  const query = new URLSearchParams({
    ...(side && { side }),
    ...(sort !== DEFAULT_SORT && { sort }),
    ...(after !== undefined && { after }),
  });
  return `/articles/${slug}/sides${query.size > 0 ? `?${query.toString()}` : ""}`;
}

type More = { sort: Sort; parent?: string; after?: string | null };

/** A further page of one level, for those without script; the door takes the same query. */
export function morePath(slug: string, { sort, parent, after }: More): string {
  const query = new URLSearchParams({
    ...(parent !== undefined && { parent }),
    ...(sort !== DEFAULT_SORT && { sort }),
    ...(after && { after }),
  });
  return `/articles/${slug}/comments${query.size > 0 ? `?${query.toString()}` : ""}`;
}
