import { describe, expect, test } from "vitest";
import { announceClosing, tellFollowers, tellOfQueues } from "./jobs";
import { markRead, markTheseRead, notify } from "./commands";
import { edit } from "@/domain/comments/edit";
import { followDiscussion, muteMember } from "@/domain/following/commands";
import type { Member } from "@/domain/members/member";
import { decide } from "@/domain/moderation/decisions/commands";
import { appeal } from "@/domain/moderation/appeals/commands";
import { castVote, justShow } from "@/domain/polls/commands";
import { closePoll, reword } from "@/domain/polls/administration/commands";
import { inboxOf, unreadCount } from "./queries";
import { database } from "@/platform/database";
import { anEditor, aMember, anEstablishedReader, cast } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { asTheOwner } from "@/test/owner";
import { asOwner, aPoll, voters } from "@/test/voters";

/** What somebody was told of an article, in the order it was. */
async function toldTo(who: Member, article: { id: string }): Promise<string[]> {
  const rows = await database().notice.findMany({
    where: { memberId: who.id, articleId: article.id },
    orderBy: { id: "asc" },
  });
  return rows.map(({ kind }) => kind);
}

const LONG = "A thing is what it does, and not what it is made of.";

describe("of a comment", () => {
  test("everybody hears once, by what concerns them most: answered, quoted, called, following", async () => {
    const { bo, cy, ada } = await cast();
    const [fay, gil] = [await aMember(), await aMember({ name: "Gil" })];
    const article = await anEmptyArticle();
    const root = await aComment(article, ada, { text: LONG });
    await tellFollowers();
    const middle = await aComment(article, bo, { parent: root.id });
    await tellFollowers();
    await followDiscussion(article.slug, "followed", gil);
    const text = `> ${LONG}\n\nSo @${bo.handle}, @${fay.handle} and @${cy.handle}: no.`;
    await aComment(article, cy, { parent: middle.id, text });
    await tellFollowers();
    expect(await toldTo(bo, article)).toEqual(["reply"]);
    expect(await toldTo(ada, article)).toEqual(["reply", "quote"]);
    expect(await toldTo(fay, article)).toEqual(["mention"]);
    expect(await toldTo(gil, article)).toEqual(["followed"]);
    expect(await toldTo(cy, article)).toEqual([]);
  });

  test("nobody hears from whom they muted, nor of a discussion they muted; nor does a bystander who is quoted calling", async () => {
    const { bo, cy, ada } = await cast();
    const fay = await aMember();
    const article = await anEmptyArticle();
    const [root, other] = [await aComment(article, bo), await aComment(article, ada)];
    await muteMember(cy.handle, bo);
    await followDiscussion(article.slug, "muted", ada);
    await aComment(article, cy, {
      parent: root.id,
      text: `> as @${fay.handle} may say\n\nPerhaps. Or not at all.`,
    });
    await tellFollowers();
    await aComment(article, fay, { parent: other.id });
    await tellFollowers();
    expect(await toldTo(bo, article)).not.toContain("reply");
    expect(await toldTo(ada, article)).toEqual([]);
    expect(await toldTo(fay, article)).toEqual([]);
  });

  test("whoever is called by an edit hears of it, and nobody twice", async () => {
    const { bo, cy } = await cast();
    const fay = await aMember();
    const article = await anEmptyArticle();
    const comment = await aComment(article, bo, { text: `So @${cy.handle} says.` });
    await edit(comment.id, { body: `So @${cy.handle} and @${fay.handle} say.`, revision: 1 }, bo);
    expect(await toldTo(cy, article)).toEqual(["mention"]);
    expect(await toldTo(fay, article)).toEqual(["mention"]);
  });

  test("one that is removed before its followers were told is told to none of them", async () => {
    const { bo, cy, ada } = await cast();
    const article = await anEmptyArticle();
    await followDiscussion(article.slug, "followed", cy);
    const comment = await aComment(article, bo);
    await decide(
      { action: "reject", comment: comment.id, revision: 1, ground: "person", explanation: "" },
      ada,
    );
    await tellFollowers();
    expect(await toldTo(cy, article)).toEqual([]);
  });

  test("a crowd of followers is told in slices, each of them once", async () => {
    const article = await anEmptyArticle();
    const bo = await anEstablishedReader();
    const crowd = await voters(25);
    await database().$executeRaw`
      INSERT INTO following (member_id, article_id, subject_id, state)
      SELECT id, ${article.id}::uuid, ${article.id}::uuid, 'followed' FROM unnest(${crowd.map(({ id }) => id)}::uuid[]) id`;
    const comment = await aComment(article, bo);
    await tellFollowers(10);
    expect(await database().notice.count({ where: { commentId: comment.id, kind: "followed" } })).toBe(25);
    await database().$executeRaw`UPDATE notice SET read_at = now() WHERE comment_id = ${comment.id}::uuid`;
    await tellFollowers(10);
    expect(await database().notice.count({ where: { commentId: comment.id } })).toBe(25);
  });

  test("a slice that ends within the second of two comments leaves nobody out, and tells nobody twice", async () => {
    const article = await anEmptyArticle();
    const bo = await anEstablishedReader();
    const crowd = await voters(4);
    for (const one of crowd) await followDiscussion(article.slug, "followed", one);
    const comments = [await aComment(article, bo), await aComment(article, bo), await aComment(article, bo)];
    await tellFollowers(6);
    for (const { id } of comments)
      expect(await database().notice.count({ where: { commentId: id, kind: "followed" } })).toBe(4);
  });
});

describe("of a poll", () => {
  const soon = () => new Date(Date.now() + 20 * 3_600_000);

  test("its voters and followers hear that its words have changed, and that it closed with its result", async () => {
    const [poll, eve] = [await aPoll(), await anEditor()];
    const article = { id: poll.articleId };
    const [voter, follower, other] = await voters(3);
    await castVote({ poll: poll.id, option: "approach" }, voter as Member);
    await followDiscussion(poll.slug, "followed", follower as Member);
    await reword(poll.id, { question: "Which one, then?", options: [] }, eve);
    await tellFollowers();
    await closePoll(poll.id, eve);
    await announceClosing();
    await announceClosing();
    await tellFollowers();
    for (const who of [voter, follower])
      expect(await toldTo(who as Member, article)).toEqual(["poll-reworded", "poll-closed"]);
    expect(await toldTo(other as Member, article)).toEqual([]);
    expect(await toldTo(eve, article)).toEqual([]);
  });

  test("who voted and then ended following is left alone", async () => {
    const [poll, eve] = [await aPoll(), await anEditor()];
    const [voter] = await voters(1);
    await castVote({ poll: poll.id, option: "approach" }, voter as Member);
    await followDiscussion(poll.slug, null, voter as Member);
    await reword(poll.id, { question: "Which one, then?", options: [] }, eve);
    await tellFollowers();
    expect(await toldTo(voter as Member, { id: poll.articleId })).toEqual([]);
  });

  test("who follows and has not answered hears a day before it closes, once", async () => {
    const poll = await aPoll({ closesAt: soon(), opensAt: new Date(Date.now() - 10 * 86_400_000) });
    const [voter, passer, waiting] = await voters(3);
    await castVote({ poll: poll.id, option: "approach" }, voter as Member);
    await justShow(poll.id, passer as Member);
    for (const who of [passer, waiting]) await followDiscussion(poll.slug, "followed", who as Member);
    await announceClosing();
    await tellFollowers();
    await announceClosing();
    await tellFollowers();
    const told = await Promise.all(
      [voter, passer, waiting].map((who) => toldTo(who as Member, { id: poll.articleId })),
    );
    expect(told).toEqual([[], [], ["poll-closing"]]);
  });
});

describe("at the desk", () => {
  test("whoever may answer an appeal hears of it: not who decided", async () => {
    const { ada, bo } = await cast();
    const other = await aMember({ name: "Ona", role: "moderator" });
    const article = await anEmptyArticle();
    const comment = await aComment(article, bo);
    await decide(
      { action: "reject", comment: comment.id, revision: 1, ground: "person", explanation: "" },
      ada,
    );
    const decision = await database().decision.findFirstOrThrow({ where: { commentId: comment.id } });
    await appeal(decision.id, "It was no attack on anybody.", bo);
    expect(await toldTo(other, article)).toEqual(["appeal-waits"]);
    expect(await toldTo(ada, article)).toEqual([]);
    expect(await toldTo(bo, article)).toEqual(["decision"]);
  });

  test("a queue that has waited too long is told once a day", async () => {
    const { ada, bo } = await cast();
    const comment = await aComment(await anEmptyArticle(), bo);
    await asOwner(
      "INSERT INTO queue_item (queue, subject_id, since) VALUES ('held', $1, now() - interval '30 hours') ON CONFLICT DO NOTHING",
      [comment.id],
    );
    await tellOfQueues();
    await tellOfQueues();
    const { items } = await inboxOf({}, ada);
    expect(items.filter(({ kind, queue }) => kind === "queue-waits" && queue === "held")).toHaveLength(1);
    expect((await inboxOf({}, bo)).items.filter(({ kind }) => kind === "queue-waits")).toEqual([]);
  });
});

test("one cause is one notice, however often and by whomever it is told", async () => {
  const { bo } = await cast();
  const told = { memberId: bo.id, kind: "decision" as const, cause: "one" };
  await Promise.all([notify(database(), told, told), notify(database(), told)]);
  expect(await database().notice.count({ where: { memberId: bo.id } })).toBe(1);
});

test("two devices read the same inbox, and a notice that comes meanwhile stays unread", async () => {
  const { bo } = await cast();
  const tell = (cause: string) => notify(database(), { memberId: bo.id, kind: "decision", cause });
  for (const cause of ["one", "two", "three"]) await tell(cause);
  const [here, there] = await Promise.all([inboxOf({}, bo), inboxOf({}, bo)]);
  await tell("four");
  const [newest] = here.items;
  await Promise.all([
    markRead(newest?.id ?? null, bo),
    markTheseRead(
      there.items.map(({ id }) => id),
      bo,
    ),
  ]);
  expect(await unreadCount(bo)).toBe(1);
  expect((await inboxOf({}, bo)).items.map(({ read }) => read)).toEqual([false, true, true, true]);
  await Promise.all([markRead(null, bo), markRead(null, bo)]);
  expect(await unreadCount(bo)).toBe(0);
});

test("who reads while something else holds a part of it and wants the rest has read it all", async () => {
  const { bo } = await cast();
  for (const cause of ["one", "two", "three"])
    await notify(database(), { memberId: bo.id, kind: "decision", cause });
  const [first, second, third] = await database().notice.findMany({
    where: { memberId: bo.id },
    orderBy: { id: "asc" },
  });
  const mine = [first, second, third].flatMap((one) => (one ? [one.id] : []));
  const owner = asTheOwner();
  let reading: Promise<void> | undefined;
  await owner.$transaction(async (tx) => {
    const hold = (ids: string[]) =>
      tx.$queryRaw`SELECT 1 AS held FROM notice WHERE id = ANY (${ids}::uuid[]) FOR UPDATE`;
    await hold(mine.slice(1, 2));
    reading = markTheseRead(mine, bo);
    await untilOneWaits();
    // Of the two the one that has waited longer is ended by PostgreSQL, and begins anew.
    await hold(mine);
  });
  await reading;
  expect(await unreadCount(bo)).toBe(0);
});

/** Until some statement of this database waits for another's row. */
async function untilOneWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await database().$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')`;
      return row?.waiting;
    })
    .toBeGreaterThan(0);
}
