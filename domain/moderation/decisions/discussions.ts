import "server-only";

import { record } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import type { Action } from "./decision";
import { refuseOutOfScope } from "./scope";
import { mayModerate } from "./policy";
import type { OnDiscussion } from "./schema";
import { closing } from "./threads";
import { transaction } from "@/platform/database";
import { authorize, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

export type Discussion = {
  comments: "open" | "closed" | "locked";
  moderation: "post" | "pre";
  slowSeconds: number;
  closesAt: string | null;
};

/**
 * Closes or reopens a whole discussion, slows it down, lets its comments wait, or says when it ends. What restricts names a house
 * rule and goes into the log. What is not named stays as it is.
 */
export async function steer(
  slug: string,
  { ground, explanation, ...wish }: OnDiscussion,
  actor: Member,
): Promise<Discussion> {
  authorize(mayModerate(actor), actor, t.onlyModeratorsChangeSettings);
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM article WHERE slug = ${slug} FOR NO KEY UPDATE`;
    const before = await tx.article.findUnique({ where: { slug } });
    if (!before) throw new NotFound(t.noSuchArticle);
    refuseOutOfScope(before.id, actor);
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    if (wish.closesAt && clock && wish.closesAt <= clock.now && !sameMoment(wish.closesAt, before.closesAt))
      throw new Unacceptable(t.thatTimeHasPassed, { closesAt: t.thatTimeHasPassed });
    const data = {
      commentsState: wish.comments,
      moderation: wish.moderation,
      slowSeconds: wish.slowSeconds,
      closesAt: wish.closesAt && sameMoment(wish.closesAt, before.closesAt) ? before.closesAt : wish.closesAt,
    };
    const after = await tx.article.update({ where: { slug }, data });
    const action = actionFor(before, after);
    if (!action) throw new Unacceptable(t.nothingWouldChange);
    const reasons = action === "unlock" ? {} : await closing(SCOPES[action], ground, explanation);
    await tx.decision.create({
      data: {
        action,
        moderatorId: actor.id,
        articleId: before.id,
        ...reasons,
        before: sentenceOf(before),
        after: sentenceOf(after),
      },
    });
    await record(tx, action === "unlock" ? "thread.unlocked" : "thread.locked", { articleId: before.id });
    return {
      comments: after.commentsState,
      moderation: after.moderation,
      slowSeconds: after.slowSeconds,
      closesAt: after.closesAt?.toISOString() ?? null,
    };
  });
}

/** A form sends a moment in whole minutes. */
const sameMoment = (said: Date, set: Date | null): boolean =>
  set !== null && Math.floor(set.getTime() / 60_000) === Math.floor(said.getTime() / 60_000);

const SCOPES = {
  lock: t.thisDiscussionTakesNoMore,
  slow: t.commentsInThisDiscussion,
};

type Row = {
  commentsState: Discussion["comments"];
  moderation: Discussion["moderation"];
  slowSeconds: number;
  closesAt: Date | null;
};

/** Stricter is a restriction; laxer, or only different, is none; null when nothing changes. */
function actionFor(before: Row, after: Row): (Action & ("lock" | "slow" | "unlock")) | null {
  if (sentenceOf(before) === sentenceOf(after)) return null;
  if (before.commentsState === "open" && after.commentsState !== "open") return "lock";
  if (after.slowSeconds > before.slowSeconds || (before.moderation === "post" && after.moderation === "pre"))
    return "slow";
  if (after.closesAt && (!before.closesAt || after.closesAt < before.closesAt)) return "lock";
  return "unlock";
}

const sentenceOf = ({ commentsState, moderation, slowSeconds, closesAt }: Row): string =>
  say(t.moderatedSBetweenComments, {
    commentsState,
    moderation,
    slowSeconds,
    closesAt: closesAt ? say(t.untilClosesAt, { closesAt: closesAt.toISOString() }) : "",
  });
