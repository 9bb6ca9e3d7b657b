import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { CommentPage } from "./comment";
import { readCursor, type Level } from "./cursor";
import { discussionColumns, type DiscussionRow } from "./columns";
import type { SidePageQuery } from "./schema";
import { readTree, type Plan } from "./tree";
import { whyUnshown } from "./presenter";
import { keysetPage } from "./keyset";
import type { Member } from "@/domain/members/member";
import type { HiddenBecause } from "@/domain/polls/poll";
import { Prisma, query } from "@/platform/database";
import { NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";

type Ask = SidePageQuery & { side: string };

/**
 * The comments whose authors show this answer with them, from anywhere in the thread, without their replies. Whoever may not
 * see stances yet is refused before any comment is looked at, so that neither the answer nor how long it takes tells of them.
 * @throws NotAllowed while stances are hidden from this viewer; NotFound for an unknown article or answer; Malformed for a
 * cursor of another list
 */
export async function readSide(slug: string, ask: Ask, viewer: Member | null): Promise<CommentPage> {
  await mayReadSides(slug, ask.side, viewer);
  const tree = await readTree(sidePlan(slug, ask), viewer);
  if (!tree) throw new NotFound(t.noSuchArticle);
  return tree.page;
}

/** Apart, so that a test can ask the database what it costs. */
export function sidePlan(slug: string, { side, sort, after, limit }: Ask): Plan {
  const level: Level = { article: slug, parent: null, sort, side };
  const cursor = after === undefined ? null : readCursor(level, after);
  // Replies are not followed: those of this side stand in the list themselves, and would be met twice.
  const firstLevel: Plan["firstLevel"] = (article) => {
    const { ctes, page } = keysetPage(level, cursor, limit + 1, article);
    return { ctes, page: Prisma.sql`SELECT alone.id, alone.rank, 0 AS reply_count FROM (${page}) alone` };
  };
  return { level, cursor, limit, budget: limit, firstLevel };
}

async function mayReadSides(slug: string, side: string, viewer: Member | null): Promise<void> {
  const [found] = await query<{ place: DiscussionRow; known: boolean }>(Prisma.sql`
    SELECT row_to_json(x) AS place, EXISTS (SELECT FROM poll p JOIN poll_option o ON o.poll_id = p.id
      WHERE p.article_id = x.id AND o.key = ${side}) AS known
    FROM (SELECT ${discussionColumns(viewer)} FROM article a WHERE a.slug = ${slug} AND ${readableTo(viewer)}) x`);
  if (!found) throw new NotFound(t.noSuchArticle);
  const hidden = whyUnshown(found.place);
  if (hidden === "no-poll") throw new NotFound(t.thereIsNoPoll);
  if (hidden !== null) throw new NotAllowed(WHY_NOT[hidden]);
  if (!found.known) throw new NotFound(t.thisPollHasNoSuchAnswer);
}

const UNTIL_ANSWERED = t.sidesAfterYourVote;

/** A side cannot be read, because the list would say who voted what. */
const WHY_NOT: Record<HiddenBecause, string> = {
  "vote-first": UNTIL_ANSWERED,
  "guess-first": UNTIL_ANSWERED,
  "too-few": UNTIL_ANSWERED,
  "until-close": t.sidesAfterClose,
  "not-open": t.sidesOnceOpen,
};
