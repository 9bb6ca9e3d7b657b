import "server-only";

import { announce } from "@/domain/inbox/commands";
import type { Database } from "@/platform/database";
import { Conflict } from "@/platform/refusal";
import type { PollQuestion } from "./poll-question";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/**
 * Gives an article the poll that its file asks for, or takes it away. Until the first vote everything may change. From
 * then on only the closing time and the words may, options may be added, and a new wording is a new version: what
 * was asked before stays on record, and voters are told. A closed poll keeps the time it closed.
 * @throws Conflict when there are votes and the file asks for anything else
 */
export async function syncPoll(
  tx: Database,
  articleId: string,
  asked: PollQuestion | null,
  by: string | null,
): Promise<void> {
  const poll = await pollOf(tx, articleId);
  if (!poll) return asked ? begin(tx, articleId, asked) : undefined;
  const before = questionOf(poll);
  if (asked && sayingOf(asked) === sayingOf(before)) {
    if (!isOver(poll)) await tx.poll.update({ where: { articleId }, data: timesOf(asked) });
    return;
  }
  if (await hasVotes(tx, poll.id)) {
    if (!asked) throw new Conflict(t.peopleHaveVotedSoThePollStays);
    const broken = brokenRules(before, asked);
    if (broken.length > 0) throw new Conflict(say(t.peopleHaveVotedInThisPoll, { what: broken.join(", ") }));
    await keepVersion(tx, { ...poll, options: before.options });
    const cause = `poll ${poll.id} version ${poll.version + 1}`;
    await announce(tx, "poll-reworded", { cause, articleId, by });
  }
  if (asked) await change(tx, poll.id, isOver(poll) ? { ...asked, closes: poll.closesAt } : asked);
  else await tx.poll.delete({ where: { articleId } });
}

const pollOf = (tx: Database, articleId: string) =>
  tx.poll.findUnique({
    where: { articleId },
    include: { options: { where: { removedAt: null }, orderBy: { position: "asc" } } },
  });

type Poll = NonNullable<Awaited<ReturnType<typeof pollOf>>>;

const questionOf = (poll: Poll): PollQuestion => ({
  ...poll,
  results: poll.resultsShown,
  opens: poll.opensAt,
  closes: poll.closesAt,
});

/** What an article's poll asks now, or null. */
export async function currentQuestion(tx: Database, articleId: string): Promise<PollQuestion | null> {
  const poll = await pollOf(tx, articleId);
  return poll && questionOf(poll);
}

const timesOf = ({ opens, closes }: PollQuestion) => ({ ...(opens && { opensAt: opens }), closesAt: closes });

const isOver = ({ closesAt }: { closesAt: Date | null }): boolean =>
  closesAt !== null && closesAt <= new Date();

/** What of that differs which those relied on who voted already: every option stands for its side, and secrecy and showing are as they were. */
const brokenRules = (before: PollQuestion, asked: PollQuestion): string[] => [
  ...(before.results === asked.results ? [] : [t.results]),
  ...(before.detached === asked.detached ? [] : [t.detached]),
  ...(before.guessing === asked.guessing ? [] : [t.guessing]),
  ...(before.confirmedBefore === asked.confirmedBefore ? [] : [t.confirmedBefore]),
  ...before.options
    .filter(({ key, side }) => !asked.options.some((option) => option.key === key && option.side === side))
    .map(({ key }) => say(t.theAnswer, { key })),
];

async function keepVersion(
  tx: Database,
  {
    id,
    version,
    question,
    options,
  }: Pick<PollQuestion, "question" | "options"> & { id: string; version: number },
): Promise<void> {
  const asOptions = options.map(({ key, label, sentence, side }) => ({ key, label, sentence, side }));
  await tx.pollVersion.create({ data: { pollId: id, version, question, options: asOptions } });
  await tx.poll.update({ where: { id }, data: { version: version + 1 } });
}

/** Everything about a poll that a voter relied on, in a form that can be compared. */
export const sayingOf = ({
  question,
  results,
  detached,
  guessing,
  confirmedBefore,
  options,
}: PollQuestion): string =>
  JSON.stringify([
    question,
    results,
    detached,
    guessing,
    confirmedBefore,
    options.map(({ key, label, sentence, side }) => [key, label, sentence, side]),
  ]);

async function begin(tx: Database, articleId: string, asked: PollQuestion) {
  const { question, results, detached, guessing, confirmedBefore, options } = asked;
  await tx.poll.create({
    data: {
      articleId,
      question,
      resultsShown: results,
      ...timesOf(asked),
      detached,
      guessing,
      confirmedBefore,
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

async function change(tx: Database, pollId: string, asked: PollQuestion) {
  const { question, results, detached, guessing, confirmedBefore, options } = asked;
  const removedAt = new Date();
  await tx.poll.update({
    where: { id: pollId },
    data: { question, resultsShown: results, ...timesOf(asked), detached, guessing, confirmedBefore },
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
