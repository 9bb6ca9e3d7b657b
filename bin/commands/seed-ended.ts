import { readFile } from "node:fs/promises";
import { print, type Command } from "@/bin/command";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { joinSampleCast, openSampleSession, signOut } from "@/domain/members/commands";
import type { Member } from "@/domain/members/member";
import { appeal } from "@/domain/moderation/appeals/commands";
import { decide } from "@/domain/moderation/decisions/commands";
import { closePoll, concludePoll } from "@/domain/polls/administration/commands";
import { pollAt } from "@/domain/polls/queries";
import { DISMISSIVE } from "@/domain/polls/seed/arguments";
import { seedDebate } from "@/domain/polls/seed/commands";
import { DAYS } from "@/domain/polls/seed/shape";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/cli";

const ARTICLE = "content/sample-debate.md";
const SLUG = "sample-debate";
const IF_NONE = "--if-none";
const DAY = 86_400_000;

/** A debate that has ended, so that whoever starts Moot sees what an argument changed, its record, and a decision with an appeal. */
export const seedEnded: Command = {
  name: "seed ended",
  usage: `[${IF_NONE}]`,
  does: t.aDebateThatHasEnded,
  run: async (args) => {
    if (!env.demo) throw new Error(t.theSampleIsForTheEmbedded);
    if (await database().article.findUnique({ where: { slug: SLUG }, select: { id: true } })) {
      if (args.includes(IF_NONE)) return;
      throw new Error(t.theSampleIsThereAlready);
    }
    const begun = new Date(Date.now() - (DAYS + 1) * DAY).toISOString().slice(0, 10);
    await publish((await readFile(ARTICLE, "utf8")).replace(/^date: .*$/m, `date: ${begun}`), operator);
    await seedDebate(SLUG, 1, env.migrationUrl);
    await joinSampleCast();
    const { author } = await as("ada-sample", rejectOne);
    await as(author, appealIt);
    await as("eve-sample", end);
    print(t.theEndedDebateIsThere);
  },
};

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
    where: { source: DISMISSIVE, article: { slug: SLUG } },
    select: { id: true, revision: true, author: { select: { handle: true } } },
  });
  await decide(
    {
      action: "reject",
      comment: comment.id,
      revision: comment.revision,
      seen: undefined,
      ground: "noise",
      explanation: t.sampleExplanation,
    },
    ada,
  );
  if (!comment.author) throw new Error("Every comment of the sample has an author.");
  return { author: comment.author.handle };
}

async function appealIt(author: Member): Promise<void> {
  const decision = await database().decision.findFirstOrThrow({
    where: { memberId: author.id },
    select: { id: true },
  });
  await appeal(decision.id, t.sampleAppeal, author);
}

async function end(eve: Member): Promise<void> {
  const { id } = await pollAt(SLUG, null);
  await closePoll(id, eve);
  await concludePoll(id, t.sampleLastWord, eve);
}
