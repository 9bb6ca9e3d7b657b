import { describe, expect, test } from "vitest";
import { post } from "./post";
import { firstView, page, readThread } from "./queries";
import type { Member } from "@/domain/members/member";
import { decide } from "@/domain/moderation/decisions/commands";
import { castVote, withdrawVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { aMember, anEstablishedReader, cast } from "@/test/cast";
import { aPlainComment } from "@/test/desk";
import { aComment, anEmptyArticle } from "@/test/discussion";

const BEST = { sort: "best", limit: 20 } as const;

describe("posting", () => {
  test("Bo posts, Cy replies: both stand where they belong, and everything is counted", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const root = await post(article.slug, { body: "They are *one*." }, bo);
    const reply = await post(article.slug, { body: "Are they?", parentId: root.id }, cy);
    expect(root).toMatchObject({
      depth: 0,
      html: "<p>They are <em>one</em>.</p>\n",
      state: "visible",
      revision: 1,
    });
    expect(reply).toMatchObject({
      depth: 1,
      parentId: root.id,
      answers: { handle: bo.handle, excerpt: "They are one." },
    });
    const view = await firstView(article.slug, "best", null);
    expect(view.items.map((comment) => comment.id)).toEqual([root.id]);
    expect(view.items[0]).toMatchObject({ replyCount: 1, threadCount: 1, reactions: null });
    expect(view.items[0]?.replies).toMatchObject({ items: [{ id: reply.id }], next: null });
    const counted = await database().articleCount.aggregate({
      where: { articleId: article.id },
      _sum: { visible: true, roots: true },
    });
    expect(counted._sum).toEqual({ visible: 2, roots: 1 });
  });

  test("an answer says what it answers in words, also where that begins with an address longer than all of them", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const address = `https://example.org/?a=1&amp;b=${"x".repeat(500)}`;
    const root = await aPlainComment(article, bo, { text: `As <a href="${address}">he said</a>.` });
    const reply = await post(article.slug, { body: "Did he?", parentId: root.id }, cy);
    const view = await firstView(article.slug, "best", null);
    for (const one of [reply, view.items[0]?.replies.items[0]]) expect(one?.answers?.excerpt).toBe("As");
  });

  test("whoever is answered or mentioned hears of it once, and nobody of themselves", async () => {
    const { ada, bo, cy } = await cast();
    const article = await anEmptyArticle();
    const root = await aComment(article, bo);
    await post(
      article.slug,
      {
        body: `@${bo.handle} and @${ada.handle} and @${cy.handle}, and @nobody-of-that-name`,
        parentId: root.id,
      },
      cy,
    );
    const notices = await database().notice.findMany({
      where: { articleId: article.id },
      orderBy: { kind: "asc" },
    });
    expect(notices.map(({ memberId, kind }) => [memberId, kind])).toEqual([
      [ada.id, "mention"],
      [bo.id, "reply"],
    ]);
  });

  test("a newcomer's first link waits for a moderator, unseen by everyone but the two of them", async () => {
    const { ada, bo, cy } = await cast();
    const article = await anEmptyArticle();
    const held = await post(article.slug, { body: "See https://example.org/offers for more of this." }, cy);
    expect(held.state).toBe("held");
    expect(held.html).toContain("example.org");
    expect((await firstView(article.slug, "newest", null)).items).toEqual([]);
    await expect(readThread(held.id, null)).rejects.toThrow("Comment not found.");
    await expect(readThread(held.id, bo)).rejects.toThrow("Comment not found.");
    expect((await readThread(held.id, cy)).comment.html).toContain("example.org");
    expect((await readThread(held.id, ada)).comment.html).toContain("example.org");
    expect(await database().event.count({ where: { articleId: article.id } })).toBe(0);
  });

  test("whom a waiting comment answers hears of it when a moderator lets it in, not before", async () => {
    const { ada, bo, cy } = await cast();
    const article = await anEmptyArticle();
    const root = await aComment(article, bo);
    const held = await post(
      article.slug,
      { body: "See https://example.org/offers for this.", parentId: root.id },
      cy,
    );
    const told = () =>
      database().notice.count({ where: { memberId: bo.id, commentId: held.id, kind: "reply" } });
    expect(await told()).toBe(0);
    await decide({ action: "approve", comment: held.id, revision: 1, explanation: "" }, ada);
    expect(await told()).toBe(1);
    expect((await firstView(article.slug, "best", null)).items[0]?.replies.items[0]?.id).toBe(held.id);
  });

  test.each([
    ["an unknown article", "nowhere-at-all", undefined, "Article not found."],
    [
      "an unknown parent",
      null,
      "01890000-0000-7000-8000-000000000000",
      "The comment you are replying to is not in this discussion.",
    ],
  ])("%s is refused in words", async (_, slug, parentId, sentence) => {
    const bo = await anEstablishedReader();
    const article = await anEmptyArticle();
    await expect(
      post(slug ?? article.slug, { body: "Hello there, all of you.", parentId }, bo),
    ).rejects.toThrow(sentence);
  });

  test("a parent of another article is refused", async () => {
    const bo = await anEstablishedReader();
    const elsewhere = await aComment(await anEmptyArticle(), bo);
    const here = await anEmptyArticle();
    await expect(aComment(here, bo, { parent: elsewhere.id })).rejects.toMatchObject({ status: 422 });
  });

  test("a closed or locked discussion, a locked thread above, and an absent parent are refused", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const root = await aComment(article, bo);
    const reply = await aComment(article, cy, { parent: root.id });
    const set = (id: string, data: object) => database().comment.update({ where: { id }, data });
    await set(root.id, { locked: true });
    await expect(aComment(article, bo, { parent: reply.id })).rejects.toMatchObject({
      status: 403,
      message: /closed to replies/,
    });
    await set(root.id, { locked: false });
    await set(reply.id, { state: "rejected", movedBy: "reject" });
    await expect(aComment(article, bo, { parent: reply.id })).rejects.toMatchObject({
      status: 409,
      message: /taken down/,
    });
    await database().article.update({
      where: { id: article.id },
      data: { closesAt: new Date(Date.now() - 1000) },
    });
    await expect(aComment(article, bo)).rejects.toMatchObject({ status: 403, message: /closed/ });
    await database().article.update({ where: { id: article.id }, data: { commentsState: "locked" } });
    await expect(aComment(article, bo)).rejects.toMatchObject({
      status: 403,
      message: /moderator has locked/,
    });
  });

  test("a suspended member writes nothing, and hears until when", async () => {
    const cy = await aMember();
    const article = await anEmptyArticle();
    const suspended = { ...cy, suspension: { until: new Date("2027-01-02"), reason: "spam" } };
    await expect(aComment(article, suspended)).rejects.toThrow(/suspended until 2 January 2027/);
  });

  test("a stance is the member's own vote, shown only when they say so", async () => {
    const { bo } = await cast();
    const article = await anEmptyArticle({ poll: "always" });
    const show = (body: string) => post(article.slug, { body, showStance: true }, bo);
    await expect(show("What I think of it is this.")).rejects.toMatchObject({
      status: 422,
      message: /not voted/,
    });
    await castVote({ poll: article.pollId ?? "", option: "approach" }, bo);
    expect((await show("What I think of it is that.")).stance).toEqual({
      option: "approach",
      label: "One of approach",
      outdated: false,
    });
    expect((await aComment(article, bo)).stance).toBeNull();
    await castVote({ poll: article.pollId ?? "", option: "complementary" }, bo);
    const seen = async () => (await page(article.slug, { ...BEST, sort: "oldest" }, null)).items[0]?.stance;
    const then = { option: "approach", label: "One of approach", outdated: true };
    // Of two answers, that it is no more this one tells the other.
    expect(await seen()).toEqual({ ...then, outdated: false });
    await database().pollOption.create({
      data: { pollId: article.pollId ?? "", key: "unsure", position: 3, label: "Unsure" },
    });
    await castVote({ poll: article.pollId ?? "", option: "unsure" }, bo);
    expect(await seen()).toEqual(then);
    // Withdrawn, too, it stays what it was when it was written, and says that it holds no more.
    await withdrawVote(article.pollId ?? "", bo);
    expect(await seen()).toEqual(then);
  });

  test("stances are hidden with the results until a reader has voted", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle({ poll: "after_vote" });
    const vote = (who: Member) => castVote({ poll: article.pollId ?? "", option: "approach" }, who);
    await vote(bo);
    await post(article.slug, { body: "For me it is approach.", showStance: true }, bo);
    const seenBy = async (viewer: typeof cy | null) =>
      (await page(article.slug, BEST, viewer)).items[0]?.stance?.option ?? null;
    expect(await seenBy(null)).toBeNull();
    expect(await seenBy(cy)).toBeNull();
    await vote(cy);
    expect(await seenBy(cy)).toBe("approach");
    expect(await seenBy(null)).toBeNull();
  });
});
