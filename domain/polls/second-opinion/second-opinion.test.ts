import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { castVote, justShow } from "@/domain/polls/commands";
import { debateOf } from "@/domain/polls/debate/queries";
import { publishDue } from "@/domain/polls/publishing";
import { askForSecondOpinions, giveSecondOpinion } from "./commands";
import { REACTORS_NEEDED } from "@/domain/polls/statistics/matrix-factorisation";
import { CROWD } from "@/domain/polls/statistics/publish";
import { seededRandom } from "@/domain/polls/statistics/random";
import { once } from "@/platform/jobs";
import { pollJobs } from "@/domain/polls/jobs";
import { database } from "@/platform/database";
import { aPoll, inTime, voters, type PollOfTest, type Voter } from "@/test/voters";
import { asTheOwner } from "@/test/owner";

const job = pollJobs.find(({ name }) => name === "give second opinions");

/** Comments that please one camp, the other, both, or neither; three of each. */
const CAMPS = {
  left: [0.9, 0.15],
  right: [0.15, 0.9],
  both: [0.8, 0.8],
  neither: [0.3, 0.3],
} as const;

/** Each reaction counts in a row of the comment's, and what one statement has left of a row is in the way of its next. */
const AT_ONCE = 50;

/** `readers` of whom seven in ten are of one camp react to every comment as it pleases them. Without a vote of any. */
async function aDebate(readers: number): Promise<{ poll: PollOfTest; named: Map<string, string> }> {
  const poll = await aPoll({ resultsShown: "after_vote" });
  const people = await voters(readers);
  const named = new Map<string, string>();
  const random = seededRandom(1);
  for (const [camp, chances] of Object.entries(CAMPS))
    for (let nth = 0; nth < 3; nth++) {
      const id = randomUUID();
      const words = `${camp} ${nth}`;
      await database().comment.create({
        data: { id, articleId: poll.articleId, articleRevision: 1, source: words, html: `<p>${words}</p>` },
      });
      named.set(id, camp);
      const reactions = people.map(({ id: member }, at) => ({
        member,
        kind: random() < chances[at % 10 < 7 ? 0 : 1] ? "respect" : "unconvinced",
      }));
      for (let from = 0; from < reactions.length; from += AT_ONCE) {
        const some = JSON.stringify(reactions.slice(from, from + AT_ONCE));
        await asTheOwner().$executeRaw`
          INSERT INTO reaction (comment_id, member_id, kind)
          SELECT ${id}::uuid, r.member, r.kind FROM json_to_recordset(${some}::json) AS r(member uuid, kind reaction_kind)`;
      }
    }
  return { poll, named };
}

let big: Awaited<ReturnType<typeof aDebate>>;
let reader: Voter;
beforeAll(async () => {
  big = await aDebate(REACTORS_NEEDED + 50);
  const people = await voters(CROWD);
  [reader] = people as [Voter];
  await Promise.all(people.map((voter) => castVote({ poll: big.poll.id, option: "approach" }, voter)));
  await inTime(publishDue);
});

const opinionOn = async ({ poll }: { poll: PollOfTest }, viewer: Voter | null) =>
  (await debateOf({ id: poll.articleId, slug: poll.slug }, viewer))?.debate?.secondOpinion;

test("where over 1,000 reacted, what pleases both camps stands out, found without any vote", async () => {
  expect(await opinionOn(big, reader)).toBeNull();
  await askForSecondOpinions([...big.named.keys()]);
  if (!job) throw new Error("Nobody gives second opinions.");
  await once(job);
  const opinion = await opinionOn(big, reader);
  expect(opinion?.reactors).toBe(REACTORS_NEEDED);
  expect(opinion?.comments.map(({ id }) => big.named.get(id))).toEqual(["both", "both", "both"]);
});

test("it is hidden from whoever may not see results, and shown to whoever asked", async () => {
  const [blind, curious] = (await voters(2)) as [Voter, Voter];
  expect(await opinionOn(big, null)).toBeUndefined();
  expect(await opinionOn(big, blind)).toBeUndefined();
  await justShow(big.poll.id, curious);
  expect((await opinionOn(big, curious))?.comments).toHaveLength(3);
});

test("a comment that was withdrawn is in it no more", async () => {
  const [first] = (await opinionOn(big, reader))?.comments ?? [];
  await database().comment.update({
    where: { id: first?.id },
    data: { state: "withdrawn", movedBy: "withdraw" },
  });
  expect((await opinionOn(big, reader))?.comments.map(({ id }) => id)).not.toContain(first?.id);
});

test("a lively article gets another one after a while and not at once, and two processes do not give the same", async () => {
  const ids = [...big.named.keys()];
  await askForSecondOpinions(ids);
  expect(await giveSecondOpinion()).toBe(false);
  await database().secondOpinion.update({
    where: { articleId: big.poll.articleId },
    data: { begunAt: new Date(Date.now() - 3_600_000) },
  });
  const given = await Promise.all([giveSecondOpinion(), giveSecondOpinion()]);
  expect(given.toSorted()).toEqual([false, true]);
});

test("of fewer reactors there is none", async () => {
  const small = await aDebate(60);
  await askForSecondOpinions([...small.named.keys()]);
  expect(await giveSecondOpinion()).toBe(true);
  expect(await database().secondOpinionComment.count({ where: { articleId: small.poll.articleId } })).toBe(0);
});
