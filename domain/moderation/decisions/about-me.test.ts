import { expect, test } from "vitest";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { decisionsAbout, decisionsBehind } from "./about-me";
import { decide } from "./commands";
import { undo } from "./undo";

const removal = (comment: string) =>
  ({ action: "reject", comment, revision: 1, ground: "person", explanation: "", seen: undefined }) as const;

test("a removal is offered to appeal, and its reversal is not", async () => {
  const [ada, bo, article] = [await aModerator(), await aMember(), await aPlainArticle()];
  const comment = await aPlainComment(article, bo);
  const { decision } = await decide(removal(comment.id), ada);
  expect((await decisionsAbout({}, bo)).items).toMatchObject([{ action: "reject", mayAppeal: true }]);
  await undo(decision, ada);
  expect((await decisionsAbout({}, bo)).items).toMatchObject([
    { action: "undo", mayAppeal: false },
    { action: "reject", undone: true, mayAppeal: false },
  ]);
});

test("behind a suspension stand the decisions about its member's comments, for that member alone", async () => {
  const [ada, dee, bo, article] = [
    await aModerator(),
    await aMember(),
    await aMember(),
    await aPlainArticle(),
  ];
  const comment = await aPlainComment(article, dee);
  const removed = await decide(removal(comment.id), ada);
  await sanction(
    dee.handle,
    { kind: "suspension", cleanUp: "none", days: 7, ground: "person", explanation: "Again." },
    ada,
  );
  const [suspension] = (await decisionsAbout({}, dee)).items;
  expect(suspension).toMatchObject({ action: "suspend" });
  const behind = (viewer: typeof dee) => decisionsBehind(suspension?.id ?? "", viewer);
  expect(await behind(dee)).toMatchObject([{ id: removed.decision, action: "reject" }]);
  expect(await behind(bo)).toEqual([]);
  expect(await decisionsBehind(removed.decision, dee)).toEqual([]);
});
