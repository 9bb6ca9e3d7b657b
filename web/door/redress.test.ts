import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { answer } from "@/domain/moderation/appeals/commands";
import { signIn } from "@/domain/members/sign-in";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator, anAdmin, CAST_PASSWORD, type Player } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";
import { bannedAccessCookie } from "@/web/sessions/banned-access";

const site = await serve();
const { ask } = site;
let ada: Player, eve: Player;
beforeAll(async () => {
  [ada, eve] = await Promise.all([aModerator(), aModerator()]);
});
afterAll(() => site.close());

const cookieIn = (answer: HttpAnswer) =>
  answer.headers
    .getSetCookie()
    .map(pairOf)
    .find((pair) => pair.startsWith("moot-redress=")) ?? "";

async function aBan() {
  const dee = await aMember({ name: "Dee" });
  const article = await anEmptyArticle();
  const comment = await aComment(article, dee);
  const ban = {
    kind: "ban",
    ground: "person",
    explanation: "You called Cy a fool.",
    days: undefined,
  } as const;
  const { decision } = await sanction(dee.handle, { ...ban, cleanUp: "all" }, ada);
  const signIn = await ask("POST", "/session", "", { email: dee.email, password: CAST_PASSWORD });
  return { dee, article, comment, decision, signIn, cookie: cookieIn(signIn) };
}

test("a banned member signs in to the decisions about them, appeals, and comes back with what they wrote when they were right", async () => {
  const { dee, article, comment, decision, signIn, cookie } = await aBan();
  expect(signIn.status).toBe(403);
  expect(signIn.body).toMatchObject({ detail: "This account is closed: You called Cy a fool." });
  expect(signIn.headers.getSetCookie().join()).not.toContain("session-token");

  expect((await ask("GET", `/decisions/${decision}`, cookie)).body).toMatchObject({
    action: "ban",
    statement: { explanation: "You called Cy a fool." },
    can: { appeal: true },
  });
  const data = await ask("GET", "/account/data", cookie);
  expect(data.headers.get("content-disposition")).toContain(`${dee.handle}.json`);
  expect(data.body).toMatchObject({
    member: { handle: dee.handle, email: dee.email },
    votes: null,
    comments: [{ id: comment.id, state: "rejected", revisions: [{ number: 1 }] }],
  });

  const appealed = await ask("POST", `/decisions/${decision}/appeal`, cookie, {
    words: "It was a quotation.",
  });
  expect(appealed.status).toBe(201);
  const { appeal } = z.object({ appeal: z.uuid() }).parse(appealed.body);
  await expect(answer(appeal, { outcome: "upheld", answer: "So it was." }, ada)).rejects.toMatchObject({
    status: 403,
  });
  await answer(appeal, { outcome: "upheld", answer: "So it was." }, eve);

  // What was opened for the time of the ban is closed again, and the front door is open.
  expect((await ask("GET", `/decisions/${decision}`, cookie)).status).toBe(401);
  expect((await ask("POST", "/session", "", { email: dee.email, password: CAST_PASSWORD })).status).toBe(200);
  expect((await ask("GET", `/articles/${article.slug}/comments`, "")).text).toContain(comment.id);
});

test("and comes to nothing else with it: not to others' decisions, not to writing, and not by a cookie of their own making", async () => {
  const { article, comment, cookie, dee } = await aBan();
  const other = await aBan();
  expect((await ask("GET", `/decisions/${other.decision}`, cookie)).status).toBe(404);
  expect((await ask("GET", "/me", cookie)).body).toEqual({ member: null });
  expect(
    (await ask("POST", `/articles/${article.slug}/comments`, cookie, { body: "Still here?" })).status,
  ).toBe(401);
  expect((await ask("GET", "/account", cookie)).status).toBe(401);
  expect((await ask("PATCH", "/account", cookie, { bio: "Here." })).status).toBe(401);
  expect((await ask("DELETE", `/comments/${comment.id}`, cookie)).status).toBe(401);
  for (const forged of [`moot-redress=${dee.id}`, `${cookie}x`, "moot-redress=", "moot-redress=e30"])
    expect((await ask("GET", "/account/data", forged)).status, forged).toBe(401);
  const bo = await aMember({ name: "Bo" });
  // A member who is not banned has no use for it.
  const { token } = await signIn({ email: bo.email, password: CAST_PASSWORD });
  expect((await ask("GET", "/account/data", pairOf(bannedAccessCookie(token)))).status).toBe(401);
});

test("a moderator who is banned has no office left to read others' decisions with", async () => {
  const [mo, max, other] = [await aModerator(), await anAdmin(), await aBan()];
  const ban = { kind: "ban", ground: "person", explanation: "", days: undefined, cleanUp: "none" } as const;
  const { decision } = await sanction(mo.handle, ban, max);
  const cookie = cookieIn(await ask("POST", "/session", "", { email: mo.email, password: CAST_PASSWORD }));
  expect((await ask("GET", `/decisions/${decision}`, cookie)).status).toBe(200);
  expect((await ask("GET", `/decisions/${other.decision}`, cookie)).status).toBe(404);
});

test("a plain form leads there too, and signing out forgets it", async () => {
  const { dee, cookie } = await aBan();
  const form = new URLSearchParams({
    email: dee.email,
    password: CAST_PASSWORD,
    _return: "/sign-in?next=%2Finbox",
  });
  const signIn = await ask("POST", "/session", null, form);
  expect([signIn.status, signIn.headers.get("location")]).toEqual([303, "/sign-in?next=%2Finbox"]);
  expect(cookieIn(signIn)).not.toBe("");
  expect(cookieIn(await ask("DELETE", "/session", cookie))).toBe("moot-redress=");
  // Whoever kept a copy of it comes to nothing.
  expect((await ask("GET", "/account/data", cookie)).status).toBe(401);
  expect((await ask("GET", "/account/data", cookieIn(signIn))).status).toBe(200);
});

test("a member takes a copy of everything that is theirs, and of nothing that is another's", async () => {
  const [bo, cy] = await Promise.all([aMember({ name: "Bo" }), aMember({ name: "Cy" })]);
  const article = await anEmptyArticle();
  const mine = await aComment(article, bo);
  const theirs = await aComment(article, cy);
  const data = (await ask("GET", "/account/data", bo)).text;
  expect(data).toContain(mine.id);
  expect(data).not.toContain(theirs.id);
  expect(data).not.toContain(cy.handle);
  expect(JSON.parse(data)).toMatchObject({ votes: [] });
});
