import { afterAll, beforeAll, expect, test } from "vitest";
import { agreedForm } from "@/test/sign-up-form";
import { database } from "@/platform/database";
import { aMember, CAST_PASSWORD, type Player } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";

const site = await serve();
const { ask } = site;
let bo: Player, cy: Player;
let article: Awaited<ReturnType<typeof anEmptyArticle>>;
let comment: { id: string };
beforeAll(async () => {
  [bo, cy] = [await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
  article = await anEmptyArticle({ poll: "after_vote" });
  comment = await aComment(article, bo);
});
afterAll(() => site.close());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const HTML = { accept: "text/html" };
const cookiesOf = ({ headers }: HttpAnswer): string => headers.getSetCookie().map(pairOf).join("; ");
const there = ({ headers }: HttpAnswer): URL => new URL(headers.get("location") ?? "", "http://moot.invalid");
const keptIn = (url: URL): string => url.searchParams.get("kept") ?? "";

/** A plain form by somebody signed out. @returns the browser's cookies, and what the sign-in form sends along */
async function metSignIn(path: string, fields: Record<string, string>) {
  const answer = await ask("POST", path, null, form(fields), HTML);
  expect([answer.status, there(answer).pathname]).toEqual([303, "/sign-in"]);
  const next = there(answer).searchParams.get("next") ?? "";
  return { cookies: cookiesOf(answer), next, finish: keptIn(new URL(next, "http://moot.invalid")) };
}

const signIn = (who: Player, cookies: string, finish: string, password = CAST_PASSWORD) =>
  ask(
    "POST",
    "/session",
    cookies,
    form({ email: who.email, password, _finish: finish, _return: "/rules" }),
    HTML,
  );

const reactions = (who: Player) => database().reaction.count({ where: { memberId: who.id } });
const takeBack = () => ask("DELETE", `/comments/${comment.id}/reaction`, cy);
const RESPECT = { _method: "put", kind: "respect", _return: "/rules#here" };

test("what met a sign-in is done by signing in, once, and said where it leads", async () => {
  const { cookies, finish } = await metSignIn(`/comments/${comment.id}/reaction`, RESPECT);
  const wrong = await signIn(cy, cookies, finish, "not the password");
  expect(there(wrong).pathname).toBe("/rules");
  expect(await reactions(cy)).toBe(0);
  const done = await signIn(cy, cookies, finish);
  expect([done.status, there(done).pathname, there(done).hash]).toEqual([303, "/rules", "#here"]);
  expect(await reactions(cy)).toBe(1);
  expect(cookiesOf(done)).toContain("session-token");
  await takeBack();
  expect(keptIn(there(await signIn(cy, cookies, finish)))).toBe("");
  expect(await reactions(cy)).toBe(0);
});

test("a reply is posted as whoever signs up, and a report is sent", async () => {
  const reply = await metSignIn(`/articles/${article.slug}/comments`, {
    body: "A thought from outside.",
    parentId: comment.id,
    _back: `/articles/${article.slug}/reply`,
    _key: "once",
  });
  const gil = {
    handle: `gil-${Date.now()}`,
    email: `gil-${Date.now()}@example.org`,
    password: CAST_PASSWORD,
  };
  const signedUp = await ask(
    "POST",
    "/members",
    reply.cookies,
    form({
      ...gil,
      name: "Gil",
      ...(await agreedForm()),
      _finish: reply.finish,
      _return: "/sign-up",
    }),
    HTML,
  );
  const [, , id = ""] = there(signedUp).pathname.split("/");
  expect(await database().comment.findUnique({ where: { id }, include: { author: true } })).toMatchObject({
    source: "A thought from outside.",
    parentId: comment.id,
    author: { handle: gil.handle },
  });

  const report = await metSignIn(`/comments/${comment.id}/reports`, {
    reason: "person",
    _back: `/comments/${comment.id}/report`,
  });
  const reported = await signIn(cy, report.cookies, report.finish);
  expect(there(reported).searchParams.get("receipt")).toMatch(/-/);
  expect(await database().report.count({ where: { commentId: comment.id, reporterId: cy.id } })).toBe(1);
});

test("whoever only wanted to look at their words first finds them again, and nothing is posted", async () => {
  const look = await metSignIn(`/articles/${article.slug}/comments`, {
    body: "Half a thought.",
    _look: "1",
    _back: `/articles/${article.slug}/reply`,
  });
  expect(there(await signIn(cy, look.cookies, look.finish)).pathname).toBe("/rules");
  expect(await database().comment.count({ where: { source: "Half a thought." } })).toBe(0);
});

test("another browser does nothing with it, and one's own still does", async () => {
  const { cookies, finish } = await metSignIn(`/comments/${comment.id}/reaction`, RESPECT);
  const strange = await metSignIn(`/comments/${comment.id}/reaction`, RESPECT);
  for (const other of ["", strange.cookies]) expect(keptIn(there(await signIn(cy, other, finish)))).toBe("");
  expect(await reactions(cy)).toBe(0);
  await signIn(cy, cookies, finish);
  expect(await reactions(cy)).toBe(1);
  await takeBack();
});

test("a vote waits to be confirmed, and what may not be done is refused with its reason", async () => {
  const vote = await metSignIn(`/articles/${article.slug}/poll/vote`, {
    _method: "put",
    option: "approach",
    _return: `/articles/${article.slug}/vote`,
  });
  expect(there(await signIn(cy, vote.cookies, vote.finish)).pathname).toBe("/rules");
  expect(await ask("GET", `/articles/${article.slug}/poll`, cy)).toMatchObject({
    body: { mine: { voted: false } },
  });

  const own = await metSignIn(`/comments/${comment.id}/reaction`, {
    ...RESPECT,
    _back: `/comments/${comment.id}`,
  });
  const refused = await signIn(bo, own.cookies, own.finish);
  expect(there(refused).pathname).toBe(`/comments/${comment.id}`);
  expect(keptIn(there(refused))).not.toBe("");
  expect(await reactions(bo)).toBe(0);
});
