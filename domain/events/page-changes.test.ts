import { expect, test, vi } from "vitest";
import { pageChanges, unchangedFor, type Changes } from "./page-changes";
import { post } from "@/domain/comments/post";
import { react, takeBackReaction } from "@/domain/comments/react";
import { withdraw } from "@/domain/comments/withdraw";
import { changeProfile } from "@/domain/members/profile";
import { database, outsideTransaction, transaction } from "@/platform/database";
import { cast } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { asTheOwner } from "@/test/owner";

const { bo, cy } = await cast();
/** A look that begins now. */
const now = () => Date.now();

test("a comment changes the pages of its article, and what is of no single one", async () => {
  const changes = pageChanges();
  const [here, elsewhere] = [await aPlainArticle(), await aPlainArticle()];
  const before = await changes.look(now());
  await post(here.slug, { body: "A thought." }, bo);
  await changes.look(now());
  const moved = [here.slug, elsewhere.slug, null].map((article) => changes.hasMoved(article, before));
  expect(moved).toEqual([true, false, true]);
});

test("a reaction changes the pages of its article, when it comes, when it is taken back, and when it goes with an account", async () => {
  const changes = pageChanges();
  const article = await aPlainArticle();
  const { id } = await aPlainComment(article, bo);
  const changed = async (deed: () => Promise<unknown>): Promise<boolean> => {
    const before = await changes.look(now());
    await deed();
    await changes.look(now());
    return changes.hasMoved(article.slug, before);
  };
  expect(await changed(() => react(id, "respect", cy))).toBe(true);
  expect(await changed(() => react(id, "unconvinced", cy))).toBe(true);
  expect(await changed(() => takeBackReaction(id, cy))).toBe(true);
  await react(id, "respect", cy);
  expect(await changed(() => asTheOwner().reaction.deleteMany({ where: { memberId: cy.id } }))).toBe(true);
});

test("a name changes every page", async () => {
  const changes = pageChanges();
  const { slug } = await aPlainArticle();
  const before = await changes.look(now());
  await changeProfile({ name: "Cy Anew", bio: "" }, cy);
  await changes.look(now());
  expect(changes.hasMoved(slug, before)).toBe(true);
});

test("what was rolled back changes nothing", async () => {
  const changes = pageChanges();
  const { slug } = await aPlainArticle();
  const before = await changes.look(now());
  const undone = transaction(async () => {
    await post(slug, { body: "Never said." }, bo);
    throw new Error("No.");
  });
  await expect(undone).rejects.toThrow("No.");
  await changes.look(now());
  expect(changes.hasMoved(slug, before)).toBe(false);
});

test("what was written before a look and is committed after it is found by the next, whatever was committed in between", async () => {
  const changes = pageChanges();
  const slow = await aPlainArticle();
  const quick = await aPlainArticle();
  const [first, second] = [await aPlainComment(slow, bo), await aPlainComment(quick, cy)];
  const between = await transaction(async () => {
    await withdraw(first.id, bo);
    return outsideTransaction(async () => {
      await withdraw(second.id, cy);
      return changes.look(now());
    });
  });
  expect(changes.hasMoved(slow.slug, between)).toBe(false);
  await changes.look(now());
  expect(changes.hasMoved(slow.slug, between)).toBe(true);
});

test("one reading serves all who ask while it is under way, and nobody gets one that began before they asked", async () => {
  let clock = 1_000;
  const waiting: ((found: Changes) => void)[] = [];
  const read = vi.fn(() => new Promise<Changes>((resolve) => waiting.push(resolve)));
  const answer = async () => {
    waiting.shift()?.({ snapshot: "1:1:", standing: "", changed: [] });
    await new Promise(setImmediate);
  };
  const changes = pageChanges({ read, now: () => clock });
  const [one, two] = [changes.look(999), changes.look(999)];
  clock = 2_000;
  const late = changes.look(1_500);
  await answer();
  expect((await Promise.all([one, two])).map(({ nth }) => nth)).toEqual([1, 1]);
  await answer();
  expect((await late).nth).toBe(2);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a look of before the clock was set back serves nobody", async () => {
  let clock = 10_000_000;
  const read = vi.fn(() => Promise.resolve({ snapshot: "1:1:", standing: "", changed: [] }));
  const changes = pageChanges({ read, now: () => clock });
  await changes.look(clock - 1);
  clock -= 3_600_000;
  expect((await changes.look(clock - 1)).nth).toBe(2);
});

test("whoever has not looked for long, or never, takes every page for changed", async () => {
  let clock = 1_000;
  const read = vi.fn(() => Promise.resolve({ snapshot: "1:1:", standing: "", changed: [] }));
  const changes = pageChanges({ read, now: () => clock });
  const first = await changes.look(clock - 1);
  expect(changes.hasMoved("a", { nth: 0 })).toBe(true);
  expect(changes.hasMoved("a", first)).toBe(false);
  clock += 3_600_000;
  await changes.look(clock - 1);
  expect(changes.hasMoved("a", first)).toBe(true);
  expect(read.mock.calls).toEqual([[null], [null]]);
});

test("a page lasts until its poll or its discussion closes, or reactions come out", async () => {
  const { id, slug } = await aPlainArticle();
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const minutes = async () => Math.round(((await unchangedFor(slug)) ?? NaN) / 60_000);
  await database().article.update({ where: { id }, data: { closesAt: null } });
  expect(await unchangedFor(slug)).toBeNull();
  await database().article.update({ where: { id }, data: { closesAt: inMinutes(90) } });
  expect(await minutes()).toBe(90);
  const comment = await aPlainComment({ id }, bo);
  expect(await minutes()).toBe(90);
  await database().comment.update({ where: { id: comment.id }, data: { respect: 1 } });
  expect(await minutes()).toBe(60);
});
