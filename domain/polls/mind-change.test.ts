import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { castVote, takeBackMindChange, tellMindChange, withdrawVote } from "./commands";
import { debateOf } from "./debate/queries";
import { publishDue, ripenMindChanges } from "./publishing";
import { removeReason } from "./reasons/commands";
import { quotedReasons } from "./reasons/queries";
import { NewMindChange } from "./schema";
import { CROWD } from "./statistics/publish";
import { articleBySlug } from "@/domain/articles/queries";
import { post } from "@/domain/comments/post";
import type { Member } from "@/domain/members/member";
import { publicLogPage } from "@/domain/moderation/log/queries";
import { invariants as passageInvariants } from "@/domain/passages/invariants";
import { isRefusal } from "@/platform/refusal";
import { database } from "@/platform/database";
import { aModerator, anEditor } from "@/test/cast";
import { aPoll, asOwner, inTime, voters, type PollOfTest, type Voter } from "@/test/voters";

const WHY = "I had never thought of what it costs those who deliver at seven in the morning.";

let poll: PollOfTest;
let bo: Voter;
let cy: Voter;
let comment: string;

beforeEach(async () => {
  poll = await aPoll();
  [bo, cy] = (await voters(2)) as [Voter, Voter];
  comment = await aCommentBy(cy);
});

async function aCommentBy(author: Voter, of = poll, state: "visible" | "rejected" | "withdrawn" = "visible") {
  const { id } = await database().comment.create({
    data: {
      articleId: of.articleId,
      articleRevision: 1,
      authorId: author.id,
      source: "So.",
      html: "So.",
      state,
    },
  });
  return id;
}

async function switches(voter: Voter): Promise<void> {
  await castVote({ poll: poll.id, option: "approach" }, voter);
  await castVote({ poll: poll.id, option: "complementary" }, voter);
}

const tell = (voter: Voter, more: Partial<NewMindChange> = {}) =>
  tellMindChange(poll.id, { because: comment, why: WHY, ...more }, voter);

async function status(of: Promise<unknown>): Promise<number | "done"> {
  try {
    await of;
    return "done";
  } catch (error) {
    if (isRefusal(error)) return error.status;
    throw error;
  }
}

/** A day and a half goes by. */
async function aDayLater(): Promise<void> {
  await asOwner("UPDATE mind_change SET ripe_at = now() WHERE published_id IS NULL AND poll_id = $1", [
    poll.id,
  ]);
  await ripenMindChanges();
}

const markOf = async (id: string) =>
  (await database().comment.findUniqueOrThrow({ where: { id }, select: { changedMinds: true } }))
    .changedMinds;
const honourOf = async ({ id }: Voter) =>
  (await database().member.findUniqueOrThrow({ where: { id }, select: { honourCount: true } })).honourCount;

describe("this changed my mind", () => {
  test("marks the comment and honours its author, a day later and without a name", async () => {
    await switches(bo);
    await tell(bo, { quotable: true });
    expect(await markOf(comment)).toBe(0);
    await aDayLater();
    expect(await markOf(comment)).toBe(1);
    expect(await honourOf(cy)).toBe(1);
    const [shown] = await database().publishedMindChange.findMany({ where: { pollId: poll.id } });
    expect(shown).toMatchObject({ commentId: comment, why: WHY, closer: false });
    expect(JSON.stringify(shown)).not.toContain(bo.id);
    expect(await database().notice.count({ where: { memberId: cy.id, kind: "honour" } })).toBe(1);
  });

  test("is said beside the words that the comment is about, from five readers on, until one of them takes it back", async () => {
    await database().passage.create({
      data: {
        ...{
          commentId: comment,
          articleId: poll.articleId,
          revision: 1,
          exact: "Why",
          prefix: "",
          suffix: "?",
        },
        ...{ begins: 0, ends: 3, block: 1, nowBegins: 0, nowEnds: 3, visible: true },
      },
    });
    const people = await voters(5);
    const said = async () => (await articleBySlug(poll.slug))?.passages;
    for (const [nth, one] of people.entries()) {
      await switches(one);
      await tell(one);
      expect(await said()).toEqual([{ block: 1, comments: 1, moved: false }]);
      if (nth < 4) await aDayLater();
    }
    await aDayLater();
    expect(await said()).toEqual([{ block: 1, comments: 1, moved: true }]);
    await takeBackMindChange(poll.id, people[0] as Voter);
    expect(await said()).toEqual([{ block: 1, comments: 1, moved: false }]);
    for (const { run } of passageInvariants) expect(await run()).toEqual([]);
  });

  test("is said of words of the article that five readers name, whether or not with a comment about them", async () => {
    await asOwner("UPDATE article_revision SET html = $2 WHERE article_id = $1", [
      poll.articleId,
      "<p>Why?</p><p>Nobody knows why.</p>",
    ]);
    const people = await voters(5);
    const said = async () => (await articleBySlug(poll.slug))?.passages;
    for (const [nth, one] of people.entries()) {
      await switches(one);
      await tell(one, { because: nth % 2 ? comment : undefined, passage: "Nobody knows" });
    }
    expect(await said()).toEqual([]);
    await aDayLater();
    expect(await said()).toEqual([{ block: 2, comments: 0, moved: true }]);
    await takeBackMindChange(poll.id, people[0] as Voter);
    expect(await said()).toEqual([]);
  });

  test("waits for the close where results do: a mark under an argument tells which way opinion moves", async () => {
    poll = await aPoll({ resultsShown: "after_close", closesAt: new Date(Date.now() + 3_600_000) });
    comment = await aCommentBy(cy);
    await switches(bo);
    await tell(bo);
    await aDayLater();
    expect([await markOf(comment), await honourOf(cy)]).toEqual([0, 0]);
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await aDayLater();
    expect([await markOf(comment), await honourOf(cy)]).toEqual([1, 1]);
  });

  test("keeps the reason to itself unless its writer lets it be quoted", async () => {
    await switches(bo);
    await tell(bo);
    await aDayLater();
    expect((await database().publishedMindChange.findFirst({ where: { pollId: poll.id } }))?.why).toBeNull();
  });

  test("is not quoted where a comment with the same words would wait or be refused, and counts all the same", async () => {
    await switches(bo);
    const words = `Whoever reads this should buy at ${randomUUID()}, and nowhere else, at once.`;
    const moderated = (moderation: "pre" | "post") =>
      database().article.update({ where: { id: poll.articleId }, data: { moderation } });
    await moderated("pre");
    await expect(tell(bo, { why: words, quotable: true })).rejects.toMatchObject({
      status: 422,
      extra: { fields: { why: expect.stringContaining("approve") as string } },
    });
    await moderated("post");
    await post(poll.slug, { body: words }, bo);
    await expect(tell(bo, { why: words, quotable: true })).rejects.toMatchObject({ status: 422 });
    await tell(bo, { why: words });
    await aDayLater();
    expect(await database().publishedMindChange.findFirst({ where: { pollId: poll.id } })).toMatchObject({
      why: null,
    });
  });

  test("may be said right after a comment, in slow mode too", async () => {
    await switches(bo);
    await database().article.update({ where: { id: poll.articleId }, data: { slowSeconds: 600 } });
    await post(poll.slug, { body: "I have to think about that for a moment." }, bo);
    await tell(bo, { quotable: true });
  });

  test("by a passage shows the article's own words and no others", async () => {
    await switches(bo);
    await asOwner("UPDATE article_revision SET html = $2 WHERE article_id = $1", [
      poll.articleId,
      "<p>Footfall <em>rose</em> by a third,<br>and nobody knows why.</p>",
    ]);
    const passage = (words: string) => tell(bo, { because: undefined, passage: words });
    for (const words of [
      "Buy at shop.example!",
      "Footfall fell by a third",
      "Footfall rose by a third. Buy!",
    ])
      await expect(passage(words)).rejects.toMatchObject({
        status: 422,
        extra: { fields: { passage: expect.any(String) as string } },
      });
    await passage("“Footfall rose by a third, and nobody knows …”");
  });

  test("once quoted is taken down by a moderator or an editor, for a rule; it counts on, and the log names nobody", async () => {
    const [ada, eve] = await Promise.all([aModerator(), anEditor()]);
    await switches(bo);
    await tell(bo, { quotable: true });
    await aDayLater();
    const [quoted] = await quotedReasons(poll.slug, eve);
    expect(quoted).toMatchObject({ why: WHY, passage: null, commentId: comment });
    const remove = (by: Member, ground?: string, of = poll.slug) =>
      removeReason({ slug: of, id: quoted?.id ?? "" }, { ground, explanation: "" }, by);
    for (const reader of [bo, cy]) {
      expect(await status(quotedReasons(poll.slug, reader))).toBe(403);
      expect(await status(remove(reader, "person"))).toBe(403);
    }
    expect(await status(remove(ada))).toBe(422);
    expect(await status(remove(ada, "person", (await aPoll()).slug))).toBe(404);
    await remove(ada, "person");
    expect(await status(remove(ada, "person"))).toBe(404);
    for (const voter of await voters(CROWD)) await castVote({ poll: poll.id, option: "approach" }, voter);
    await inTime(publishDue);
    const view = await debateOf({ id: poll.articleId, slug: poll.slug }, bo);
    expect([view?.debate?.told, view?.debate?.changedMinds]).toEqual([[], 1]);
    const decisions = await database().decision.findMany({ where: { articleId: poll.articleId } });
    expect(decisions).toMatchObject([
      { action: "reject", ground: "person", memberId: null, commentId: null },
    ]);
    expect(inspect(decisions)).not.toMatch(new RegExp(`${bo.id}|delivers?`));
    expect((await publicLogPage({ action: "reject", after: undefined })).items[0]).toMatchObject({
      before: "reason, quoted",
    });
  });

  test("counts only while the switch stands", async () => {
    await switches(bo);
    await tell(bo);
    await castVote({ poll: poll.id, option: "approach" }, bo);
    await aDayLater();
    expect(await markOf(comment)).toBe(0);
    await castVote({ poll: poll.id, option: "complementary" }, bo);
    await withdrawVote(poll.id, bo);
    await aDayLater();
    expect(await markOf(comment)).toBe(0);
  });

  test("counts a first switch only, however often one switches", async () => {
    await switches(bo);
    await tell(bo);
    const other = await aCommentBy(cy);
    await castVote({ poll: poll.id, option: "unsure" }, bo);
    expect(await status(tell(bo, { because: other }))).toBe(409);
  });

  test("is not for oneself, nor for what cannot be read here", async () => {
    await switches(bo);
    const elsewhere = await aPoll();
    for (const because of [
      await aCommentBy(bo),
      await aCommentBy(cy, elsewhere),
      await aCommentBy(cy, poll, "rejected"),
      await aCommentBy(cy, poll, "withdrawn"),
      bo.id,
    ])
      expect(await status(tell(bo, { because })), because).toBe(422);
    expect(await asOwner("SELECT * FROM mind_change WHERE poll_id = $1", [poll.id])).toEqual([]);
  });

  test("needs a switch; without one, something may have moved one closer", async () => {
    expect(await status(tell(bo))).toBe(422);
    await castVote({ poll: poll.id, option: "approach" }, bo);
    expect(await status(tell(bo))).toBe(422);
    expect(await status(tell(bo, { closer: true }))).toBe("done");
    await aDayLater();
    expect(await markOf(comment)).toBe(0);
    expect(await database().publishedMindChange.count({ where: { pollId: poll.id, closer: true } })).toBe(1);
  });

  test("is capped for each pair of members, so that friends cannot honour each other without end", async () => {
    await castVote({ poll: poll.id, option: "approach" }, bo);
    for (let nth = 0; nth < 3; nth++)
      expect(await status(tell(bo, { because: await aCommentBy(cy), closer: true }))).toBe("done");
    expect(await status(tell(bo, { because: await aCommentBy(cy), closer: true }))).toBe(409);
  });

  test("can be taken back, and then nothing is left of it", async () => {
    await switches(bo);
    await tell(bo, { quotable: true });
    await aDayLater();
    await takeBackMindChange(poll.id, bo);
    expect(await markOf(comment)).toBe(0);
    expect(await honourOf(cy)).toBe(0);
    expect(await database().publishedMindChange.count({ where: { pollId: poll.id } })).toBe(0);
  });

  test("goes when its writer's account does", async () => {
    await switches(bo);
    await tell(bo, { quotable: true });
    await aDayLater();
    await asOwner("UPDATE member SET erased_at = now() WHERE id = $1", [bo.id]);
    expect(await markOf(comment)).toBe(0);
    expect(await database().publishedMindChange.count({ where: { pollId: poll.id } })).toBe(0);
  });
});

describe("what is typed", () => {
  const parsed = (fields: object) => NewMindChange.safeParse({ because: comment, why: WHY, ...fields });

  test("needs fifty characters of reason; forty-nine are refused", () => {
    expect(parsed({ why: "x".repeat(49) }).success).toBe(false);
    expect(parsed({ why: "x".repeat(50) }).success).toBe(true);
    expect(parsed({ why: `${"x".repeat(49)}       ` }).success).toBe(false);
  });

  test("may be a comment's address as copied, or a passage, but not nothing", () => {
    expect(parsed({ because: `https://moot.example/comments/${comment}#reply` }).data?.because).toBe(comment);
    expect(parsed({ because: "the third one" }).success).toBe(false);
    expect(parsed({ because: "", passage: "Footfall rose by a third." }).success).toBe(true);
    expect(parsed({ because: "", passage: "" }).success).toBe(false);
  });
});

test("a form may name one comment by a choice and another by its address; the address counts", () => {
  const [one, other] = ["01a2236b-379e-7610-ba93-678e1c2b5283", "01a2236b-379e-7610-ba93-678e1c2b5284"];
  const told = NewMindChange.parse({
    because: one,
    address: `https://moot.example/comments/${other}`,
    why: WHY,
  });
  expect(told).toEqual({ because: other, why: WHY });
  expect(NewMindChange.parse({ because: one, address: "", why: WHY }).because).toBe(one);
  expect(NewMindChange.safeParse({ because: "", address: "", why: WHY }).success).toBe(false);
});
