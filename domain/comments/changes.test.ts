import { describe, expect, test } from "vitest";
import { EDIT_MINUTES } from "./comment";
import { post } from "./post";
import { edit } from "./edit";
import { history } from "./history";
import { commentsOfMember, pendingOf } from "./comments-of-member";
import { viewerState, visit } from "./viewer-state";
import { firstView, page, readThread } from "./queries";
import { react, takeBackReaction } from "./react";
import { hideStance, undoWithdraw, withdraw } from "./withdraw";
import type { Member } from "@/domain/members/member";
import { decide } from "@/domain/moderation/decisions/commands";
import { castVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { cast } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";

const OLDEST = { sort: "oldest", limit: 20 } as const;
const age = (id: string, minutes: number) =>
  database()
    .$executeRaw`UPDATE comment SET posted_at = now() - make_interval(mins => ${minutes}::int) WHERE id = ${id}::uuid`;

describe("editing", () => {
  test("keeps every text, shows what changed word by word, and marks the time", async () => {
    const { bo } = await cast();
    const article = await anEmptyArticle();
    const { id } = await post(article.slug, { body: "They differ in degree." }, bo);
    const edited = await edit(id, { body: "They differ in *kind* only.", revision: 1 }, bo);
    expect(edited).toMatchObject({ revision: 2, html: "<p>They differ in <em>kind</em> only.</p>\n" });
    expect(edited.editedAt).not.toBeNull();
    const [first, second] = await history(id, null);
    expect(first).toMatchObject({ number: 1, diff: null });
    expect(
      second?.diff?.filter((part) => part.change).map((part) => [part.change, part.text.trim()]),
    ).toEqual([
      ["removed", "degree"],
      ["added", "*kind* only"],
    ]);
  });

  test("with a text changed meanwhile is a conflict that carries the present one, and nothing is lost", async () => {
    const { bo } = await cast();
    const { id } = await aComment(await anEmptyArticle(), bo);
    await edit(id, { body: "From the telephone, changed first.", revision: 1 }, bo);
    await expect(edit(id, { body: "From the desk, changed later.", revision: 1 }, bo)).rejects.toMatchObject({
      status: 409,
      extra: { current: { source: "From the telephone, changed first.", revision: 2 } },
    });
  });

  test("of two at once, one wins and the other is told", async () => {
    const { bo } = await cast();
    const { id } = await aComment(await anEmptyArticle(), bo);
    const both = await Promise.allSettled(
      ["One thing I would rather say.", "Another thing I would rather say."].map((body) =>
        edit(id, { body, revision: 1 }, bo),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database().commentRevision.count({ where: { commentId: id } })).toBe(2);
  });

  test("is the author's alone, and ends after half an hour of the database's clock", async () => {
    const { ada, bo } = await cast();
    const { id } = await aComment(await anEmptyArticle(), bo);
    const change = { body: "Something quite different now.", revision: 1 };
    await expect(edit(id, change, ada)).rejects.toMatchObject({ status: 403, message: /Only the author/ });
    await age(id, EDIT_MINUTES + 1);
    await expect(edit(id, change, bo)).rejects.toMatchObject({ status: 403, message: /30 minutes/ });
  });

  test("a link into a newcomer's visible comment waits for a moderator, and readers see that something waits", async () => {
    const { cy } = await cast();
    const article = await anEmptyArticle();
    const { id } = await aComment(article, cy);
    expect(
      (await edit(id, { body: "Look at https://example.org/offers instead.", revision: 1 }, cy)).state,
    ).toBe("held");
    expect((await page(article.slug, OLDEST, null)).items[0]).toMatchObject({
      id,
      state: "held",
      html: "",
      author: null,
    });
  });
});

test("what waits for a moderator is listed for its author, and for nobody else", async () => {
  const { bo, cy } = await cast();
  const article = await anEmptyArticle();
  const shown = await aComment(article, cy);
  const held = await aComment(article, cy, { text: "More of this at https://example.org/more-of-this." });
  expect(held.state).toBe("held");
  expect(await pendingOf(cy)).toMatchObject([{ id: held.id, articleSlug: article.slug, state: "held" }]);
  expect(await pendingOf(bo)).toEqual([]);
  expect((await commentsOfMember(cy.handle, { limit: 3 }, null)).items).toMatchObject([{ id: shown.id }]);
});

test("a text that only waited stays between its author and the moderators, also when a later one is approved", async () => {
  const { ada, bo, cy } = await cast();
  const article = await anEmptyArticle();
  const { id } = await aComment(article, cy, {
    text: "Bo lives at https://example.org/where-bo-lives and is wrong.",
  });
  await edit(id, { body: "I think that is wrong, and here is why.", revision: 1 }, cy);
  await decide({ comment: id, revision: 2, action: "approve", explanation: "" }, ada);
  const words = async (viewer: Member | null) => JSON.stringify(await history(id, viewer));
  expect(await words(null)).toContain("here is why");
  for (const viewer of [null, bo]) expect(await words(viewer)).not.toContain("where-bo-lives");
  for (const viewer of [cy, ada]) expect(await words(viewer)).toContain("where-bo-lives");
});

describe("withdrawing", () => {
  test("leaves a tombstone over the replies, and can be undone while it is fresh", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const { id } = await aComment(article, bo);
    const reply = await aComment(article, cy, { parent: id });
    await withdraw(id, bo);
    const [stone] = (await firstView(article.slug, "best", null)).items;
    expect(stone).toMatchObject({
      id,
      state: "withdrawn",
      html: "",
      author: null,
      absence: { by: "author", reason: null },
    });
    expect(stone?.replies.items[0]).toMatchObject({ id: reply.id, answers: { id, name: null, excerpt: "" } });
    await expect(aComment(article, cy, { parent: id })).rejects.toMatchObject({
      status: 409,
      message: /withdrawn/,
    });
    await expect(react(id, "respect", cy)).rejects.toMatchObject({ status: 409 });
    await expect(history(id, null)).rejects.toMatchObject({ status: 404 });
    await expect(undoWithdraw(id, cy)).rejects.toMatchObject({ status: 403 });
    expect(await undoWithdraw(id, bo)).toMatchObject({ id, state: "visible", absence: null });
    await withdraw(id, bo);
    await database()
      .$executeRaw`UPDATE removal SET at = now() - interval '31 minutes' WHERE comment_id = ${id}::uuid AND ended_at IS NULL`;
    await expect(undoWithdraw(id, bo)).rejects.toMatchObject({ status: 403, message: /30 minutes/ });
  });

  test("what waited for a moderator waits again when its withdrawal is undone", async () => {
    const { cy } = await cast();
    const { id } = await post(
      (await anEmptyArticle()).slug,
      { body: "See https://example.org/offers for more." },
      cy,
    );
    expect((await withdraw(id, cy)).state).toBe("withdrawn");
    expect((await undoWithdraw(id, cy)).state).toBe("held");
  });
});

describe("reacting", () => {
  test("counts one a member, shows the count to whoever reacted, and to all after the hour", async () => {
    const { bo, cy, ada } = await cast();
    const article = await anEmptyArticle();
    const { id } = await aComment(article, bo);
    expect(await react(id, "respect", cy)).toEqual({
      reaction: "respect",
      reactions: { respect: 1, unconvinced: 0 },
    });
    expect(await react(id, "respect", cy)).toEqual({
      reaction: "respect",
      reactions: { respect: 1, unconvinced: 0 },
    });
    expect(await react(id, "unconvinced", cy)).toEqual({
      reaction: "unconvinced",
      reactions: { respect: 0, unconvinced: 1 },
    });
    const seenBy = async (viewer: typeof ada | null) => (await page(article.slug, OLDEST, viewer)).items[0];
    expect((await seenBy(null))?.reactions).toBeNull();
    expect((await seenBy(ada))?.mine?.reactions).toBeNull();
    expect((await seenBy(cy))?.mine).toMatchObject({
      reaction: "unconvinced",
      reactions: { unconvinced: 1 },
    });
    await age(id, 61);
    expect((await seenBy(null))?.reactions).toEqual({ respect: 0, unconvinced: 1 });
    expect(await takeBackReaction(id, cy)).toEqual({
      reaction: null,
      reactions: { respect: 0, unconvinced: 0 },
    });
    expect(await database().event.count({ where: { subjectId: id, kind: "comment.reacted" } })).toBe(3);
  });

  test("to one's own comment is refused, in words", async () => {
    const { bo } = await cast();
    const { id } = await aComment(await anEmptyArticle(), bo);
    await expect(react(id, "respect", bo)).rejects.toMatchObject({
      status: 403,
      message: /your own comment/,
    });
  });
});

test("a stance can be hidden later, everywhere", async () => {
  const { bo } = await cast();
  const article = await anEmptyArticle({ poll: "always" });
  await castVote({ poll: article.pollId ?? "", option: "approach" }, bo);
  const { id } = await post(article.slug, { body: "For me it is approach.", showStance: true }, bo);
  expect((await hideStance(id, bo)).stance).toBeNull();
  expect((await readThread(id, bo)).comment.stance).toBeNull();
  expect(await database().event.count({ where: { subjectId: id, kind: "comment.edited" } })).toBe(1);
});

test("whether a comment carries a stance is told to nobody: by no refusal, and by no event while stances are hidden", async () => {
  const { bo, cy } = await cast();
  const article = await anEmptyArticle({ poll: "after_vote" });
  await castVote({ poll: article.pollId ?? "", option: "approach" }, bo);
  const shown = await post(article.slug, { body: "For me it is approach.", showStance: true }, bo);
  const plain = await post(article.slug, { body: "I keep mine to myself.", showStance: false }, bo);
  for (const { id } of [shown, plain])
    await expect(hideStance(id, cy)).rejects.toMatchObject({ status: 403 });
  await hideStance(shown.id, bo);
  expect(await database().comment.count({ where: { id: shown.id, stance: null } })).toBe(1);
  expect(await database().event.count({ where: { subjectId: shown.id, kind: "comment.edited" } })).toBe(0);
});

describe("the overlay", () => {
  test("says what is one's own, what one may do, what waits and what is new since the last visit", async () => {
    const { ada, bo, cy } = await cast();
    const article = await anEmptyArticle();
    const first = await aComment(article, bo);
    const { now } = await viewerState(article.slug, [], cy);
    await visit(article.slug, { at: now }, cy);
    const held = await post(article.slug, { body: "See https://example.org/offers for more of it." }, cy);
    const second = await aComment(article, bo);
    await react(first.id, "respect", cy);
    const overlay = await viewerState(article.slug, [first.id, second.id, held.id], cy);
    expect(overlay.can).toEqual({ comment: true, moderate: false });
    expect(overlay.comments[first.id]).toMatchObject({
      reaction: "respect",
      unread: false,
      can: { react: true, edit: false, reply: true },
    });
    expect(overlay.comments[second.id]).toMatchObject({ reaction: null, unread: true, until: null });
    expect(overlay.comments[held.id]).toBeUndefined();
    expect(overlay.waiting.map(({ id }) => id)).toEqual([held.id]);
    expect(overlay.unread).toMatchObject({ ids: [second.id], more: false });
    expect((await viewerState(article.slug, [], bo)).waiting).toEqual([]);
    expect((await viewerState(article.slug, [], ada)).waiting).toHaveLength(1);
    expect(await viewerState(article.slug, [first.id], null)).toMatchObject({
      can: { comment: false },
      comments: {},
    });
  });

  test("says when the clock alone changes what one may do: an edit's half hour, a withdrawal's, a suspension", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const { id } = await aComment(article, bo);
    const untilOf = async (viewer: typeof bo) => {
      const { comments } = await viewerState(article.slug, [id], viewer);
      return comments[id]?.until ?? null;
    };
    const posted = await database().comment.findUniqueOrThrow({ where: { id } });
    expect(await untilOf(bo)).toBe(new Date(posted.postedAt.getTime() + 30 * 60_000).toISOString());
    expect(await untilOf(cy)).toBeNull();
    await age(id, 31);
    expect(await untilOf(bo)).toBeNull();
    await aComment(article, cy, { parent: id });
    await withdraw(id, bo);
    expect(Date.parse((await untilOf(bo)) ?? "") - Date.now()).toBeGreaterThan(29 * 60_000);
    const until = new Date(Date.now() + 86_400_000);
    const suspended = { ...cy, suspension: { until, reason: "" } };
    expect((await viewerState(article.slug, [], suspended)).until).toBe(until.toISOString());
  });

  test("brings one's own comments of the last hour, until others may have given them their place", async () => {
    const { ada, bo, cy } = await cast();
    const article = await anEmptyArticle();
    const old = await aComment(article, cy);
    const [first, second] = [await aComment(article, cy), await aComment(article, cy)];
    await aComment(article, bo);
    await age(old.id, 61);
    const recentOf = async (viewer: typeof cy | null) =>
      (await viewerState(article.slug, [], viewer)).recent.map(({ id }) => id);
    expect(await recentOf(cy)).toEqual([first.id, second.id]);
    expect(await recentOf(ada)).toEqual([]);
    expect(await recentOf(null)).toEqual([]);
    await withdraw(second.id, cy);
    expect(await recentOf(cy)).toEqual([first.id]);
  });
});

test("a member's page lists what stands, newest first, page by page", async () => {
  const { bo } = await cast();
  const article = await anEmptyArticle();
  const posted = [];
  for (let nth = 0; nth < 5; nth++) posted.push((await aComment(article, bo)).id);
  await withdraw(posted[2] ?? "", bo);
  const first = await commentsOfMember(bo.handle, { limit: 3 }, null);
  expect(first.items.map(({ id }) => id)).toEqual([posted[4], posted[3], posted[1]]);
  expect(first.items[0]).toMatchObject({ articleTitle: "A question", articleSlug: article.slug });
  const rest = await commentsOfMember(bo.handle, { limit: 3, after: first.next ?? "" }, null);
  expect(rest).toMatchObject({ items: [{ id: posted[0] }], next: null });
});
