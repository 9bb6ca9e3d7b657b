import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { database } from "@/platform/database";
import { serve } from "@/test/serve";
import { anEmptyArticle, type AnArticle } from "@/test/discussion";
import { voters, type Voter } from "@/test/voters";

const site = await serve();
const { ask } = site;
let article: AnArticle;
beforeAll(async () => {
  article = await anEmptyArticle();
});
afterAll(() => site.close());

const someone = async (): Promise<Voter> => (await voters(1))[0] as Voter;

const Posted = z.object({
  comment: z.object({ id: z.uuid(), revision: z.number(), html: z.string(), state: z.string() }),
});
const Problem = z.object({
  status: z.number(),
  detail: z.string().min(10),
  fields: z.record(z.string(), z.string()).optional(),
});
const inArticle = () => `/articles/${article.slug}/comments`;
const posted = async (as: Voter, body: object = { body: `Something ${Math.random()} of my own.` }) =>
  Posted.parse((await ask("POST", inArticle(), as, body)).body).comment;

describe("a comment's life through the door", () => {
  test("posted, read, edited, reacted to, withdrawn, brought back", async () => {
    const [bo, cy] = [await someone(), await someone()];
    const made = await ask("POST", inArticle(), bo, { body: "The first *word*." });
    expect(made.status).toBe(201);
    const { id } = Posted.parse(made.body).comment;
    expect(made.headers.get("location")).toBe(`/comments/${id}`);
    expect(
      (await ask("PATCH", `/comments/${id}`, bo, { body: "The second word.", revision: 1 })).body,
    ).toMatchObject({ comment: { revision: 2 } });
    expect((await ask("PUT", `/comments/${id}/reaction`, cy, { kind: "respect" })).body).toEqual({
      reaction: "respect",
      reactions: { respect: 1, unconvinced: 0 },
    });
    expect((await ask("DELETE", `/comments/${id}/reaction`, cy)).body).toMatchObject({ reaction: null });
    expect((await ask("GET", `/comments/${id}/history`, null)).body).toMatchObject({
      steps: [{ number: 1 }, { number: 2 }],
    });
    expect((await ask("DELETE", `/comments/${id}`, bo)).body).toMatchObject({
      comment: { state: "withdrawn", html: "" },
    });
    expect((await ask("POST", `/comments/${id}/restore`, bo, {})).body).toMatchObject({
      comment: { state: "visible" },
    });
    expect((await ask("GET", `/comments/${id}`, null)).body).toMatchObject({
      comment: { id },
      ancestors: [],
      skipped: 0,
    });
  });

  test("the same key posts once, whether it is sent twice in turn or twice at once", async () => {
    const bo = await someone();
    const twice = () =>
      ask("POST", inArticle(), bo, { body: "Only once, please." }, { "idempotency-key": "once" });
    const [one, other] = await Promise.all([twice(), twice()]);
    expect([one.status, other.status].filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect((await twice()).body).toEqual(one.status === 201 ? one.body : other.body);
    expect(await database().comment.count({ where: { authorId: bo.id } })).toBe(1);
  });

  test("a plain form posts the same fields and is sent to its comment", async () => {
    const bo = await someone();
    const form = new URLSearchParams({ body: "Typed into a plain form.", parentId: "", _return: "" });
    const answer = await ask("POST", inArticle(), bo, form.toString(), {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/comments\//);
  });

  test("the overlay says who I am, what is mine, and how the poll stands for me", async () => {
    const bo = await someone();
    const { id } = await posted(bo);
    const { body } = await ask("GET", `/articles/${article.slug}/viewer?ids=${id}`, bo);
    expect(body).toMatchObject({
      member: { handle: bo.handle },
      discussion: { comments: { [id]: { can: { edit: true, react: false } } } },
      poll: null,
    });
    expect((await ask("GET", `/articles/${article.slug}/viewer`, null)).body).toMatchObject({
      member: null,
      discussion: { can: { comment: false } },
    });
  });

  test("a preview is what would be shown", async () => {
    const bo = await someone();
    expect((await ask("POST", "/preview", bo, { body: "**So** <b>it</b> is" })).body).toEqual({
      html: "<p><strong>So</strong> &lt;b&gt;it&lt;/b&gt; is</p>\n",
    });
  });
});

describe("bad input gets a right status and a sentence, never a 500", () => {
  const nobody = "01890000-0000-7000-8000-000000000000";
  test.each<[string, unknown, number]>([
    ["no body", {}, 422],
    ["an empty body", { body: "" }, 422],
    ["a blank body", { body: " \n\t\u00a0\u200b" }, 422],
    ["Markdown that shows nothing", { body: "> \n\n**" }, 422],
    ["10,001 characters", { body: "é".repeat(10_001) }, 422],
    ["a body of 60 kB", { body: "x".repeat(60_000) }, 422],
    ["an array for a body", { body: ["a"] }, 422],
    ["an object for a body", { body: { toString: "a" } }, 422],
    ["an unknown field", { body: "Fine words.", state: "visible" }, 422],
    ["a parent that is no id", { body: "Fine words.", parentId: "1; DROP TABLE comment" }, 422],
    ["a parent that is not there", { body: "Fine words.", parentId: nobody }, 422],
    ["a stance without a poll", { body: "Fine words.", showStance: true }, 422],
    ["no JSON", "{", 400],
    ["a field called __proto__", '{"body":"a b c","__proto__":{"parentId":"x"}}', 400],
  ])("%s", async (_, body, status) => {
    const bo = await someone();
    const answer = await ask("POST", inArticle(), bo, body);
    expect(answer.status).toBe(status);
    expect(Problem.parse(answer.body).status).toBe(status);
  });

  test("NUL, overrides and towers are kept as what can be read of them; half a letter is refused in words", async () => {
    const bo = await someone();
    const { html } = await posted(bo, { body: `a\u0000b \u202eevil ${"e" + "\u0301".repeat(50)} 👨‍👩‍👧‍👦` });
    expect(html).not.toMatch(/[\0\u202e]/);
    expect(html).toContain("👨‍👩‍👧‍👦");
    expect(html.length).toBeLessThan(60);
    const half = await ask("POST", inArticle(), bo, { body: "Half a letter \ud800 is none." });
    expect(half).toMatchObject({
      status: 422,
      body: { detail: expect.stringMatching(/character we cannot store/) as unknown },
    });
  });

  test.each([
    ["?sort=worst", 400],
    ["?limit=0", 400],
    ["?limit=51", 400],
    ["?after=hello", 400],
    ["?parent=1", 400],
    [`?parent=${nobody}`, 404],
    ["?sort=best&sort=newest", 400],
    ["?other=1", 400],
  ])("a page %s", async (query, status) => {
    const answer = await ask("GET", inArticle() + query, null);
    expect(answer.status).toBe(status);
    expect(Problem.parse(answer.body).status).toBe(status);
  });

  test("signed out, everything that writes asks to sign in", async () => {
    const { id } = await posted(await someone());
    for (const [method, path, body] of [
      ["POST", inArticle(), { body: "Me too." }],
      ["PATCH", `/comments/${id}`, { body: "Me too.", revision: 1 }],
      ["DELETE", `/comments/${id}`, undefined],
      ["POST", `/comments/${id}/restore`, {}],
      ["PUT", `/comments/${id}/reaction`, { kind: "respect" }],
      ["DELETE", `/comments/${id}/reaction`, undefined],
      ["DELETE", `/comments/${id}/stance`, undefined],
      ["PUT", `/articles/${article.slug}/visit`, {}],
      ["POST", "/preview", { body: "Me too." }],
    ] as const)
      expect([path, (await ask(method, path, null, body)).status]).toEqual([path, 401]);
  });
});
