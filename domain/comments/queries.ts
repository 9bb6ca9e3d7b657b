import "server-only";

import {
  FIRST_COMMENTS,
  FIRST_ROOTS,
  type CommentContext,
  type CommentPage,
  type CommentView,
  type Sort,
  DEFAULT_SORT,
} from "./comment";
import { readCursor, type Level } from "./cursor";
import { lineage } from "./get-comment";
import type { CommentPageQuery } from "./schema";
import { readTree, type Plan } from "./tree";
import { presentComment } from "./presenter";
import { keysetPage, onlyComment } from "./keyset";
import type { Member } from "@/domain/members/member";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/**
 * The discussion as an article's page begins with it: 20 roots with their first replies, at most 60 comments, in one
 * query whose cost does not grow with the thread. Without a viewer it is the same for everyone.
 * @throws NotFound where there is no such article
 */
export async function firstView(slug: string, sort: Sort, viewer: Member | null): Promise<CommentPage> {
  const tree = await readTree(firstPlan(slug, sort), viewer);
  if (!tree) throw new NotFound(t.noSuchArticle);
  return tree.page;
}

export function firstPlan(slug: string, sort: Sort): Plan {
  const level: Level = { article: slug, parent: null, sort };
  return {
    level,
    cursor: null,
    limit: FIRST_ROOTS,
    budget: FIRST_COMMENTS,
    firstLevel: (article) => keysetPage(level, null, FIRST_ROOTS + 1, article),
  };
}

/** Replies that come along with a page's own comments, for each of them on average. */
const REPLIES_ALONG = 2;

/**
 * The next comments of one level (`parent`, or the roots), in one query; each with its first few replies.
 * @throws NotFound for an unknown article or parent; Malformed for a cursor of another list
 */
export async function page(
  slug: string,
  query: CommentPageQuery,
  viewer: Member | null,
): Promise<CommentPage> {
  const tree = await readTree(pagePlan(slug, query), viewer);
  if (!tree) throw new NotFound(query.parent ? t.noSuchCommentHere : t.noSuchArticle);
  return tree.page;
}

export function pagePlan(slug: string, { parent, sort, after, limit }: CommentPageQuery): Plan {
  const level: Level = { article: slug, parent: parent ?? null, sort };
  const cursor = after === undefined ? null : readCursor(level, after);
  return {
    level,
    cursor,
    limit,
    budget: limit * REPLIES_ALONG,
    firstLevel: (article) => keysetPage(level, cursor, limit + 1, article),
  };
}

/** Comments a permalink shows from the linked one downwards. */
const BRANCH_COMMENTS = 30;

/**
 * One comment in its context, from anywhere in a thread of any size: two queries, both bounded.
 * @throws NotFound where there is none, or none for this viewer
 */
export async function readThread(
  id: string,
  viewer: Member | null,
  sort: Sort = DEFAULT_SORT,
): Promise<CommentContext> {
  const { place, rows } = await lineage(id, viewer);
  const target = rows.find((row) => row.id === id);
  if (!target) throw new NotFound(t.noSuchComment);
  const ancestors = rows.filter((row) => row.id !== id).map((row) => presentComment(row, place, viewer));
  const comment = target.listed
    ? await branch(place.slug, id, sort, viewer)
    : presentComment(target, place, viewer);
  return { comment, ancestors, skipped: target.depth - ancestors.length };
}

async function branch(slug: string, id: string, sort: Sort, viewer: Member | null): Promise<CommentView> {
  const level: Level = { article: slug, parent: null, sort };
  const tree = await readTree(
    { level, cursor: null, limit: 1, budget: BRANCH_COMMENTS, firstLevel: () => onlyComment(id) },
    viewer,
  );
  const [comment] = tree?.page.items ?? [];
  if (!comment) throw new NotFound(t.noSuchComment);
  return comment;
}
