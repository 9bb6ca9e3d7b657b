import { readFile } from "node:fs/promises";
import { print, type Command } from "@/bin/command";
import { readDiscussion, type Discussion, type Spoken } from "@/bin/sample-discussion";
import { post } from "@/domain/comments/post";
import { react } from "@/domain/comments/react";
import { joinSampleCast, openSampleSession } from "@/domain/members/sample-session";
import { signOut, type SignedIn } from "@/domain/members/sessions";
import type { Member } from "@/domain/members/member";
import { OPERATOR } from "@/domain/members/policy";
import { SAMPLE_CAST } from "@/domain/members/sample";
import { appoint } from "@/domain/moderation/moderators/commands";
import { report } from "@/domain/moderation/reports/commands";
import { NewReport } from "@/domain/moderation/reports/schema";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { NewPassage } from "@/domain/passages/schema";
import { castVote, tellMindChange } from "@/domain/polls/commands";
import { pollAt } from "@/domain/polls/queries";
import { NewMindChange } from "@/domain/polls/schema";
import { database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const DISCUSSION = "content/sample-discussion.yaml";
const IF_NONE = "--if-none";

export const seedSample: Command = {
  name: "seed sample",
  usage: `[${IF_NONE}]`,
  does: t.aMadeUpCast,
  run: async (args) => {
    if (!env.demo) throw new Error(t.theSampleIsForTheEmbedded);
    const discussion = readDiscussion(await readFile(DISCUSSION, "utf8"));
    await joinSampleCast();
    // A session opens no ballot in the transaction that wrote it, so they are opened before.
    const signedIn = await Promise.all(SAMPLE_CAST.map(({ handle }) => openSampleSession(handle)));
    try {
      const said = await transaction(() => play(discussion, signedIn));
      if (said === null && args.includes(IF_NONE)) return;
      if (said === null) throw new Error(t.theSampleIsThereAlready);
      for (const one of said) await answerWithReactions(one);
      print(say(t.theSampleCastHasJoined, { count: said.length }));
    } finally {
      await goHome(signedIn);
    }
  },
};

type Moves = NonNullable<Spoken["moves"]>;

/** A comment that was posted, and who thinks what of it. */
type Said = { id: string; respect: Member[]; unconvinced: Member[] };

/**
 * Everything goes through the commands that people use, in one transaction: the discussion is whole or not there.
 * @returns null, with nothing done, where it has been played; who plays at the same moment waits for the first.
 */
async function play(
  { article, votes, thread, moderators, suspended }: Discussion,
  signedIn: readonly SignedIn[],
): Promise<Said[] | null> {
  await database().$queryRaw`SELECT id FROM member WHERE sample ORDER BY id FOR NO KEY UPDATE`;
  if (await database().comment.findFirst({ where: { author: { sample: true } }, select: { id: true } }))
    return null;
  const players = new Map(signedIn.map(({ member }) => [member.handle, member]));
  const poll = await pollAt(article, null);
  for (const [option, handles] of Object.entries(votes))
    for (const handle of handles) await castVote({ poll: poll.id, option }, playerOf(players, handle));
  const said = await speak({ article, poll: poll.id, players }, thread, undefined);
  await spreadOut();
  for (const handle of moderators) await appoint({ slug: article, handle }, OPERATOR);
  const { who, by, ground, explanation } = suspended;
  const suspension = {
    kind: "suspension",
    ground,
    days: SUSPENDED_FOR,
    explanation,
    cleanUp: "none",
  } as const;
  await sanction(who, suspension, playerOf(players, by));
  return said;
}

/** Days: whoever looks at the sample later finds it in force. */
const SUSPENDED_FOR = 365;

type Stage = Readonly<{ article: string; poll: string; players: Map<string, Member> }>;

async function speak(stage: Stage, thread: Spoken[], parentId: string | undefined): Promise<Said[]> {
  const { article, players } = stage;
  const said: Said[] = [];
  const those = (handles: string[]) => handles.map((handle) => playerOf(players, handle));
  for (const { by, says, about, shows, respect, unconvinced, reported, moves, replies } of thread) {
    const passage = about === undefined ? undefined : NewPassage.parse({ exact: about });
    const words = { body: says, parentId, showStance: shows, passage };
    const { id } = await post(article, words, playerOf(players, by));
    if (reported) await report(id, NewReport.parse(reported.words), playerOf(players, reported.by));
    if (moves) await move(stage, id, moves);
    said.push({ id, respect: those(respect), unconvinced: those(unconvinced) });
    said.push(...(await speak(stage, replies, id)));
  }
  return said;
}

async function move({ poll, players }: Stage, because: string, { who, to, why }: Moves): Promise<void> {
  await castVote({ poll, option: to }, playerOf(players, who));
  await tellMindChange(poll, NewMindChange.parse({ because, why }), playerOf(players, who));
}

/** After the rest is there for good: a hundred of them would make the transaction a long one, and none of them is missed. */
async function answerWithReactions({ id, respect, unconvinced }: Said): Promise<void> {
  for (const reader of respect) await react(id, "respect", reader);
  for (const reader of unconvinced) await react(id, "unconvinced", reader);
}

/**
 * A discussion takes days, and scores stay hidden for an hour: the sample's comments are put, in their order, over the
 * two days before now, or over the time since the article was published; its poll has been open since the first of them.
 */
async function spreadOut(): Promise<void> {
  await database().$executeRaw`
    UPDATE comment SET posted_at = times.begun + (now() - times.begun) * times.nth / (times.of + 1)
    FROM (
      SELECT c.id, greatest(a.published_at, now() - interval '2 days') AS begun,
        row_number() OVER (ORDER BY c.id) AS nth, count(*) OVER () AS of
      FROM comment c JOIN member m ON m.id = c.author_id AND m.sample JOIN article a ON a.id = c.article_id
    ) times WHERE times.id = comment.id`;
  await database().$executeRaw`
    UPDATE poll SET opens_at = first.at FROM
      (SELECT c.article_id, min(c.posted_at) AS at FROM comment c JOIN member m ON m.id = c.author_id AND m.sample GROUP BY 1) first
    WHERE first.article_id = poll.article_id AND first.at < opens_at`;
}

function playerOf(players: Map<string, Member>, handle: string): Member {
  const player = players.get(handle);
  if (!player) throw new Error(say(t.isNotInTheSampleCast, { handle }));
  return player;
}

async function goHome(signedIn: readonly SignedIn[]): Promise<void> {
  for (const { token } of signedIn) await signOut(token);
}
