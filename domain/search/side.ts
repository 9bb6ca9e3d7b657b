import "server-only";

import { readableTo } from "@/domain/articles/published";
import { discussionColumns, type DiscussionRow } from "@/domain/comments/columns";
import { whyUnshown } from "@/domain/comments/presenter";
import type { Member } from "@/domain/members/member";
import type { ParsedQuery } from "./parse-query";
import { query, Prisma } from "@/platform/database";
import { Malformed, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/search";
import { say } from "@/messages/say";

/**
 * The key of the answer that somebody narrows a search by; null where they do not. Comments show answers of their own article's poll
 * alone, and whoever may not see these yet is refused before any comment is looked at.
 * @throws Malformed, NotFound, NotAllowed, each with a sentence
 */
export async function sideAsked(
  { side, article }: ParsedQuery,
  viewer: Member | null,
): Promise<string | null> {
  if (side === null) return null;
  if (article === null) throw new Malformed(t.sideOfWhichArticle);
  const [found] = await query<{ place: DiscussionRow }>(Prisma.sql`
    SELECT row_to_json(x) AS place FROM (
      SELECT ${discussionColumns(viewer)} FROM article a WHERE a.slug = ${article} AND ${readableTo(viewer)}) x`);
  if (!found) throw new NotFound(t.noSuchArticleToSearch);
  const hidden = whyUnshown(found.place);
  if (hidden === "no-poll") throw new Malformed(t.noSidesThere);
  if (hidden !== null) throw new NotAllowed(t.sidesNotShownYet);
  const labels = Object.entries(found.place.poll?.labels ?? {});
  const asked = side.toLowerCase();
  const known = labels.find(([key, label]) => key.toLowerCase() === asked || label.toLowerCase() === asked);
  if (known) return known[0];
  throw new Malformed(say(t.sidesAre, { sides: labels.map(([key]) => key).join(", ") }));
}
