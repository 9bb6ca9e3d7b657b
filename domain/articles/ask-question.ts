import "server-only";

import type { Database } from "@/platform/database";
import { Conflict } from "@/platform/refusal";
import type { PollQuestion } from "./schema";

const STAYS =
  "People have voted in this poll, so its question, its options and when results show must stay as they are.";

/**
 * Gives an article the poll that its file asks for, or takes it away. Until the first vote everything may change;
 * from then on only the closing time may, and options keep their keys for ever.
 * @throws Conflict when there are votes and the file asks something else
 */
export async function askQuestion(
  tx: Database,
  articleId: string,
  asked: PollQuestion | null,
): Promise<void> {
  const poll = await tx.poll.findUnique({
    where: { articleId },
    include: { options: { where: { removedAt: null }, orderBy: { position: "asc" } } },
  });
  if (!poll) return asked ? begin(tx, articleId, asked) : undefined;
  if (asked && sayingOf(asked) === sayingOf({ ...poll, results: poll.resultsShown })) {
    if (poll.closesAt?.getTime() !== asked.closes?.getTime())
      await tx.poll.update({ where: { articleId }, data: { closesAt: asked.closes } });
    return;
  }
  if (await hasVotes(tx, poll.id)) throw new Conflict(STAYS);
  if (asked) await change(tx, poll.id, asked);
  else await tx.poll.delete({ where: { articleId } });
}

/** Everything about a poll that a voter relied on, in a form that can be compared. */
const sayingOf = ({
  question,
  results,
  options,
}: Pick<PollQuestion, "question" | "results" | "options">): string =>
  JSON.stringify([
    question,
    results,
    options.map(({ key, label, sentence, side }) => [key, label, sentence, side]),
  ]);

async function begin(tx: Database, articleId: string, { question, results, closes, options }: PollQuestion) {
  await tx.poll.create({
    data: {
      articleId,
      question,
      resultsShown: results,
      closesAt: closes,
      options: { create: options.map((option, position) => ({ ...option, position })) },
    },
  });
}

/** Nobody reads who voted what; that anybody has, the database says itself. A vote on its way waits for the locks. */
async function hasVotes(tx: Database, pollId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT key FROM poll_option WHERE poll_id = ${pollId}::uuid FOR UPDATE`;
  const [found] = await tx.$queryRaw<{ has: boolean }[]>`SELECT poll_has_ballots(${pollId}::uuid) AS has`;
  return found?.has ?? false;
}

async function change(tx: Database, pollId: string, { question, results, closes, options }: PollQuestion) {
  const removedAt = new Date();
  await tx.poll.update({
    where: { id: pollId },
    data: { question, resultsShown: results, closesAt: closes },
  });
  await tx.pollOption.updateMany({
    where: { pollId, removedAt: null, key: { notIn: options.map(({ key }) => key) } },
    data: { removedAt },
  });
  for (const [position, { key, ...option }] of options.entries()) {
    const row = { ...option, position, removedAt: null };
    await tx.pollOption.upsert({
      where: { pollId_key: { pollId, key } },
      create: { pollId, key, ...row },
      update: row,
    });
  }
}
