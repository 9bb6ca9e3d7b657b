import { beforeAll, expect, test } from "vitest";
import { undoCheck } from "./commands";
import { previewUndoing } from "./queries";
import type { UndoingCheck } from "./schema";
import { decide } from "@/domain/moderation/decisions/commands";
import { undoBulk } from "@/domain/moderation/decisions/undo";
import { database } from "@/platform/database";
import { aMember, aModerator, anAdmin, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment } from "@/test/desk";

let ada: Player, bo: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, bo, article] = await Promise.all([aModerator(), aMember({ name: "Bo" }), aPlainArticle()]);
});

let nth = 0;
/** A check of a name nobody else has, as it would be after a bad word was put on a list. */
const aCheck = () => `check-${(nth += 1)}-${Date.now()}`;

type Finding = { rule: string; effect?: "hold" | "mark"; reason?: string };
async function found(findings: Finding[], state: "held" | "visible" = "held", author: { id: string } = bo) {
  const comment = await aPlainComment(article, author, { state, text: `Thought ${(nth += 1)}.` });
  await database().finding.createMany({
    data: findings.map(({ rule, effect = "hold", reason = "Contains a word." }) => ({
      commentId: comment.id,
      revision: 1,
      rule,
      effect,
      reason,
    })),
  });
  return comment;
}
const reject = (comment: { id: string }) =>
  decide(
    { comment: comment.id, revision: 1, seen: undefined, action: "reject", ground: "topic", explanation: "" },
    ada,
  );
/** What a moderator does who looks at the page and presses its button. */
const undoAsShown = async (check: string, wish: Omit<UndoingCheck, "comments">, actor: Player) =>
  undoCheck(check, { ...wish, comments: (await previewUndoing(check, wish, ada)).comments }, actor);
const stateOf = async ({ id }: { id: string }) =>
  (await database().comment.findUniqueOrThrow({ where: { id } })).state;

test("everything a check did is told first and undone at once, each comment with a row of its own, and what else holds is left", async () => {
  const rule = aCheck();
  const waiting = [await found([{ rule }]), await found([{ rule }]), await found([{ rule }])];
  const twice = await found([{ rule }, { rule: "newcomer" }]);
  const marked = await found([{ rule, effect: "mark" }], "visible");
  const rejected = await found([{ rule }]);
  const { decision } = await reject(rejected);
  const other = await found([{ rule: "newcomer" }]);

  const preview = await previewUndoing(rule, {}, ada);
  expect(preview.would).toEqual({ returns: 3, waits: 1, rejected: 1, stands: 1 });
  expect(preview.comments).toHaveLength(6);

  const { bulk, restored, left } = await undoAsShown(rule, { rejected: false }, ada);
  expect([restored, left]).toEqual([3, 1]);
  for (const comment of waiting) expect(await stateOf(comment)).toBe("visible");
  expect(await Promise.all([twice, marked, rejected, other].map(stateOf))).toEqual([
    "held",
    "visible",
    "rejected",
    "held",
  ]);
  const rows = await database().decision.findMany({ where: { bulk } });
  expect(rows.map(({ action, before, after }) => [action, before, after])).toEqual(
    waiting.map(() => ["restore", "held", "visible"]),
  );
  // Nobody has looked at what returned.
  expect(
    await database().queueItem.count({
      where: { queue: "new", subjectId: { in: waiting.map(({ id }) => id) } },
    }),
  ).toBe(3);
  expect(await database().finding.count({ where: { rule, undoneAt: null } })).toBe(1);
  expect(
    await database().notice.count({
      where: { memberId: bo.id, subjectId: { in: rows.map(({ id }) => id) } },
    }),
  ).toBe(3);

  expect(await previewUndoing(rule, {}, ada)).toMatchObject({ would: { returns: 0, rejected: 1 } });
  expect((await undoAsShown(rule, { rejected: true }, ada)).restored).toBe(1);
  expect(await stateOf(rejected)).toBe("visible");
  expect(
    (await database().decision.findFirst({ where: { commentId: rejected.id }, orderBy: { seq: "desc" } }))
      ?.id,
  ).not.toBe(decision);
  expect(await deskDifferences()).toEqual([]);
});

test("undoing it is undone: what returned waits again, and says why", async () => {
  const rule = aCheck();
  const [one, two] = [await found([{ rule }]), await found([{ rule }])];
  const { bulk } = await undoAsShown(rule, { rejected: false }, ada);
  expect(await undoBulk(bulk, ada)).toMatchObject({ undone: 2, left: 0 });
  expect(await Promise.all([one, two].map(stateOf))).toEqual(["held", "held"]);
  expect(await previewUndoing(rule, {}, ada)).toMatchObject({ would: { returns: 2 } });
  expect(await deskDifferences()).toEqual([]);
});

test("one reason alone is undone: the bad word of a list, and not the others", async () => {
  const rule = aCheck();
  const [bad, good] = [
    await found([{ rule, reason: "Contains “the”." }]),
    await found([{ rule, reason: "Contains “snake oil”." }]),
  ];
  const both = await found([
    { rule, reason: "Contains “the”." },
    { rule, reason: "Contains “snake oil”." },
  ]);
  expect((await previewUndoing(rule, {}, ada)).reasons.map(({ count }) => count)).toEqual([2, 2]);
  await undoAsShown(rule, { reason: "Contains “the”.", rejected: false }, ada);
  expect(await Promise.all([bad, good, both].map(stateOf))).toEqual(["visible", "held", "held"]);
});

test("what a moderator held themselves, and an admin's comment, are left to others", async () => {
  const rule = aCheck();
  const max = await anAdmin();
  const [held, theirs] = [await found([{ rule }], "visible"), await found([{ rule }], "held", max)];
  await decide(
    { comment: held.id, revision: 1, seen: undefined, action: "hold", ground: "topic", explanation: "" },
    ada,
  );
  expect(await undoAsShown(rule, { rejected: false }, ada)).toMatchObject({ restored: 0, left: 1 });
  expect(await Promise.all([held, theirs].map(stateOf))).toEqual(["held", "held"]);
  await expect(undoAsShown(rule, { rejected: false }, bo)).rejects.toMatchObject({ status: 403 });
});

test("two who undo the same check at once undo it once", async () => {
  const rule = aCheck();
  const comments = [await found([{ rule }]), await found([{ rule }])];
  const eve = await aModerator();
  const shown = { rejected: false, comments: (await previewUndoing(rule, {}, ada)).comments };
  const told = await Promise.all([undoCheck(rule, shown, ada), undoCheck(rule, shown, eve)]);
  expect(told.map(({ restored }) => restored).sort()).toEqual([0, 2]);
  expect(
    await database().decision.count({ where: { commentId: { in: comments.map(({ id }) => id) } } }),
  ).toBe(2);
});
