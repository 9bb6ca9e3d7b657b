import "server-only";

import { SEEN_CHARACTERS } from "./check";
import { CHECK_ACTIVITY_COUNTED, CHECK_ACTIVITY_DAYS, type CheckActivity } from "./check-activity";
import { checks } from "./checks";
import { tryOut, type Past, type Trial } from "./trial";
import { watchedWordFinder } from "./words/queries";
import { NO_WORDS, wordFinder, type WordFinder } from "./words/word-finder";
import { linesOf } from "./words/schema";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { currentSettings } from "@/domain/moderation/settings/queries";
import { staffNames } from "@/domain/members/queries";
import type { Member } from "@/domain/members/member";
import { firstPoints, lastPoints } from "@/domain/prose/cut";
import { readableLength } from "@/domain/prose/text";
import { database, literalNumber } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/house-rules";

/** As many as a moderator may want to know of, and few enough to be read in a second. */
export const TRIED = 1_000;

/**
 * What a check would have done to the last comments of the site; `words` are entries to try (one a line) in place of the lists
 * in force. Null for an unknown check.
 */
export async function trial(key: string, words: string | undefined, viewer: Member): Promise<Trial | null> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const check = checks.find((one) => one.key === key);
  if (!check) return null;
  const [past, settings, staff, finder] = await Promise.all([
    lastComments(),
    currentSettings(),
    staffNames(),
    finderFor(words),
  ]);
  return tryOut(check, past, { settings, staff, words: finder });
}

/** What each check did lately, by its key; those that did nothing are left out. */
export async function checkActivity(viewer: Member): Promise<Map<string, CheckActivity>> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const rows = await database().$queryRaw<{ key: string; held: number; flagged: number; more: boolean }[]>`
    SELECT k.key, its.held, its.flagged, its.held + its.flagged >= ${literalNumber(CHECK_ACTIVITY_COUNTED)} AS more
    FROM unnest(${checks.map(({ key }) => key)}::text[]) k(key) CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE effect = 'hold')::int AS held, count(*) FILTER (WHERE effect = 'mark')::int AS flagged
      FROM (SELECT f.effect FROM finding f
        -- Between itself and itself, so that it goes by the rule's own index: walked by id, a check that did nothing reads what all others did.
        WHERE f.rule BETWEEN k.key AND k.key AND f.id > uuid_floor(now() - make_interval(days => ${CHECK_ACTIVITY_DAYS}::int))
        ORDER BY f.rule, f.id DESC LIMIT ${literalNumber(CHECK_ACTIVITY_COUNTED)}) newest) its
    WHERE its.held + its.flagged > 0`;
  return new Map(rows.map(({ key, ...activity }) => [key, activity]));
}

async function finderFor(words: string | undefined): Promise<WordFinder> {
  if (words !== undefined) return wordFinder({ ...NO_WORDS, hold: linesOf(words) });
  const newest = await database().wordList.aggregate({ _max: { version: true } });
  return watchedWordFinder(database(), newest._max.version);
}

async function lastComments(): Promise<Past[]> {
  const rows = await database().comment.findMany({
    where: { authorId: { not: null } },
    orderBy: { id: "desc" },
    take: TRIED,
    select: {
      id: true,
      articleId: true,
      authorId: true,
      source: true,
      state: true,
      postedAt: true,
      author: {
        select: { id: true, handle: true, name: true, role: true, joinedAt: true, approvedCount: true },
      },
      article: { select: { id: true, moderation: true, slowSeconds: true } },
    },
  });
  return rows.reverse().flatMap(({ author, article, source, postedAt, ...row }) =>
    author
      ? [
          {
            ...row,
            text: firstPoints(source, SEEN_CHARACTERS),
            end: lastPoints(source, SEEN_CHARACTERS),
            length: readableLength(source),
            whole: source,
            at: postedAt,
            author,
            article: {
              id: article.id,
              premoderated: article.moderation === "pre",
              slowSeconds: article.slowSeconds,
            },
          },
        ]
      : [],
  );
}
