import "server-only";

import type { CommentPage } from "@/domain/comments/comment";
import { readCursor, type Level } from "@/domain/comments/cursor";
import { keysetOfBlock } from "@/domain/comments/keyset";
import { PAGE_USUAL } from "@/domain/comments/schema";
import { readTree, type Plan } from "@/domain/comments/tree";
import type { Member } from "@/domain/members/member";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

/**
 * The comments about one block of the article as it is now (0: about an earlier wording), the newest first, each with its first replies.
 * @throws NotFound where there is no such article; Malformed for a cursor of another list
 */
export async function commentsAbout(
  slug: string,
  { block, after, limit = PAGE_USUAL }: { block: number; after?: string; limit?: number },
  viewer: Member | null,
): Promise<CommentPage> {
  const tree = await readTree(blockPlan(slug, { block, after, limit }), viewer);
  if (!tree) throw new NotFound(t.noSuchArticle);
  return tree.page;
}

/** Apart, so that a test can ask the database what it costs. */
export function blockPlan(
  slug: string,
  { block, after, limit }: { block: number; after?: string; limit: number },
): Plan {
  const level: Level = { article: slug, parent: null, sort: "best", block };
  const cursor = after === undefined ? null : readCursor(level, after);
  return {
    level,
    cursor,
    limit,
    budget: limit * 2,
    firstLevel: (article) => keysetOfBlock(block, { after: cursor?.after ?? null }, limit + 1, article),
  };
}
