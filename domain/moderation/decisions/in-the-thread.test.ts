import { beforeAll, expect, test } from "vitest";
import { getComment } from "@/domain/comments/get-comment";
import type { Member } from "@/domain/members/member";
import { decide } from "./commands";
import { ownDeedOn } from "./queries";
import { lockThread } from "./threads";
import { undo } from "./undo";
import { aMember, aModerator, anAdmin, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";

let ada: Player, eve: Player, max: Player, bo: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, eve, max] = [await aModerator(), await aModerator(), await anAdmin()];
  bo = await aMember({ name: "Bo" });
  article = await aPlainArticle();
});

const standingFor = async (id: string, viewer: Member) => {
  const { mine } = await getComment(id, viewer);
  return { decide: mine?.can.decide, standing: mine?.standing };
};

test("what a moderator may do comes with the comment, and to a reader nothing of it", async () => {
  const [bos, adas, maxs] = [
    await aPlainComment(article, bo, { state: "held" }),
    await aPlainComment(article, ada),
    await aPlainComment(article, max),
  ];
  expect(await standingFor(bos.id, ada)).toEqual({
    decide: true,
    standing: { state: "held", locked: false },
  });
  expect(await standingFor(adas.id, ada)).toMatchObject({ decide: false, standing: { state: "visible" } });
  expect(await standingFor(maxs.id, ada)).toMatchObject({ decide: false });
  expect(await standingFor(maxs.id, bo)).toEqual({ decide: false, standing: null });
  const hal = { ...bo, id: eve.id, moderates: [article.id] };
  expect(await standingFor(adas.id, hal)).toMatchObject({ decide: true });
  expect(await standingFor(adas.id, { ...hal, moderates: [] })).toEqual({ decide: false, standing: null });
});

test("what one has just done is told to oneself, until somebody has done something else", async () => {
  const { id } = await aPlainComment(article, bo);
  expect(await ownDeedOn(id, ada)).toBe(null);
  const { decision } = await decide(
    { action: "reject", comment: id, revision: 1, ground: "noise", explanation: "", seen: undefined },
    ada,
  );
  expect(await ownDeedOn(id, ada)).toMatchObject({ id: decision, action: "reject", ground: "noise" });
  expect(await ownDeedOn(id, eve)).toBe(null);
  await undo(decision, ada);
  expect(await ownDeedOn(id, ada)).toMatchObject({ action: "undo" });
  await lockThread({ action: "lock", comment: id, ground: "topic", explanation: "" }, eve);
  expect(await ownDeedOn(id, ada)).toBe(null);
  expect(await ownDeedOn(id, eve)).toMatchObject({ action: "lock", ground: "topic" });
});
