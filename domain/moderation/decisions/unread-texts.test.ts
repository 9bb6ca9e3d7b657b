import { beforeAll, expect, test } from "vitest";
import { edit } from "@/domain/comments/edit";
import { previewUndoing } from "@/domain/moderation/checks/undoing/queries";
import { undoCheck } from "@/domain/moderation/checks/undoing/commands";
import { database } from "@/platform/database";
import { aMember, aModerator, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment, seenNow } from "@/test/desk";
import { decideInBulk } from "./bulk";
import { decide } from "./commands";
import { undo, undoBulk } from "./undo";

/** A held text that its author rewrites once a moderator has read it: by no door does the new one appear unread. */

let ada: Player, bo: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, bo, article] = await Promise.all([aModerator(), aMember({ name: "Bo" }), aPlainArticle()]);
});

const held = () => aPlainComment(article, bo, { state: "held" });
const rewritten = (comment: { id: string }) =>
  edit(comment.id, { body: `Nobody has read ${comment.id}.`, revision: 1 }, bo);
const stateOf = async ({ id }: { id: string }) =>
  (await database().comment.findUniqueOrThrow({ where: { id } })).state;

test("approving many leaves what was rewritten since they were shown", async () => {
  const [read, unread] = [await held(), await held()];
  const comments = await seenNow(read, unread);
  await rewritten(unread);
  expect(
    await decideInBulk({ action: "approve", ground: undefined, explanation: "", comments }, ada),
  ).toMatchObject({ decided: 1, left: 1 });
  expect([await stateOf(read), await stateOf(unread)]).toEqual(["visible", "held"]);
});

test("undoing a hold does not publish what was written since", async () => {
  const comment = await aPlainComment(article, bo);
  const hold = { action: "hold", ground: "person", explanation: "" } as const;
  const { decision } = await decide({ ...hold, comment: comment.id, revision: 1, seen: undefined }, ada);
  await rewritten(comment);
  await expect(undo(decision, ada)).rejects.toMatchObject({ status: 409 });
  expect(await stateOf(comment)).toBe("held");
});

test("nor does undoing many at once", async () => {
  const [read, unread] = [await aPlainComment(article, bo), await aPlainComment(article, bo)];
  const { bulk } = await decideInBulk(
    { action: "hold", ground: "person", explanation: "", comments: await seenNow(read, unread) },
    ada,
  );
  await rewritten(unread);
  expect(await undoBulk(bulk, ada)).toMatchObject({ undone: 1, left: 1 });
  expect([await stateOf(read), await stateOf(unread)]).toEqual(["visible", "held"]);
});

test("nor undoing what a check did", async () => {
  const rule = `unread-${Date.now()}`;
  const [read, unread] = [await held(), await held()];
  await database().finding.createMany({
    data: [read, unread].map(({ id }) => ({
      commentId: id,
      revision: 1,
      rule,
      effect: "hold" as const,
      reason: "Contains a word.",
    })),
  });
  const { comments } = await previewUndoing(rule, {}, ada);
  await rewritten(unread);
  await undoCheck(rule, { rejected: false, comments }, ada);
  expect([await stateOf(read), await stateOf(unread)]).toEqual(["visible", "held"]);
});
