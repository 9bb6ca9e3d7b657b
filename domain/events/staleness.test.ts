import { beforeAll, expect, test } from "vitest";
import { post } from "@/domain/comments/post";
import { edit } from "@/domain/comments/edit";
import { react } from "@/domain/comments/react";
import { withdraw } from "@/domain/comments/withdraw";
import { currentState, isUnchangedSince } from "./staleness";
import { decide } from "@/domain/moderation/decisions/commands";
import { steer } from "@/domain/moderation/decisions/discussions";
import type { OnDiscussion } from "@/domain/moderation/decisions/schema";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { changeSettings } from "@/domain/moderation/settings/commands";
import { outsideTransaction, database, transaction } from "@/platform/database";
import { anAdmin, cast, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";

let people: Awaited<ReturnType<typeof cast>> & { max: Player };
beforeAll(async () => {
  people = { ...(await cast()), max: await anAdmin() };
});

/** Whether a page drawn before the deed may still be shown after it. */
async function survives(deed: () => Promise<unknown>): Promise<boolean> {
  const before = await currentState();
  await deed();
  return isUnchangedSince(before);
}

const rejection = (comment: { id: string }) => ({
  action: "reject" as const,
  comment: comment.id,
  revision: 1,
  seen: undefined,
  ground: "person",
  explanation: "",
});

const closing: OnDiscussion = {
  comments: "closed",
  moderation: undefined,
  slowSeconds: undefined,
  closesAt: undefined,
  ground: "person",
  explanation: "",
};

test("what only adds may be missing from a page for a while", async () => {
  const { ada, bo, cy } = people;
  const article = await aPlainArticle();
  const comment = await aPlainComment(article, bo);
  const held = await aPlainComment(article, bo, { state: "held" });
  expect(await survives(() => Promise.resolve())).toBe(true);
  expect(await survives(() => post(article.slug, { body: "An answer to that." }, bo))).toBe(true);
  expect(await survives(() => react(comment.id, "respect", cy))).toBe(true);
  expect(
    await survives(() => decide({ ...rejection(held), action: "approve", ground: undefined }, ada)),
  ).toBe(true);
});

test("what takes something away, or changes it, ends every page from before", async () => {
  const { ada, bo, cy, max } = people;
  const article = await aPlainArticle();
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => aPlainComment(article, bo)));
  if (!one || !two || !three) throw new Error("There are three comments.");
  expect(await survives(() => decide(rejection(one), ada))).toBe(false);
  expect(await survives(() => withdraw(two.id, bo))).toBe(false);
  expect(await survives(() => edit(three.id, { body: "Another thought.", revision: 1 }, bo))).toBe(false);
  expect(await survives(() => steer(article.slug, closing, ada))).toBe(false);
  expect(await survives(() => changeSettings({ publicLog: false }, max))).toBe(false);
  expect(
    await survives(() =>
      sanction(
        cy.handle,
        { kind: "ban", days: undefined, ground: "person", explanation: "", cleanUp: "none" },
        ada,
      ),
    ),
  ).toBe(false);
});

test("the end of a discussion, which nobody decides at that moment, ends them too", async () => {
  const article = await aPlainArticle();
  // As when its time comes: no decision, and no event.
  const itsTimeComes = () =>
    database().article.update({ where: { slug: article.slug }, data: { closesAt: new Date(0) } });
  expect(await survives(itsTimeComes)).toBe(false);
});

test("a removal that had not been committed when the page was drawn counts, whatever was committed in between", async () => {
  const { ada, bo } = people;
  const slow = await aPlainComment(await aPlainArticle(), bo);
  const quick = await aPlainComment(await aPlainArticle(), ada);
  const drawn = await transaction(async () => {
    await withdraw(slow.id, bo);
    return outsideTransaction(async () => {
      await withdraw(quick.id, ada);
      return currentState();
    });
  });
  expect(await isUnchangedSince(drawn)).toBe(false);
});
