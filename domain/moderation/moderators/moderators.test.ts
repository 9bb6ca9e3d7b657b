import { beforeAll, describe, expect, test } from "vitest";
import { getComment } from "@/domain/comments/get-comment";
import { viewerState } from "@/domain/comments/viewer-state";
import type { Member } from "@/domain/members/member";
import { OPERATOR } from "@/domain/members/policy";
import { memberBySession } from "@/domain/members/queries";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { decide } from "@/domain/moderation/decisions/commands";
import { steer } from "@/domain/moderation/decisions/discussions";
import { OnDiscussion } from "@/domain/moderation/decisions/schema";
import { lockThread } from "@/domain/moderation/decisions/threads";
import { undo, undoBulk } from "@/domain/moderation/decisions/undo";
import { logPage } from "@/domain/moderation/log/queries";
import { appoint, dismiss } from "./commands";
import { articlesAtTheDesk, moderatorsOf } from "./queries";
import { claim } from "@/domain/moderation/queue/commands";
import { queueCounts, queuePage, standings } from "@/domain/moderation/queue/queries";
import { preview } from "@/domain/moderation/queue/selection";
import { note, sanction } from "@/domain/moderation/sanctions/commands";
import { settingsFor } from "@/domain/moderation/settings/queries";
import { aMember, aModerator, anAdmin, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment, seenNow } from "@/test/desk";

let ada: Player, max: Player, bo: Player, hal: Player;
let here: Awaited<ReturnType<typeof aPlainArticle>>, there: typeof here;
beforeAll(async () => {
  [ada, max, bo, hal, here, there] = await Promise.all([
    aModerator(),
    anAdmin(),
    aMember({ name: "Bo" }),
    aMember({ name: "Hal" }),
    aPlainArticle(),
    aPlainArticle(),
  ]);
  await appoint({ slug: here.slug, handle: hal.handle }, max);
});

const asNow = async ({ sessionToken }: Player): Promise<Member> => {
  const member = await memberBySession(sessionToken);
  if (!member) throw new Error("Nobody is there any more.");
  return member;
};
const held = (article: { id: string }) => aPlainComment(article, bo, { state: "held" });
const on = (comment: { id: string }, seen?: string) => ({
  comment: comment.id,
  revision: 1,
  seen,
  explanation: "",
});
const SLOW = OnDiscussion.parse({ slowSeconds: 60, ground: "noise" });
const NOT_THEIRS = { status: 403, message: "You do not moderate this article." };

describe("a moderator of one article", () => {
  test("decides, takes back, closes and steers there, and nowhere else", async () => {
    const me = await asNow(hal);
    const [mine, other] = [await held(here), await held(there)];
    const { decision } = await decide({ ...on(mine), action: "approve", ground: undefined }, me);
    await undo(decision, me);
    await lockThread({ action: "lock", comment: mine.id, ground: "topic", explanation: "" }, me);
    await steer(here.slug, SLOW, me);

    const theirs = await decide({ ...on(other), action: "approve", ground: undefined }, ada);
    for (const work of [
      () => decide({ ...on(other, theirs.decision), action: "reject", ground: "topic" }, me),
      () => undo(theirs.decision, me),
      () => lockThread({ action: "lock", comment: other.id, ground: "topic", explanation: "" }, me),
      () => steer(there.slug, SLOW, me),
    ])
      await expect(work()).rejects.toMatchObject(NOT_THEIRS);
  });

  test("sees its queue, its counts, its log and who looks at what in it, and nothing of another", async () => {
    const me = await asNow(hal);
    const [mine, other] = [await held(here), await held(there)];
    const ids = async (member: string) =>
      (await queuePage({ queue: "held", member, limit: 100 }, me)).items.map(({ id }) => id);
    expect(await ids(bo.handle)).toContain(mine.id);
    expect(await ids(bo.handle)).not.toContain(other.id);
    expect((await queuePage({ queue: "held", article: there.slug }, me)).items).toEqual([]);
    expect((await queueCounts(me)).held).toBeLessThan((await queueCounts(ada)).held);

    await claim(other.id, ada);
    expect(await claim(other.id, me)).toEqual({ claim: null });
    expect((await standings([mine.id, other.id], me)).map(({ id }) => id)).toEqual([mine.id]);
    await decide({ ...on(other), action: "reject", ground: "topic" }, ada);
    const log = await logPage({}, me);
    expect(new Set(log.items.map(({ article }) => article?.slug))).toEqual(new Set([here.slug]));
    expect((await articlesAtTheDesk(me)).map(({ slug }) => slug)).toEqual([here.slug]);
    await expect(moderatorsOf(there, me)).rejects.toMatchObject({ status: 403 });
  });

  test("decides together only about what is there, and cannot take back what was decided elsewhere", async () => {
    const me = await asNow(hal);
    const dan = await aMember({ name: "Dan" });
    const [mine, other] = [await aPlainComment(here, dan), await aPlainComment(there, dan)];
    const seen = await preview({ pick: [], member: dan.handle }, me);
    expect(seen.comments.map(({ comment }) => comment)).toEqual([mine.id]);
    const wish = {
      action: "reject",
      ground: "noise",
      explanation: "",
    } as const;
    expect(await decideInBulk({ ...wish, comments: await seenNow(mine, other) }, me)).toMatchObject({
      decided: 1,
      left: 1,
    });
    const { bulk } = await decideInBulk({ ...wish, comments: await seenNow(other) }, ada);
    await expect(undoBulk(bulk, me)).rejects.toMatchObject(NOT_THEIRS);
  });

  test("hears nothing of what happened elsewhere by trying to take it back", async () => {
    const me = await asNow(hal);
    const other = await aPlainComment(there, bo);
    const wish = { action: "reject", ground: "noise", explanation: "" } as const;
    const { decision } = await decide({ ...on(other), ...wish }, ada);
    await undo(decision, max);
    await expect(undo(decision, me)).rejects.toMatchObject(NOT_THEIRS);
    const { bulk } = await decideInBulk({ ...wish, comments: await seenNow(other) }, ada);
    await undoBulk(bulk, max);
    await expect(undoBulk(bulk, me)).rejects.toMatchObject(NOT_THEIRS);
  });

  test("learns of who wrote there what they did there, and not what was noted or decided about them", async () => {
    const me = await asNow(hal);
    const dee = await aMember({ name: "Dee" });
    for (const article of [here, there]) await aPlainComment(article, dee, { state: "held" });
    await note(dee.handle, "Seen before.", ada);
    const warning = { kind: "warning", ground: "topic", explanation: "", cleanUp: "none" } as const;
    await sanction(dee.handle, { ...warning, days: undefined }, ada);
    const cardFor = async (viewer: Member) =>
      (await queuePage({ queue: "held", member: dee.handle }, viewer)).items[0]?.author;
    expect(await cardFor(me)).toMatchObject({ handle: dee.handle, held: 1, notes: [], sanctions: [] });
    expect(await cardFor(ada)).toMatchObject({
      held: 2,
      notes: [{ words: "Seen before." }],
      sanctions: [{ kind: "warning" }],
    });
  });

  test("answers an appeal against another's decision there, and none elsewhere", async () => {
    const me = await asNow(hal);
    const appeals = [];
    for (const article of [here, there]) {
      const comment = await aPlainComment(article, bo);
      const { decision } = await decide({ ...on(comment), action: "reject", ground: "topic" }, ada);
      appeals.push((await appeal(decision, "It is about the question.", bo)).appeal);
    }
    const [mine = "", other = ""] = appeals;
    await expect(answer(other, { outcome: "refused", answer: "No." }, me)).rejects.toMatchObject({
      status: 403,
    });
    expect(await answer(mine, { outcome: "upheld", answer: "So it is." }, me)).toEqual({ outcome: "upheld" });
  });

  test("reads what waits there, and not what waits elsewhere", async () => {
    const me = await asNow(hal);
    const [mine, other] = [await held(here), await held(there)];
    expect((await getComment(mine.id, me)).html).not.toBe("");
    await expect(getComment(other.id, me)).rejects.toMatchObject({ status: 404 });
    const [at, elsewhere] = await Promise.all([
      viewerState(here.slug, [], me),
      viewerState(there.slug, [], me),
    ]);
    expect([at.can.moderate, elsewhere.can.moderate]).toEqual([true, false]);
    expect(at.waiting.map(({ id }) => id)).toContain(mine.id);
    expect(elsewhere.waiting).toEqual([]);
  });

  test("has no say about people, the site's settings, or who else moderates", async () => {
    const me = await asNow(hal);
    const ban = { kind: "ban", ground: "topic", explanation: "", days: undefined, cleanUp: "none" } as const;
    for (const work of [
      () => sanction(bo.handle, ban, me),
      () => note(bo.handle, "Seen before.", me),
      () => settingsFor(me),
      () => appoint({ slug: here.slug, handle: bo.handle }, me),
      () => dismiss({ slug: here.slug, handle: hal.handle }, me),
    ])
      await expect(work()).rejects.toMatchObject({ status: 403 });
  });
});

test("is appointed by an admin or the operator, and is one from the next request on until dismissed", async () => {
  const gil = await aMember({ name: "Gil" });
  const post = { slug: there.slug, handle: gil.handle };
  expect((await asNow(gil)).moderates).toBeUndefined();
  await expect(appoint(post, ada)).rejects.toMatchObject({ status: 403 });
  await appoint(post, OPERATOR);
  await appoint(post, max);
  const me = await asNow(gil);
  expect(me.moderates).toEqual([there.id]);
  expect((await moderatorsOf(there, me)).map(({ handle }) => handle)).toEqual([gil.handle]);
  await dismiss(post, max);
  expect((await asNow(gil)).moderates).toBeUndefined();
  await expect(dismiss(post, max)).rejects.toMatchObject({ status: 404 });
  await expect(appoint({ ...post, handle: ada.handle }, max)).rejects.toMatchObject({ status: 409 });
  await expect(appoint({ ...post, slug: "nowhere" }, max)).rejects.toMatchObject({ status: 404 });
});

test("a suspended one has no desk", async () => {
  const me = await asNow(hal);
  const silent = { ...me, suspension: { until: null, reason: "" } };
  await expect(queuePage({ queue: "held" }, silent)).rejects.toMatchObject({ status: 403 });
});
