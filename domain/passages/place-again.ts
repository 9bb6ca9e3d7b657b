import "server-only";

import { articleText } from "./article-text";
import { follow, followAgain } from "./follow";
import type { Quote } from "./passage";
import { pointsOf } from "./points";
import { placeIn } from "./place";
import { fromStore } from "@/domain/prose/safe-html";
import type { Database } from "@/platform/database";

type Kept = Quote & { id: string; begins: number | null; ends: number | null };

/**
 * Finds every passage of an article again in its next revision, in the transaction that makes it: the two are compared once, whatever
 * the number of passages. One that was lost before is found where its wording is back.
 */
export async function placePassagesAgain(
  tx: Database,
  articleId: string,
  before: { html: string },
  after: { html: string },
): Promise<void> {
  const kept = await tx.$queryRaw<Kept[]>`
    SELECT comment_id AS id, exact, prefix, suffix, now_begins AS begins, now_ends AS ends FROM passage
    WHERE article_id = ${articleId}::uuid ORDER BY comment_id FOR NO KEY UPDATE`;
  if (kept.length === 0) return;
  const [old, now] = [articleText(fromStore(before.html)), articleText(fromStore(after.html))];
  const place = follow(old.text, now.text);
  const [{ toUnits }, points] = [pointsOf(old.text), pointsOf(now.text)];
  const placed = kept.map(({ id, begins, ends, ...quote }) => {
    const stood = begins === null || ends === null ? null : { begins: toUnits(begins), ends: toUnits(ends) };
    const found = followAgain(place, now.text, quote, stood);
    return { id, ...placeIn(now, found, points) };
  });
  await tx.$executeRaw`
    UPDATE passage p SET block = f.block, now_begins = f."nowBegins", now_ends = f."nowEnds"
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) AS f(id uuid, block int, "nowBegins" int, "nowEnds" int)
    WHERE p.comment_id = f.id AND (p.block, p.now_begins, p.now_ends) IS DISTINCT FROM (f.block, f."nowBegins", f."nowEnds")`;
}
