import { beforeAll, expect, test } from "vitest";
import { deskItem } from "./one-item";
import { report } from "@/domain/moderation/reports/commands";
import { aMember, aModerator, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";

let ada: Player, bo: Player, cy: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, bo, cy] = [await aModerator(), await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  article = await aPlainArticle();
});

test("a moderator gets from a comment to that one item, in whichever queue it is", async () => {
  const held = await aPlainComment(article, bo, { state: "held" });
  expect(await deskItem(held.id, ada)).toMatchObject({ id: held.id, queue: "held", can: { decide: true } });
  const reported = await aPlainComment(article, bo);
  await report(
    reported.id,
    { reason: "noise", detail: "", law: "", name: "", email: "", goodFaith: false },
    cy,
  );
  expect(await deskItem(reported.id, ada)).toMatchObject({ id: reported.id, queue: "reported" });
});

test("what is no comment, or not within their articles, is not there; a reader has no desk", async () => {
  const comment = await aPlainComment(article, bo);
  await expect(deskItem("00000000-0000-4000-8000-000000000000", ada)).rejects.toMatchObject({ status: 404 });
  const elsewhere = { ...cy, moderates: [(await aPlainArticle()).id] };
  await expect(deskItem(comment.id, elsewhere)).rejects.toMatchObject({ status: 404 });
  await expect(deskItem(comment.id, cy)).rejects.toMatchObject({ status: 403 });
});
