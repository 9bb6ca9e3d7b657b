import "server-only";

import { articleText, blockOf, type ArticleText } from "./article-text";
import { findQuote } from "./find";
import { follow } from "./follow";
import { pointsOf, type Points } from "./points";
import { EARLIER, quoteAt, type Quote, type Stretch } from "./passage";
import type { NewPassage } from "./schema";
import { fromStore } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

/** A passage as it is kept: its words in the revision that was read, and where they stand in the one that is there now. Places are in code points. */
export type Placed = Quote &
  Stretch & { revision: number; block: number; nowBegins: number | null; nowEnds: number | null };

/**
 * Finds what somebody selected, in the revision in which they read it, and again in the present one.
 * @throws Unacceptable where the article does not say so, or says so several times
 */
export async function placePassage(
  article: { id: string; revision: number },
  passage: NewPassage,
): Promise<Placed> {
  const revision = passage.revision ?? article.revision;
  const texts = await textsOf(article.id, [revision, article.revision]);
  const read = texts.get(revision);
  const now = texts.get(article.revision);
  if (!read || !now || revision > article.revision) throw refused(t.thereIsNoSuchRevision);
  const points = pointsOf(read.text);
  const near = passage.start === undefined ? null : points.toUnits(passage.start);
  const found = findQuote(read.text, passage, near);
  if (found.at === null)
    throw refused(
      found.times === 0 ? t.thatPassageIsNotHere : say(t.thosePassagesAreAlike, { times: found.times }),
    );
  const there = follow(read.text, now.text)(found.at);
  return { ...inPoints(points, found.at), ...quoteAt(read.text, found.at), revision, ...placeIn(now, there) };
}

/** A passage of the present text. */
export const placedAt = (now: ArticleText, at: Stretch, revision: number): Placed => {
  const points = pointsOf(now.text);
  return { ...inPoints(points, at), ...quoteAt(now.text, at), revision, ...placeIn(now, at, points) };
};

/** Where a stretch of the present text is kept to be. */
export function placeIn(now: ArticleText, there: Stretch | null, points = pointsOf(now.text)) {
  if (!there) return { block: EARLIER, nowBegins: null, nowEnds: null };
  const { begins, ends } = inPoints(points, there);
  return { block: blockOf(now, there), nowBegins: begins, nowEnds: ends };
}

const inPoints = ({ toPoints }: Points, { begins, ends }: Stretch): Stretch => ({
  begins: toPoints(begins),
  ends: toPoints(ends),
});

const refused = (sentence: string) => new Unacceptable(sentence, { passage: sentence });

async function textsOf(articleId: string, numbers: number[]): Promise<Map<number, ArticleText>> {
  const revisions = await database().articleRevision.findMany({
    where: { articleId, number: { in: numbers } },
    select: { number: true, html: true },
  });
  return new Map(revisions.map(({ number, html }) => [number, articleText(fromStore(html))]));
}
