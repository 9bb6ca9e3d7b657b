import "server-only";

import { aboutDecision, notify } from "@/domain/inbox/commands";
import type { Member } from "@/domain/members/member";
import { closing } from "@/domain/moderation/decisions/threads";
import { review } from "@/domain/moderation/review";
import { debateOf } from "@/domain/polls/debate/queries";
import { mayJudgeReplies, mayJudgeReply, mayVote } from "@/domain/polls/policy";
import { pollAt } from "@/domain/polls/queries";
import { inTheLog, type ReplyState } from "./reply";
import type { OnReply } from "./schema";
import { renderComment } from "@/domain/prose/comment";
import { database, transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

type ReplyTarget = { slug: string; side: string };

/** Editors and moderators who are told that a reply waits. */
const TOLD_AT_MOST = 50;

/**
 * A side's right of reply: once the poll is closed, the author of its best case may add a word to the record, or mend it. The
 * checks read it like a comment, and it waits until somebody has looked at it; mended, it waits again.
 * @throws NotFound for no such side; NotAllowed before the close and for anybody else; Unacceptable for what a check refuses
 */
export async function replyForSide(
  { slug, side }: ReplyTarget,
  source: string,
  actor: Member,
): Promise<void> {
  authorize(mayVote(actor), actor, t.youCannotWriteWhile);
  const { id, articleId } = await pollAt(slug, actor);
  const view = await debateOf({ id: articleId, slug }, actor);
  if (!view?.poll.options.some((option) => option.key === side && option.side))
    throw new NotFound(t.thereIsNoSuchSide);
  if (view.poll.state !== "closed") throw new NotAllowed(t.sidesReplyOnceThePoll);
  const best = view.debate?.cases.find((one) => one.side === side)?.comment;
  if (best?.author?.handle !== actor.handle) throw new NotAllowed(t.aSidesReplyIsWritten);
  await transaction(async (tx) => {
    const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } });
    const { findings } = await review(tx, { article, author: actor, parent: null, text: source });
    const reply = {
      memberId: actor.id,
      source: source,
      html: renderComment(source),
      state: "held" as const,
      found: findings.map(({ reason }) => reason),
    };
    const where = { pollId_side: { pollId: id, side } };
    const before = await tx.sideReply.findUnique({ where });
    await tx.sideReply.upsert({
      where,
      create: { pollId: id, side, ...reply },
      update: { ...reply, revision: { increment: 1 } },
    });
    const cause = `reply ${id} ${side} ${(before?.revision ?? 0) + 1}`;
    if (before?.state !== "held") await tellWhoDecides(tx, { articleId, cause }, actor);
  });
}

/**
 * Takes one's own reply back, whatever became of it. Its words are gone; its place keeps the number of its revisions, so that no
 * decision about what was read before is ever one about what is written later.
 */
export async function takeReplyBack({ slug, side }: ReplyTarget, actor: Member): Promise<void> {
  const { id } = await pollAt(slug, actor);
  const { count } = await database().sideReply.updateMany({
    where: { pollId: id, side, memberId: actor.id, state: { not: "withdrawn" } },
    data: { state: "withdrawn", source: "", html: "", found: [] },
  });
  if (count === 0) throw new NotFound(t.thereIsNoReplyOfYours);
}

/**
 * Lets a reply into the record, or leaves it out, also later. The decision stands in the log and is told to its author; leaving
 * out names a house rule, and can be appealed like any decision.
 * @throws Conflict when it was mended or decided on meanwhile
 */
export async function judgeReply(
  { slug, side }: ReplyTarget,
  { action, revision, ground, explanation }: OnReply,
  actor: Member,
): Promise<void> {
  authorize(mayJudgeReplies(actor), actor, t.editorsAndModeratorsReview);
  const { id, articleId } = await pollAt(slug, actor);
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM side_reply WHERE poll_id = ${id}::uuid AND side = ${side} FOR UPDATE`;
    const reply = await tx.sideReply.findUnique({ where: { pollId_side: { pollId: id, side } } });
    if (!reply || reply.state === "withdrawn") throw new NotFound(t.thereIsNoSuchReply);
    authorize(mayJudgeReply(actor, reply), actor, t.youCannotReviewYourOwn);
    const after = action === "approve" ? "visible" : "rejected";
    if (reply.revision !== revision || reply.state === after) throw new Conflict(t.thisReplyHasChangedSince);
    const reasons = action === "reject" ? await reasonsFor(reply, ground, explanation) : {};
    await move(tx, reply, after);
    await decide(tx, { ...reply, articleId }, { action, after, ...reasons }, actor);
  });
}

/** An appeal was right: what a decision left out stands in the record again. False where it was about no reply, or an older text. */
export async function restoreReply(
  tx: Database,
  decision: { id: string; articleId: string | null; memberId: string | null; revision: number | null },
  actor: Member,
): Promise<boolean> {
  const { articleId, memberId, revision } = decision;
  const poll = articleId === null ? null : await tx.poll.findUnique({ where: { articleId } });
  if (!poll || memberId === null || revision === null) return false;
  const reply = await tx.sideReply.findFirst({
    where: { pollId: poll.id, memberId, revision, state: "rejected" },
  });
  if (!reply) return false;
  await move(tx, reply, "visible");
  const done = { action: "restore", after: "visible" as const, undoes: decision.id };
  await decide(tx, { ...reply, articleId: poll.articleId }, done, actor);
  return true;
}

type Row = {
  pollId: string;
  side: string;
  memberId: string;
  state: string;
  revision: number;
  found: string[];
};

const move = (tx: Database, { pollId, side }: Row, state: ReplyState) =>
  tx.sideReply.update({ where: { pollId_side: { pollId, side } }, data: { state } });

async function reasonsFor({ found, revision }: Row, ground: string | undefined, explanation: string) {
  const reasons = await closing(t.thisReplyIs, ground, explanation);
  const detected = found.length > 0;
  return {
    ...reasons,
    statement: {
      ...reasons.statement,
      facts: say(t.theTextOfTheSidesReply, { revision }),
      source: detected ? ("check" as const) : ("own" as const),
      automatedDetection: detected,
    },
  };
}

async function decide(
  tx: Database,
  { articleId, memberId, revision, state }: Row & { articleId: string },
  { after, ...done }: { action: string; after: ReplyState; undoes?: string },
  actor: Member,
): Promise<void> {
  const before = state === "visible" || state === "rejected" ? state : "held";
  const { id } = await tx.decision.create({
    data: {
      ...done,
      moderatorId: actor.id,
      articleId,
      memberId,
      revision,
      before: inTheLog(before),
      after: inTheLog(after),
    },
  });
  await notify(tx, { ...aboutDecision(memberId, id), articleId });
}

async function tellWhoDecides(
  tx: Database,
  { articleId, cause }: { articleId: string; cause: string },
  author: Member,
): Promise<void> {
  const people = await tx.member.findMany({
    where: { role: { in: ["editor", "moderator", "admin"] }, id: { not: author.id }, hiddenAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
    take: TOLD_AT_MOST,
  });
  await notify(
    tx,
    ...people.map(({ id }) => ({ memberId: id, kind: "reply-waits" as const, cause, articleId })),
  );
}
