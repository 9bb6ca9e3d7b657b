import { afterAll, beforeAll, expect, test } from "vitest";
import { changeChoice, mailChoiceOf } from "@/domain/inbox/mails/choices";
import { stopPlace } from "@/domain/inbox/mails/unsubscribe";
import { endMailsToken, TOKEN_DAYS } from "@/domain/inbox/mails/token";
import { encrypt } from "@/platform/encryption";
import { database } from "@/platform/database";
import { aMember, type Player } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";

const site = await serve();
const { ask } = site;
let bo: Player;
let token: string;
beforeAll(async () => {
  await database().rateWindow.deleteMany();
  bo = await aMember({ name: "Bo" });
  token = endMailsToken(bo.id, null, bo.email);
});
afterAll(() => site.close());

const mailed = async (kind: string) =>
  (await mailChoiceOf(bo)).kinds.find((one) => one.kind === kind)?.mailed;
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

test("a link in a mail ends mails of one kind without a session, says whether it was so, and takes it back", async () => {
  const first = await ask("POST", "/unsubscribe", null, form({ token, stop: "reply" }));
  expect([first.status, first.headers.get("location")]).toEqual([
    303,
    `/unsubscribe?token=${token}&stop=reply&said=stopped`,
  ]);
  expect(await mailed("reply")).toBe(false);
  const again = await ask("POST", "/unsubscribe", null, form({ token, stop: "reply" }));
  expect(again.headers.get("location")).toContain("said=before");
  const back = await ask("POST", "/unsubscribe/undo", null, form({ token, stop: "reply" }));
  expect(back.headers.get("location")).toContain("said=undone");
  expect(await mailed("reply")).toBe(true);
});

test("a mail program ends them by one POST, as a form of either kind, and opening the same address changes nothing", async () => {
  const path = `/unsubscribe/one-click?token=${token}`;
  const opened = await ask("GET", path, null);
  expect([opened.status, opened.headers.get("refresh")]).toEqual([
    200,
    `0; url=/unsubscribe?token=${token}&stop=all`,
  ]);
  expect((await mailChoiceOf(bo)).none).toBe(false);
  const posted = await ask("POST", path, null, form({ "List-Unsubscribe": "One-Click" }));
  expect([posted.status, posted.text]).toEqual([200, "Unsubscribed.\n"]);
  expect((await mailChoiceOf(bo)).none).toBe(true);
  await changeChoice(database(), bo.id, (choice) => ({ ...choice, none: false }));
  const parts = new FormData();
  parts.set("List-Unsubscribe", "One-Click");
  const multipart = await fetch(site.url + path, { method: "POST", body: parts });
  expect(multipart.status).toBe(200);
  expect((await mailChoiceOf(bo)).none).toBe(true);
});

test("a discussion is muted by its mail's link, and by no other", async () => {
  const article = await anEmptyArticle();
  const ofIt = endMailsToken(bo.id, article.id, bo.email);
  const said = () => database().following.findFirst({ where: { memberId: bo.id, articleId: article.id } });
  expect((await ask("POST", "/unsubscribe", null, { token: ofIt, stop: "discussion" })).status).toBe(204);
  expect((await said())?.state).toBe("muted");
  expect((await ask("POST", "/unsubscribe/undo", null, { token: ofIt, stop: "discussion" })).status).toBe(
    204,
  );
  expect((await said())?.state).toBe("followed");
  const other = await ask("POST", "/unsubscribe", null, { token, stop: "discussion" });
  expect([other.status, other.text]).toEqual([422, expect.stringContaining("not about a discussion")]);
});

test("under an article that was taken from readers the page names it no more", async () => {
  const article = await anEmptyArticle();
  const ofIt = endMailsToken(bo.id, article.id, bo.email);
  expect(await stopPlace(ofIt)).toMatchObject({ article: { slug: article.slug } });
  await database().article.update({ where: { id: article.id }, data: { unpublishedAt: new Date() } });
  expect(await stopPlace(ofIt)).toEqual({ handle: bo.handle, article: null });
});

test("a forged link, one for something else, an old one and one of another address are met in words, and open nothing", async () => {
  const day = Math.floor(Date.now() / 86_400_000) - TOKEN_DAYS - 1;
  const cases: [string, string][] = [
    ["nonsense", "not one of ours"],
    [`${token.slice(0, -2)}AA`, "not one of ours"],
    [encrypt("mail", JSON.stringify([bo.id, null, day, ""])), "not one of ours"],
    [encrypt("end mails", JSON.stringify([bo.id, null, day, ""])), "more than a year old"],
    [endMailsToken(bo.id, null, "earlier@example.org"), "a different address"],
    [endMailsToken("01890000-0000-7000-8000-000000000000", null, bo.email), "has been deleted"],
  ];
  for (const [wrong, words] of cases) {
    const answer = await ask("POST", "/unsubscribe", null, { token: wrong, stop: "mention" });
    expect([answer.status >= 400, answer.text], words).toEqual([true, expect.stringContaining(words)]);
  }
  expect(await mailed("mention")).toBe(true);
  expect((await ask("GET", "/account/mail", token)).status).toBe(401);
});
