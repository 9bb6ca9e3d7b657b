import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { serve } from "@/test/serve";

let site: Awaited<ReturnType<typeof serve>>;
const slug = `at-the-door-${randomBytes(6).toString("hex")}`;

beforeAll(async () => {
  site = await serve();
  await publish(
    `---\ntitle: At the door\nslug: ${slug}\nstandfirst: S.\nauthor: Bo\ndate: 2026-11-23\n---\nText.\n`,
    operator,
  );
});
afterAll(() => site.close());

test("an article can be read by anyone, and kept by whoever stands between", async () => {
  const answer = await fetch(`${site.url}/articles/${slug}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=2");
  const article: unknown = await answer.json();
  expect(article).toMatchObject({
    slug,
    title: "At the door",
    html: "<p>Text.</p>\n",
    minutes: 1,
    publishedAt: "2026-11-23T00:00:00.000Z",
    commentsState: "open",
    callToAction: null,
    closesAt: null,
  });
  expect(article).not.toHaveProperty("id");
});

test("an unknown article is 404, in words", async () => {
  const answer = await fetch(`${site.url}/articles/no-such-article`);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ detail: "Article not found." });
});

test("the list has it, and refuses a forged place and a field nobody knows", async () => {
  const list: unknown = await (await fetch(`${site.url}/articles`)).json();
  expect(list).toHaveProperty("items.0.slug");
  expect((await fetch(`${site.url}/articles?after=forged`)).status).toBe(400);
  expect((await fetch(`${site.url}/articles?before=x`)).status).toBe(400);
});
