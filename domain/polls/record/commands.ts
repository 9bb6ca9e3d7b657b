import "server-only";

import type { Member } from "@/domain/members/member";
import { debateOf } from "@/domain/polls/debate/queries";
import { mayVote } from "@/domain/polls/policy";
import { pollAt } from "@/domain/polls/queries";
import { digestOf, recordOf } from "@/domain/polls/record/queries";
import { renderComment } from "@/domain/prose/comment";
import { database } from "@/platform/database";
import { authorize, NotAllowed, NotFound } from "@/platform/refusal";

/** A record still changes this long after the close: comments are withdrawn, sides reply. Days. */
const WATCHED_DAYS = 365;

/** Gives a number to every record that says something new. Returns how many did. */
export async function keepRecords(): Promise<number> {
  const closed = await database().$queryRaw<
    { id: string; slug: string; digest: string | null; version: number | null }[]
  >`
    SELECT p.id, a.slug, r.digest, r.version FROM poll p JOIN article a ON a.id = p.article_id
      LEFT JOIN LATERAL (SELECT digest, version FROM poll_record WHERE poll_id = p.id ORDER BY version DESC LIMIT 1) r ON true
    WHERE p.closes_at BETWEEN now() - make_interval(days => ${WATCHED_DAYS}) AND now()`;
  let added = 0;
  for (const { id, slug, digest, version } of closed) {
    const found = await recordOf(slug);
    const present = found && digestOf(found.record);
    if (present === null || present === digest) continue;
    await database().pollRecord.create({
      data: { pollId: id, version: (version ?? 0) + 1, digest: present },
    });
    added++;
  }
  return added;
}

/**
 * A side's right of reply: once the poll is closed, the author of its best case may add a word to the record, or mend it.
 * @throws NotFound for no such side, NotAllowed before the close and for anybody else
 */
export async function replyForSide(
  { slug, side }: { slug: string; side: string },
  words: string,
  actor: Member,
): Promise<void> {
  authorize(mayVote(actor), actor, "You cannot write while you are suspended.");
  const { id, articleId } = await pollAt(slug, actor);
  const view = await debateOf({ id: articleId, slug }, actor);
  if (!view?.poll.options.some((option) => option.key === side && option.side))
    throw new NotFound("There is no such side.");
  if (view.poll.state !== "closed") throw new NotAllowed("Sides reply once the poll is closed.");
  const best = view.debate?.cases.find((one) => one.side === side)?.comment;
  if (!best || best.author?.handle !== actor.handle)
    throw new NotAllowed("A side's reply is written by the author of its best case.");
  const reply = { memberId: actor.id, source: words, html: renderComment(words) };
  await database().sideReply.upsert({
    where: { pollId_side: { pollId: id, side } },
    create: { pollId: id, side, ...reply },
    update: reply,
  });
}
