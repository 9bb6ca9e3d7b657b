import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "@/domain/articles/commands";
import { deleteArticle } from "@/domain/articles/delete";
import { beginDraft, saveDraft } from "@/domain/articles/drafts/commands";
import { publishDraft } from "@/domain/articles/drafts/publish";
import { draftFor } from "@/domain/articles/drafts/queries";
import { operator } from "@/domain/articles/policy";
import { unpublish } from "@/domain/articles/unpublish";
import { anEditor } from "@/test/cast";
import { serve } from "@/test/serve";

const fresh = () => `tea-${randomBytes(6).toString("hex")}`;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

test("an accent's stylesheet is kept for good, and is no place to put anything else", async () => {
  const answer = await fetch(`${site.url}/site/accents/7a3b12`);
  expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(await answer.text()).toMatch(/--link:light-dark\(#7a3b12,#[0-9a-f]{6}\)/);
  for (const other of ["7A3B12", "red", "7a3b12;}*{display:none", "7a3b1"])
    expect((await fetch(`${site.url}/site/accents/${encodeURIComponent(other)}`)).status).toBe(404);
});

test("an article is found under an address it had, and a deleted one is gone", async () => {
  const eve = await anEditor();
  const [slug, moved] = [fresh(), fresh()];
  await publish(
    `---\ntitle: Tea\nslug: ${slug}\nstandfirst: S.\nauthor: Eve\ndate: 2026-11-23\n---\nText.\n`,
    operator,
  );
  const id = await beginDraft(slug, eve);
  const { version, fields } = await draftFor(id, eve);
  const saved = await saveDraft(id, { version, fields: { ...fields, slug: moved } }, eve);
  await publishDraft(id, { version: saved.version, revision: 1, correction: "" }, eve);
  for (const path of ["", "/comments"])
    expect((await fetch(`${site.url}/articles/${slug}${path}`)).status).toBe(200);
  expect(await (await fetch(`${site.url}/articles/${slug}`)).json()).toMatchObject({ slug: moved });
  await unpublish(moved, eve);
  expect((await fetch(`${site.url}/articles/${slug}`)).status).toBe(404);
  await deleteArticle(moved, eve);
  for (const one of [slug, moved]) expect((await fetch(`${site.url}/articles/${one}`)).status).toBe(410);
});

test("articles are listed by tag or by author, not by both", async () => {
  const [slug, tag] = [fresh(), `green tea ${randomBytes(4).toString("hex")}`];
  await publish(
    `---\ntitle: Tea\nslug: ${slug}\nstandfirst: S.\nauthor: Eve\ntags: [${tag}]\ndate: 2026-11-23\n---\nText.\n`,
    operator,
  );
  const of = (query: string) => fetch(`${site.url}/articles?${query}`);
  expect(await (await of(`tag=${encodeURIComponent(tag)}`)).json()).toMatchObject({
    items: [{ slug }],
    next: null,
  });
  expect((await of("author=Eve")).status).toBe(200);
  expect((await of("tag=nobody-uses-this")).status).toBe(404);
  expect((await of("tag=a&author=b")).status).toBe(400);
});
