import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { decideInBulk } from "./bulk";
import { decide } from "./commands";
import { undo, undoBulk } from "./undo";
import type { OnComment } from "./schema";
import { markRead } from "@/domain/inbox/commands";
import { sentenceOf } from "@/domain/inbox/notice";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { report } from "@/domain/moderation/reports/commands";
import { effort } from "@/test/effort";
import { deskDifferences } from "@/test/desk-agrees";
import { database } from "@/platform/database";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator, anAdmin, cast, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment, onceOutcomesAreTold, seenNow } from "@/test/desk";
import { asTheOwner } from "@/test/owner";

let people: Awaited<ReturnType<typeof cast>> & { eve: Player };
beforeAll(async () => {
  people = { ...(await cast()), eve: await aModerator() };
});

type Comment = Awaited<ReturnType<typeof aPlainComment>>;
const on = (comment: Comment, action: OnComment["action"], more: Partial<OnComment> = {}): OnComment => ({
  action,
  comment: comment.id,
  revision: 1,
  seen: undefined,
  ground: action === "reject" || action === "hold" ? "person" : undefined,
  explanation: "",
  ...more,
});
const standing = (comment: Comment) => database().comment.findUniqueOrThrow({ where: { id: comment.id } });
const queuesOf = async (comment: Comment) =>
  (await database().queueItem.findMany({ where: { subjectId: comment.id }, orderBy: { queue: "asc" } })).map(
    ({ queue }) => queue,
  );

describe("a decision", () => {
  test("lets a held comment appear, leaves the queue, and tells its author and its readers", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo, { state: "held" });
    expect(await queuesOf(comment)).toEqual(["held"]);
    await decide(on(comment, "approve"), ada);
    expect(await standing(comment)).toMatchObject({ state: "visible", listed: true });
    expect(await queuesOf(comment)).toEqual(["approved"]);
    expect(
      await database().notice.count({ where: { memberId: bo.id, commentId: comment.id, kind: "decision" } }),
    ).toBe(1);
    expect(await database().event.count({ where: { subjectId: comment.id, kind: "comment.posted" } })).toBe(
      1,
    );
  });

  test("that takes a comment down leaves a tombstone with its rule and a statement of reasons", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    const { decision } = await decide(
      on(comment, "reject", { explanation: "The second sentence is about Cy, not about the article." }),
      ada,
    );
    expect(await standing(comment)).toMatchObject({ state: "rejected", listed: true });
    expect(await database().removal.findMany({ where: { commentId: comment.id } })).toMatchObject([
      { by: "moderator", reason: "person", decisionId: decision, endedAt: null },
    ]);
    const row = await database().decision.findUniqueOrThrow({ where: { id: decision } });
    expect(row).toMatchObject({ ground: "person", rulesVersion: 1, before: "visible", after: "rejected" });
    expect(row.statement).toMatchObject({
      source: "own",
      automatedDecision: false,
      explanation: "The second sentence is about Cy, not about the article.",
    });
  });

  test("that rejects what was never public leaves no tombstone", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo, { state: "held" });
    await decide(on(comment, "reject"), ada);
    expect(await standing(comment)).toMatchObject({ state: "rejected", listed: false });
  });

  test("that restricts needs a house rule", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    for (const ground of [undefined, "no-such-rule"])
      await expect(decide(on(comment, "reject", { ground }), ada)).rejects.toMatchObject({ status: 422 });
  });

  test("without ground or redress is refused by the database itself", async () => {
    const comment = await aPlainComment(await aPlainArticle(), people.bo);
    const row = { action: "reject", commentId: comment.id, before: "visible", after: "rejected" };
    await expect(database().decision.create({ data: row })).rejects.toThrow("restriction_gives_reasons");
    await expect(
      database().decision.create({
        data: { ...row, ground: "person", rulesVersion: 1, statement: { facts: "x" } },
      }),
    ).rejects.toThrow("restriction_gives_reasons");
  });

  test("is not for readers, not about one's own comment, and about an admin's only for admins", async () => {
    const { ada, bo, cy } = people;
    const [max, other] = [await anAdmin(), await anAdmin()];
    const article = await aPlainArticle();
    const [bos, adas, maxs] = [
      await aPlainComment(article, bo),
      await aPlainComment(article, ada),
      await aPlainComment(article, max),
    ];
    await expect(decide(on(bos, "reject"), cy)).rejects.toMatchObject({ status: 403 });
    await expect(decide(on(adas, "reject"), ada)).rejects.toMatchObject({ status: 403 });
    await expect(decide(on(maxs, "reject"), ada)).rejects.toMatchObject({ status: 403 });
    await expect(decide(on(maxs, "reject"), other)).resolves.toMatchObject({ state: "rejected" });
  });

  test("about the comment of somebody who has left is a decision like others, and sanctions nobody", async () => {
    const { ada } = people;
    const gone = await aMember({ name: "Gone" });
    const comment = await aPlainComment(await aPlainArticle(), gone, { state: "held" });
    await asTheOwner().comment.update({ where: { id: comment.id }, data: { authorId: null } });
    await asTheOwner().member.update({ where: { id: gone.id }, data: { erasedAt: new Date() } });
    const { decision } = await decide(on(comment, "reject"), ada);
    expect(await standing(comment)).toMatchObject({ state: "rejected" });
    expect(await undo(decision, ada)).toMatchObject({ state: "held" });
    const ban = { kind: "ban", ground: "person", explanation: "", days: undefined, cleanUp: "all" } as const;
    await expect(sanction(gone.handle, ban, ada)).rejects.toMatchObject({ status: 404 });
  });

  test("taken twice, or about a comment that is not there, is refused in words", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    const { decision } = await decide(on(comment, "reject"), ada);
    await expect(decide(on(comment, "reject", { seen: decision }), ada)).rejects.toMatchObject({
      status: 409,
    });
    await undo(decision, ada);
    await expect(undo(decision, ada)).rejects.toMatchObject({ status: 409 });
    const nowhere = { ...comment, id: "01930000-0000-7000-8000-000000000000" };
    await expect(decide(on(nowhere, "reject"), ada)).rejects.toMatchObject({ status: 404 });
    await expect(decide(on(comment, "reject", { revision: 7 }), ada)).rejects.toMatchObject({ status: 409 });
  });

  test("taken back puts a comment where it was: an approved one among the new, a rejected one where an earlier approval had it", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    expect(await queuesOf(comment)).toEqual(["new"]);
    const first = await decide(on(comment, "approve"), ada);
    expect(await queuesOf(comment)).toEqual(["approved"]);
    const taken = await undo(first.decision, ada);
    expect(await queuesOf(comment)).toEqual(["new"]);
    const again = await decide(on(comment, "approve", { seen: taken.decision }), ada);
    const rejected = await decide(on(comment, "reject", { seen: again.decision }), ada);
    expect(await queuesOf(comment)).toEqual(["rejected"]);
    await undo(rejected.decision, ada);
    expect(await queuesOf(comment)).toEqual(["approved"]);
  });

  test("about a text that changed meanwhile is refused with the newer text", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    await database().comment.update({
      where: { id: comment.id },
      data: { revision: 2, movedBy: "edit", source: "Better.", html: "<p>Better.</p>" },
    });
    await expect(decide(on(comment, "reject"), ada)).rejects.toMatchObject({
      status: 409,
      extra: { current: { revision: 2, source: "Better." } },
    });
  });

  test("by two moderators at once: one wins, the other hears who decided what, and the log has one row", async () => {
    const { ada, eve, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo, { state: "held" });
    const results = await Promise.allSettled([
      decide(on(comment, "approve"), ada),
      decide(on(comment, "reject"), eve),
    ]);
    const lost = results.find((result) => result.status === "rejected");
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ status: 409 });
    expect(String(lost?.reason)).toMatch(/(approved|removed) this in the meantime/u);
    expect(await database().decision.count({ where: { commentId: comment.id } })).toBe(1);
  });

  test("cannot bring back what its author has withdrawn, but answers the reports about it, and takes it down for good", async () => {
    const { ada, bo, cy } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    await database().report.create({
      data: { commentId: comment.id, revision: 1, reporterId: cy.id, reason: "person" },
    });
    await database().comment.update({
      where: { id: comment.id },
      data: { state: "withdrawn", movedBy: "withdraw" },
    });
    await expect(decide(on(comment, "restore"), ada)).rejects.toMatchObject({ status: 409 });
    expect(await queuesOf(comment)).toEqual(["reported"]);
    await decide(on(comment, "reject"), ada);
    expect(await standing(comment)).toMatchObject({ state: "rejected" });
    expect(await queuesOf(comment)).toEqual(["rejected"]);
  });
});

describe("reports", () => {
  test("are answered by the decision, and each reporter hears the outcome", async () => {
    const { ada, bo, cy, eve } = people;
    const article = await aPlainArticle();
    for (const [action, state] of [
      ["approve", "dismissed"],
      ["reject", "upheld"],
    ] as const) {
      const comment = await aPlainComment(article, bo);
      for (const reporter of [cy, eve])
        await database().report.create({
          data: { commentId: comment.id, revision: 1, reporterId: reporter.id, reason: "person" },
        });
      expect(await queuesOf(comment)).toEqual(["new", "reported"]);
      await decide(on(comment, action), ada);
      expect(await database().report.findMany({ where: { commentId: comment.id } })).toMatchObject([
        { state },
        { state },
      ]);
      expect(
        await database().notice.count({ where: { commentId: comment.id, kind: "report-outcome" } }),
      ).toBe(2);
      expect((await standing(comment)).openReports).toBe(0);
    }
  });
});

describe("whoever reported a comment", () => {
  const told = async (cy: Player) => (await inboxOf({}, cy)).items.map(sentenceOf);
  async function reported() {
    const [comment, cy] = await Promise.all([
      aPlainArticle().then((article) => aPlainComment(article, people.bo)),
      aMember({ name: "Cy" }),
    ]);
    const words = { reason: "person", detail: "", law: "", name: "", email: "", goodFaith: false } as const;
    await report(comment.id, words, cy);
    return { comment, cy };
  }

  test("hears what became of it five minutes later", async () => {
    const { comment, cy } = await reported();
    await decide(on(comment, "reject"), people.ada);
    expect(await told(cy)).toEqual([]);
    expect(await unreadCount(cy)).toBe(0);
    await markRead(null, cy);
    await onceOutcomesAreTold();
    expect(await told(cy)).toEqual([expect.stringMatching(/ and removed it\./)]);
    expect(await unreadCount(cy)).toBe(1);
  });

  test("hears nothing of a decision that was undone before", async () => {
    const { comment, cy } = await reported();
    const { decision } = await decide(on(comment, "reject"), people.ada);
    await undo(decision, people.ada);
    await onceOutcomesAreTold();
    expect(await told(cy)).toEqual([]);
  });

  test("hears again when it is reversed later", async () => {
    const { comment, cy } = await reported();
    const { decision } = await decide(on(comment, "reject"), people.ada);
    await onceOutcomesAreTold();
    await undo(decision, people.ada);
    await onceOutcomesAreTold();
    expect(await told(cy)).toEqual([
      expect.stringMatching(/has since been reversed/),
      expect.stringMatching(/ and removed it\./),
    ]);
  });
});

describe("undo", () => {
  test("puts comment, tombstone, reports and queue back as they were", async () => {
    const { ada, bo, cy } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    await database().report.create({
      data: { commentId: comment.id, revision: 1, reporterId: cy.id, reason: "person" },
    });
    const { decision } = await decide(on(comment, "reject"), ada);
    await undo(decision, ada);
    expect(await standing(comment)).toMatchObject({ state: "visible", openReports: 1 });
    expect(await database().removal.count({ where: { commentId: comment.id, endedAt: null } })).toBe(0);
    expect(await queuesOf(comment)).toEqual(["new", "reported"]);
  });

  test("of a restoring brings the rejection back with its reasons", async () => {
    const { ada, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    const first = await decide(on(comment, "reject"), ada);
    const second = await decide(on(comment, "restore", { seen: first.decision }), ada);
    const third = await undo(second.decision, ada);
    expect(third.state).toBe("rejected");
    expect(await database().decision.findUnique({ where: { id: third.decision } })).toMatchObject({
      ground: "person",
      undoes: second.decision,
    });
    expect(
      await database().removal.findMany({ where: { commentId: comment.id, endedAt: null } }),
    ).toMatchObject([{ reason: "person" }]);
  });

  test("is refused once something else has happened", async () => {
    const { ada, eve, bo } = people;
    const comment = await aPlainComment(await aPlainArticle(), bo);
    const first = await decide(on(comment, "reject"), ada);
    await decide(on(comment, "restore", { seen: first.decision }), eve);
    await expect(undo(first.decision, ada)).rejects.toMatchObject({ status: 409 });
  });
});

test("the log cannot be rewritten, not even in part", async () => {
  const { ada, bo } = people;
  const comment = await aPlainComment(await aPlainArticle(), bo);
  const { decision } = await decide(on(comment, "reject"), ada);
  await expect(
    database().decision.update({ where: { id: decision }, data: { ground: "topic" } }),
  ).rejects.toThrow();
  await expect(database().decision.delete({ where: { id: decision } })).rejects.toThrow();
});

test("whatever moderators do in whatever order, queues, counts, tombstones and log agree", async () => {
  const { ada, eve, bo } = people;
  const article = await aPlainArticle();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("visible" as const, "held" as const),
      fc.array(fc.tuple(fc.constantFrom("approve", "reject", "hold", "restore", "undo"), fc.boolean()), {
        maxLength: 6,
      }),
      async (state, steps) => {
        const comment = await aPlainComment(article, bo, { state });
        let seen: string | undefined;
        for (const [action, first] of steps) {
          const actor = first ? ada : eve;
          try {
            if (action === "undo") {
              if (seen) ({ decision: seen } = await undo(seen, actor));
            } else ({ decision: seen } = await decide(on(comment, action, { seen }), actor));
          } catch (problem) {
            expect(problem).toMatchObject({ status: 409 });
          }
        }
      },
    ),
    { numRuns: effort(12, 200) },
  );
  expect(await deskDifferences()).toEqual([]);
});

test("a bulk is undone in one go, except where something else has happened", async () => {
  const { ada, bo } = people;
  const article = await aPlainArticle();
  const comments = [
    await aPlainComment(article, bo),
    await aPlainComment(article, bo),
    await aPlainComment(article, bo),
  ];
  const done = await decideInBulk(
    { action: "reject", ground: "noise", explanation: "", comments: await seenNow(...comments) },
    ada,
  );
  expect(done).toMatchObject({ decided: 3 });
  const [first] = comments;
  if (!first) throw new Error("There were three.");
  const last = await database().decision.findFirstOrThrow({ where: { commentId: first.id } });
  await decide(on(first, "restore", { seen: last.id }), ada);
  expect(await undoBulk(done.bulk, ada)).toMatchObject({ undone: 2, left: 1 });
  for (const comment of comments) expect(await standing(comment)).toMatchObject({ state: "visible" });
});
