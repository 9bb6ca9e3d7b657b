import "server-only";

import { areApart } from "@/domain/articles/schema";
import { syncPoll } from "@/domain/articles/sync-poll";
import { record } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { mayPin, mayPinUnder, mayRunPoll } from "@/domain/polls/policy";
import { mayShowStances } from "@/domain/polls/queries";
import type { PollWording } from "./schema";
import { renderComment } from "@/domain/prose/comment";
import { database, transaction, type Database } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import { twoOptionsHaveOneLabel } from "#messages/articles";
import * as t from "#messages/polls";

/** Closes the poll now, by the database's clock. A closed poll stays closed. */
export async function closePoll(poll: string, actor: Member): Promise<void> {
  authorize(mayRunPoll(actor), actor, t.onlyEditorsCloseAPoll);
  await transaction(async (tx) => {
    const [closed] = await tx.$queryRaw<{ article_id: string }[]>`
      UPDATE poll SET closes_at = now() WHERE id = ${poll}::uuid AND opens_at <= now() AND (closes_at IS NULL OR closes_at > now())
      RETURNING article_id`;
    if (!closed) throw new Conflict(t.notOpen);
    await record(tx, "poll.changed", { articleId: closed.article_id, subjectId: poll });
  });
}

/** When it will close; null lets it stay open. A closed poll stays closed, and what waits for the close must have one. */
export async function setClosing(poll: string, closes: Date | null, actor: Member): Promise<void> {
  authorize(mayRunPoll(actor), actor, t.onlyEditorsSayWhenAPoll);
  await transaction(async (tx) => {
    const place = await hold(tx, poll);
    if (place.closed) throw new Conflict(t.cannotBeReopened);
    if (closes === null && place.waits)
      throw new Unacceptable(t.aPollThatHidesItsResults, {
        closes: t.resultsWaitForIt,
      });
    if (closes !== null && closes.getTime() <= Math.max(place.now.getTime(), place.opensAt.getTime()))
      throw new Unacceptable(t.aPollClosesLater, {
        closes: t.thisTimeHasPassed,
      });
    await tx.poll.update({ where: { id: poll }, data: { closesAt: closes } });
    await record(tx, "poll.changed", { articleId: place.articleId, subjectId: poll });
  });
}

/** The author's last word beside the result; shown once the poll is closed. Null takes it away. */
export async function concludePoll(poll: string, statement: string | null, actor: Member): Promise<void> {
  authorize(mayRunPoll(actor), actor, t.onlyEditorsWriteAClosing);
  await transaction(async (tx) => {
    const { articleId } = await tx.poll.update({
      where: { id: poll },
      data: {
        closingStatement: statement,
        closingHtml: statement === null ? null : renderComment(statement),
      },
      select: { articleId: true },
    });
    await record(tx, "poll.changed", { articleId, subjectId: poll });
  });
}

/**
 * Asks the same thing in other words. Once somebody has voted that is a new version, and what was asked before stays on record.
 * @throws Conflict once the poll is closed: what was voted on is what was asked; Unacceptable where two answers would be called the same
 */
export async function reword(poll: string, wording: PollWording, actor: Member): Promise<void> {
  authorize(mayRunPoll(actor), actor, t.onlyEditorsRewordAPoll);
  await transaction(async (tx) => {
    const place = await hold(tx, poll);
    if (place.closed) throw new Conflict(t.wordingCanNoLongerChange);
    const before = await tx.poll.findUniqueOrThrow({
      where: { id: poll },
      include: { options: { where: { removedAt: null }, orderBy: { position: "asc" } } },
    });
    const known = new Set(before.options.map(({ key }) => key));
    if (wording.options.some(({ key }) => !known.has(key))) throw new Unacceptable(t.thatIsNotAnOption);
    const asked = {
      question: wording.question,
      results: before.resultsShown,
      opens: before.opensAt,
      closes: before.closesAt,
      detached: before.detached,
      guessing: before.guessing,
      confirmedBefore: before.confirmedBefore,
      options: before.options.map(({ key, label, sentence, side }) => {
        const said = wording.options.find((option) => option.key === key);
        return { key, side, label: said?.label ?? label, sentence: said ? (said.sentence ?? "") : sentence };
      }),
    };
    if (!areApart(asked.options.map(({ label }) => label)))
      throw new Unacceptable(twoOptionsHaveOneLabel, labelsThatAreSaidTwice(asked.options));
    await syncPoll(tx, place.articleId, asked, actor.id);
    await record(tx, "poll.changed", { articleId: place.articleId, subjectId: poll });
  });
}

/** By field, each label that one before it has already. */
function labelsThatAreSaidTwice(options: readonly { label: string }[]): Record<string, string> {
  const labels = options.map(({ label }) => label);
  return Object.fromEntries(
    labels.flatMap((label, nth) =>
      labels.slice(0, nth).some((before) => !areApart([before, label]))
        ? [[`options.${nth}.label`, twoOptionsHaveOneLabel]]
        : [],
    ),
  );
}

/**
 * An editor's or a moderator's choice for a side stands before the other side's, and is labelled so. Null takes it away.
 * @throws Unacceptable when that comment does not show this side in this poll's discussion
 */
export async function pinCase(
  poll: string,
  { side, comment }: { side: string; comment: string | null },
  actor: Member,
): Promise<void> {
  const place = await placeOf(poll, comment);
  authorize(mayPinUnder(actor, place.articleId), actor, t.onlyEditorsAndModeratorsPin);
  // Whether a pin is taken would tell what the comment's author shows, and that waits for an editor as for everybody.
  if (comment !== null && !(await mayShowStances({ id: place.articleId }, actor)))
    throw new NotAllowed(t.youCannotSeeTheSides);
  if (comment === null) {
    await database().bestCase.deleteMany({ where: { pollId: poll, side, pinned: true } });
    return;
  }
  authorize(mayPin(actor, place), actor, t.youCannotPinYourOwn);
  const pinned = await database().$executeRaw`
    INSERT INTO best_case (poll_id, side, comment_id, pinned, pinned_at)
    SELECT p.id, o.key, c.id, true, now() FROM poll p JOIN poll_option o ON o.poll_id = p.id AND o.side AND o.key = ${side}
      JOIN comment c ON c.article_id = p.article_id AND c.id = ${comment}::uuid AND c.state = 'visible' AND c.stance = o.key
    WHERE p.id = ${poll}::uuid
    ON CONFLICT (poll_id, side, pinned) DO UPDATE SET comment_id = excluded.comment_id,
      pinned_at = CASE WHEN best_case.comment_id = excluded.comment_id THEN best_case.pinned_at ELSE now() END`;
  if (pinned === 0) throw new Unacceptable(t.thatCommentDoesNotShow, { comment: t.notOnThisSide });
}

/** Whose article it is about, and who wrote the comment that is to be pinned. */
async function placeOf(
  poll: string,
  comment: string | null,
): Promise<{ articleId: string; authorId: string | null }> {
  const [found, written] = await Promise.all([
    database().poll.findUnique({ where: { id: poll }, select: { articleId: true } }),
    comment === null
      ? null
      : database().comment.findUnique({ where: { id: comment }, select: { authorId: true } }),
  ]);
  if (!found) throw new NotFound(t.thereIsNoPoll);
  return { articleId: found.articleId, authorId: written?.authorId ?? null };
}

type PollTarget = { articleId: string; opensAt: Date; closed: boolean; waits: boolean; now: Date };

/** The poll, locked so that two editors act one after the other, and whether the database says it is over. */
async function hold(tx: Database, poll: string): Promise<PollTarget> {
  const [place] = await tx.$queryRaw<PollTarget[]>`
    SELECT article_id AS "articleId", opens_at AS "opensAt", coalesce(closes_at <= now(), false) AS closed,
      hides_until_close(results_shown) AS waits, now() AS now
    FROM poll WHERE id = ${poll}::uuid FOR UPDATE`;
  if (!place) throw new NotFound(t.thereIsNoPoll);
  return place;
}
