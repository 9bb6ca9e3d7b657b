import { beforeAll, describe, expect, test } from "vitest";
import { edit } from "./edit";
import { getComment } from "./get-comment";
import { undoWithdraw, withdraw } from "./withdraw";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { decide } from "@/domain/moderation/decisions/commands";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { statementOf } from "@/domain/moderation/decisions/statements";
import { undo, undoBulk } from "@/domain/moderation/decisions/undo";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { database } from "@/platform/database";
import { aMember, aModerator, anEstablishedReader, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment, seenNow } from "@/test/desk";

let ada: Player, eve: Player, bo: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, eve, bo, article] = await Promise.all([
    aModerator(),
    aModerator(),
    anEstablishedReader(),
    aPlainArticle(),
  ]);
});

const REASONS = { ground: "person", explanation: "" } as const;
const reject = { action: "reject", ...REASONS } as const;
const approve = { action: "approve", ground: undefined, explanation: "" } as const;
const hold = { action: "hold", ...REASONS } as const;

async function decideAsSeen(wish: typeof reject | typeof approve | typeof hold, comment: { id: string }) {
  const [seen] = await seenNow(comment);
  if (!seen) throw new Error("It was there.");
  return decide({ ...wish, ...seen }, ada);
}
let texts = 0;
const unread = () => `Nobody has read this, the ${(texts += 1)}th of them.`;
const stateOf = async ({ id }: { id: string }) =>
  (await database().comment.findUniqueOrThrow({ where: { id } })).state;
const publicText = async ({ id }: { id: string }) => (await getComment(id, null)).html;

describe("a decision about a withdrawn comment ends its author's way back", () => {
  test("withdrawn, rejected, brought back: it stays rejected, and everybody is told so", async () => {
    const comment = await aPlainComment(article, bo);
    await withdraw(comment.id, bo);
    const { decision, state } = await decideAsSeen(reject, comment);
    expect(state).toBe("rejected");
    await expect(undoWithdraw(comment.id, bo)).rejects.toMatchObject({ status: 403 });
    expect(await publicText(comment)).toBe("");
    expect(await statementOf(decision, bo)).toMatchObject({ action: "reject", can: { appeal: true } });
    expect(await deskDifferences()).toEqual([]);
  });

  test("so it is where many are rejected together", async () => {
    const comment = await aPlainComment(article, bo);
    await withdraw(comment.id, bo);
    await decideInBulk({ ...reject, comments: await seenNow(comment) }, ada);
    await expect(undoWithdraw(comment.id, bo)).rejects.toMatchObject({ status: 403 });
  });

  test("and where both happen at once, whichever comes first", async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      const comment = await aPlainComment(article, bo);
      const seen = { comment: comment.id, revision: 1, seen: undefined };
      await Promise.allSettled([withdraw(comment.id, bo), decide({ ...reject, ...seen }, ada)]);
      await undoWithdraw(comment.id, bo).catch(() => undefined);
      expect(await stateOf(comment)).toBe("rejected");
    }
  });

  test("taken back, the withdrawal is its author's again; restored or granted an appeal, the text stays withdrawn", async () => {
    const [undone, appealed] = [await aPlainComment(article, bo), await aPlainComment(article, bo)];
    for (const { id } of [undone, appealed]) await withdraw(id, bo);
    const { decision } = await decideAsSeen(reject, undone);
    expect(await undo(decision, ada)).toMatchObject({ state: "withdrawn" });
    expect(await undoWithdraw(undone.id, bo)).toMatchObject({ state: "visible" });

    const second = await decideAsSeen(reject, appealed);
    const asked = await appeal(second.decision, "It was gone already.", bo);
    await answer(asked.appeal, { outcome: "upheld", answer: "Right." }, eve);
    expect(await stateOf(appealed)).toBe("withdrawn");
    expect(await deskDifferences()).toEqual([]);
  });
});

describe("what nobody has read is not published", () => {
  const heldAndEdited = async () => {
    const comment = await aPlainComment(article, bo, { state: "held" });
    const seen = await seenNow(comment);
    await edit(comment.id, { body: unread(), revision: 1 }, bo);
    return { comment, seen };
  };

  test("by a decision about many", async () => {
    const { comment, seen } = await heldAndEdited();
    expect(await decideInBulk({ ...approve, comments: seen }, ada)).toMatchObject({ decided: 0, left: 1 });
    expect(await stateOf(comment)).toBe("held");
  });

  test("nor is what somebody else has decided meanwhile decided again with the others", async () => {
    const comment = await aPlainComment(article, bo);
    const seen = await seenNow(comment);
    await decideAsSeen(approve, comment);
    expect(await decideInBulk({ ...reject, comments: seen }, ada)).toMatchObject({ decided: 0, left: 1 });
  });

  test("by undoing a hold, alone or with others", async () => {
    const [one, two] = [await aPlainComment(article, bo), await aPlainComment(article, bo)];
    const { decision } = await decideAsSeen(hold, one);
    const { bulk } = await decideInBulk({ ...hold, comments: await seenNow(two) }, ada);
    for (const { id } of [one, two]) await edit(id, { body: unread(), revision: 1 }, bo);
    await expect(undo(decision, ada)).rejects.toMatchObject({ status: 409 });
    expect(await undoBulk(bulk, ada)).toMatchObject({ undone: 0, left: 1 });
    expect(await Promise.all([one, two].map(stateOf))).toEqual(["held", "held"]);
  });

  test("by granting an appeal against a hold, unless the answer names the text", async () => {
    const comment = await aPlainComment(article, bo);
    const { decision } = await decideAsSeen(hold, comment);
    const asked = await appeal(decision, "Why?", bo);
    await edit(comment.id, { body: unread(), revision: 1 }, bo);
    const upheld = { outcome: "upheld", answer: "Right." } as const;
    await expect(answer(asked.appeal, upheld, eve)).rejects.toMatchObject({ status: 409 });
    expect(await stateOf(comment)).toBe("held");
    await answer(asked.appeal, { ...upheld, revision: 2 }, eve);
    expect(await stateOf(comment)).toBe("visible");
  });

  test("and an appeal against what has been decided anew leaves the new decision alone", async () => {
    const comment = await aPlainComment(article, bo);
    const first = await decideAsSeen(hold, comment);
    const asked = await appeal(first.decision, "Why?", bo);
    await decideAsSeen(reject, comment);
    await answer(asked.appeal, { outcome: "upheld", answer: "Right." }, eve);
    expect(await stateOf(comment)).toBe("rejected");
  });

  test("lifting a ban brings back what its clean-up took down, and nothing a moderator has decided since", async () => {
    const dan = await aMember({ name: "Dan" });
    const [one, two] = [await aPlainComment(article, dan), await aPlainComment(article, dan)];
    await withdraw(two.id, dan);
    const banned = await sanction(
      dan.handle,
      { kind: "ban", ...REASONS, days: undefined, cleanUp: "all" },
      ada,
    );
    await decideAsSeen(reject, two);
    await lift(banned.sanction, { explanation: "", restore: true }, ada);
    expect(await Promise.all([one, two].map(stateOf))).toEqual(["visible", "rejected"]);
  });
});
