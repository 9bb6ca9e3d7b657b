import { beforeAll, expect, test } from "vitest";
import { memberBySession } from "@/domain/members/queries";
import { appoint } from "@/domain/moderation/moderators/commands";
import { report } from "@/domain/moderation/reports/commands";
import { note } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator, anAdmin, anEstablishedReader, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { appeal } from "@/domain/moderation/appeals/commands";
import { decide } from "@/domain/moderation/decisions/commands";
import { claim, release } from "./commands";
import { cardOf } from "./member-cards";
import { queuePage, standings, waiting } from "./queries";
import { QueueQuery } from "./schema";

let ada: Player, bo: Player, hal: Player, max: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, bo, hal, max] = await Promise.all([
    aModerator(),
    anEstablishedReader(),
    aMember({ name: "Hal" }),
    anAdmin(),
  ]);
  article = await aPlainArticle();
  await appoint({ slug: article.slug, handle: hal.handle }, max);
});
const reported = async (viewer: Player) => {
  const now = await memberBySession(viewer.sessionToken);
  const query = QueueQuery.parse({ queue: "reported", article: article.slug });
  return (await queuePage(query, now ?? viewer)).items;
};
const WORDS = { law: "", name: "", email: "", goodFaith: false } as const;
const NOTICE = {
  reason: "illegal",
  detail: "It says that I was convicted.",
  law: "defamation",
  name: "Nora Notifier",
  email: "nora@example.org",
  goodFaith: true,
} as const;

test("whoever moderates does not learn who reported them, or what was said", async () => {
  for (const author of [hal, ada, max]) {
    const comment = await aPlainComment(article, author);
    await report(comment.id, { ...WORDS, reason: "person", detail: "About them." }, bo);
    await report(comment.id, NOTICE, null);
    const about = async (viewer: Player) =>
      (await reported(viewer)).find((item) => item.comment?.id === comment.id);
    expect(await about(author)).toMatchObject({ reports: [], can: { decide: false } });
    const judge = author === max ? await anAdmin() : author === ada ? max : ada;
    expect((await about(judge))?.reports.map(({ by }) => by)).toEqual([bo.name, null]);
  }
});

test("nobody reads the reports of what only somebody higher decides about", async () => {
  const comment = await aPlainComment(article, max);
  await report(comment.id, { ...WORDS, reason: "person", detail: "About them." }, bo);
  const item = (await reported(ada)).find((one) => one.comment?.id === comment.id);
  expect(item).toMatchObject({ reports: [], can: { decide: false } });
});

test("a notifier's name and address are for the site's moderators", async () => {
  const comment = await aPlainComment(article, bo);
  await report(comment.id, NOTICE, null);
  const notice = async (viewer: Player) =>
    (await reported(viewer)).find((item) => item.comment?.id === comment.id)?.reports[0]?.notice;
  expect(await notice(hal)).toMatchObject({ law: "defamation", name: "", email: "" });
  expect(await notice(ada)).toMatchObject({ name: NOTICE.name, email: NOTICE.email });
});

test("notes about a moderator are for the others", async () => {
  await note(ada.handle, "Be careful.", max);
  expect((await cardOf(ada.handle, ada))?.notes).toEqual([]);
  expect((await cardOf(ada.handle, max))?.notes.map(({ words }) => words)).toEqual(["Be careful."]);
  const [{ at } = { at: "" }] = (await cardOf(ada.handle, max))?.notes ?? [];
  expect(at).toBe(new Date(at).toISOString());
});

/** Who, of what, may claim and read: an item that one may not judge is nobody's to claim, and tells nothing of who looks at it. */
const SEATS = [
  { who: "its author, who moderates", author: "ada", viewer: "ada", claims: false, sees: false },
  { who: "its author, who moderates this article", author: "hal", viewer: "hal", claims: false, sees: false },
  { who: "its author, an admin", author: "max", viewer: "max", claims: false, sees: false },
  { who: "a moderator, of an admin's words", author: "max", viewer: "ada", claims: false, sees: true },
  { who: "another moderator", author: "bo", viewer: "ada", claims: true, sees: true },
  { who: "an admin, of a moderator's words", author: "ada", viewer: "max", claims: true, sees: true },
] as const;

test.each(SEATS)("a comment: $who claims it: $claims, sees who looks at it: $sees", async (seat) => {
  const cast = { ada, bo, hal, max };
  const now = await memberBySession(cast[seat.viewer].sessionToken);
  const viewer = { ...cast[seat.viewer], ...now, sessionToken: cast[seat.viewer].sessionToken };
  const comment = await aPlainComment(article, cast[seat.author]);
  await report(comment.id, { ...WORDS, reason: "person", detail: "" }, await anEstablishedReader());
  if (seat.claims) expect((await claim(comment.id, viewer)).claim?.mine).toBe(true);
  else await expect(claim(comment.id, viewer)).rejects.toMatchObject({ status: 403 });
  await release(comment.id, viewer);
  const other = await anAdmin();
  await claim(comment.id, other);
  const item = (await reported(viewer)).find((one) => one.comment?.id === comment.id);
  const [standing] = await standings([comment.id], viewer);
  const told = seat.sees ? other.name : undefined;
  expect([item?.claim?.by, standing?.claim?.by]).toEqual([told, told]);
});

test("an appeal is claimed by who may answer it: neither who appeals nor who decided", async () => {
  const author = await aModerator();
  const comment = await aPlainComment(article, author);
  const { decision } = await decide(
    {
      action: "reject",
      comment: comment.id,
      revision: 1,
      ground: "person",
      explanation: "",
      seen: undefined,
    },
    ada,
  );
  const { appeal: id } = await appeal(decision, "It was meant kindly.", author);
  for (const one of [author, ada]) await expect(claim(id, one)).rejects.toMatchObject({ status: 403 });
  expect((await claim(id, max)).claim).toMatchObject({ mine: true });
  const mine = (await queuePage(QueueQuery.parse({ queue: "appeals" }), author)).items.find(
    (item) => item.id === id,
  );
  expect(mine?.claim ?? null).toBeNull();
});

test("an appeal counts as work for who may answer it, and not for who decided", async () => {
  const [author, judge] = [await aMember(), await aModerator()];
  const other = await aModerator();
  const comment = await aPlainComment(article, author);
  const wish = { action: "reject", comment: comment.id, revision: 1, ground: "person" } as const;
  const { decision } = await decide({ ...wish, explanation: "", seen: undefined }, judge);
  const [forJudge, forOther] = [await waiting(judge), await waiting(other)];
  await appeal(decision, "It was meant kindly.", author);
  expect(await waiting(judge)).toBe(forJudge);
  expect(await waiting(other)).toBe(forOther + 1);
});
