import { beforeAll, expect, test } from "vitest";
import { memberBySession } from "@/domain/members/queries";
import { appoint } from "@/domain/moderation/moderators/commands";
import { report } from "@/domain/moderation/reports/commands";
import { note } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator, anAdmin, anEstablishedReader, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { cardOf } from "./member-cards";
import { queuePage } from "./queries";
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
