import { readFile } from "node:fs/promises";
import { print, type Command } from "@/bin/command";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { joinSampleCast, openSampleSession } from "@/domain/members/sample-session";
import { signOut } from "@/domain/members/sessions";
import type { Member } from "@/domain/members/member";
import { appeal } from "@/domain/moderation/appeals/commands";
import { decide } from "@/domain/moderation/decisions/commands";
import { closePoll, concludePoll } from "@/domain/polls/administration/commands";
import { DISMISSIVE } from "@/domain/polls/seed/arguments";
import { seedDebate } from "@/domain/polls/seed/commands";
import { DAYS } from "@/domain/polls/seed/shape";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/cli";

const ARTICLE = "content/sample-debate.md";
const SLUG = "sample-debate";
const HERE = { article: { slug: SLUG } };
const IF_NONE = "--if-none";
const DAY = 86_400_000;

/**
 * A debate that has ended, so that whoever starts Moot sees what an argument changed, its record, and a decision with an appeal. Played step
 * by step; a start that was cut off goes on where it was. The editor's last word comes last, so with it all is there.
 */
export const seedEnded: Command = {
  name: "seed ended",
  usage: `[${IF_NONE}]`,
  does: t.aDebateThatHasEnded,
  run: async (args) => {
    if (!env.demo) throw new Error(t.theSampleIsForTheEmbedded);
    const poll = await database().poll.findFirst({ where: HERE, select: { closingStatement: true } });
    if (typeof poll?.closingStatement === "string") {
      if (args.includes(IF_NONE)) return;
      throw new Error(t.theSampleIsThereAlready);
    }
    await joinSampleCast();
    await publishIt();
    const { author } = await as("ada-sample", rejectOne);
    await as(author, appealIt);
    await as("eve-sample", end);
    print(t.theEndedDebateIsThere);
  },
};

async function publishIt(): Promise<void> {
  if (!(await database().article.findUnique({ where: { slug: SLUG }, select: { id: true } }))) {
    const begun = new Date(Date.now() - (DAYS + 1) * DAY).toISOString().slice(0, 10);
    await publish((await readFile(ARTICLE, "utf8")).replace(/^date: .*$/m, `date: ${begun}`), operator);
  }
  if (!(await database().comment.findFirst({ where: HERE, select: { id: true } })))
    await seedDebate(SLUG, 1, env.migrationUrl);
}

async function as<T>(handle: string, act: (member: Member) => Promise<T>): Promise<T> {
  const { member, token } = await openSampleSession(handle);
  try {
    return await act(member);
  } finally {
    await signOut(token);
  }
}

/** @returns the handle of whose comment it was */
async function rejectOne(ada: Member): Promise<{ author: string }> {
  const comment = await database().comment.findFirstOrThrow({
    where: { source: DISMISSIVE, ...HERE },
    select: { id: true, revision: true, state: true, author: { select: { handle: true } } },
  });
  const { id, revision, state } = comment;
  const decision = { action: "reject", comment: id, revision, seen: undefined, ground: "noise" } as const;
  if (state === "visible") await decide({ ...decision, explanation: t.sampleExplanation }, ada);
  if (!comment.author) throw new Error("Every comment of the sample has an author.");
  return { author: comment.author.handle };
}

async function appealIt(author: Member): Promise<void> {
  const { id } = await database().decision.findFirstOrThrow({
    where: { memberId: author.id },
    select: { id: true },
  });
  if (!(await database().appeal.findUnique({ where: { decisionId: id } })))
    await appeal(id, t.sampleAppeal, author);
}

async function end(eve: Member): Promise<void> {
  const { id, closesAt } = await database().poll.findFirstOrThrow({
    where: HERE,
    select: { id: true, closesAt: true },
  });
  if (closesAt === null) await closePoll(id, eve);
  await concludePoll(id, t.sampleLastWord, eve);
}
