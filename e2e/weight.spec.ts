import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test, type APIResponse, type Page } from "@playwright/test";
import { runNode, typescript } from "@/scripts/children";

/**
 * The promise of size: what a reader is sent does not grow with the discussion. Bytes as a brotli-compressed answer. Named so
 * that it is played last: its 20,000 comments all wait at the moderators' desk, in the way of other stories.
 */

const SLUG = "a-question-with-20000-answers";
const ARTICLE = `/articles/${SLUG}`;
const FILE = `---
title: A question with twenty thousand answers
slug: ${SLUG}
standfirst: What a reader is sent does not grow with the discussion.
author: The Moot editors
date: 2025-01-01
poll:
  question: Does it?
  results: after_vote
  options:
    - { key: "yes", label: It does }
    - { key: "no", label: It does not }
---

${"An article of ordinary length has some hundreds of words, and this one has as many as that. ".repeat(60)}
`;

const FIRST_VIEW_COMMENTS = 60;
const HTML_BYTES = 80_000;
const SCRIPT_AND_STYLE_BYTES = 180_000;
const ELEMENTS = 1_500;
const MORE_BYTES = 15_000;
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "moot-budgets-"));
  const file = join(folder, "article.md");
  writeFileSync(file, FILE);
  await moot("article", "publish", file);
  rmSync(folder, { recursive: true });
  await moot("seed", "thread", "--article", SLUG, "--comments", "20000", "--wide", "5000", "--deep", "500");
});

const moot = (...words: string[]): Promise<string> => runNode([...typescript, "bin/moot.ts", ...words]);

test("the first view of 20,000 comments is at most 80 KB, 60 comments and 1,500 elements", async ({
  page,
}) => {
  const html = await (await page.request.get(ARTICLE)).body();
  expect(compressed(html)).toBeLessThan(HTML_BYTES);

  await page.goto(ARTICLE);
  expect(await page.locator("*").count()).toBeLessThanOrEqual(ELEMENTS);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("[id]")]
      .map(({ id }) => id)
      .filter((id) => /[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)),
  );
  expect(new Set(ids).size).toBeGreaterThan(0);
  expect(new Set(ids).size).toBeLessThanOrEqual(FIRST_VIEW_COMMENTS);
});

test("its script and styles are at most 180 KB together", async ({ page }) => {
  const bytes = await scriptsAndStyles(page);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(SCRIPT_AND_STYLE_BYTES);
});

test("each further page of it is at most 15 KB", async ({ request }) => {
  const path = `/api/v1${ARTICLE}/comments`;
  let after = "";
  for (let nth = 0; nth < 3; nth++) {
    const answer = await request.get(`${path}?limit=20${after}`);
    expect(compressed(await answer.body())).toBeLessThan(MORE_BYTES);
    after = `&after=${encodeURIComponent(await nextOf(answer))}`;
  }
});

const compressed = (body: Buffer): number => brotliCompressSync(body).length;

async function nextOf(answer: APIResponse): Promise<string> {
  const { next } = (await answer.json()) as { next: string };
  expect(next).toEqual(expect.any(String));
  return next;
}

/** Everything the page asks for until it is quiet. */
async function scriptsAndStyles(page: Page): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (["script", "stylesheet"].includes(response.request().resourceType())) bodies.push(response.body());
  });
  await page.goto(ARTICLE);
  await page.waitForLoadState("networkidle");
  return (await Promise.all(bodies)).reduce((sum, body) => sum + compressed(body), 0);
}
