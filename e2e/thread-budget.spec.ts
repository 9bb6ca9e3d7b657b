import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { publishAnArticle } from "./articles";

/** What a reader is sent, whatever the thread holds. Counts, so they are asserted; times are measured by the bench. */

const run = promisify(execFile);
const KB = 1_000;
const COMMENTS = 2_000;

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
  const slug = article.split("/").at(-1) ?? "";
  const words = ["bin/moot.mjs", "seed", "thread", "--article", slug, "--comments", String(COMMENTS)];
  await run(process.execPath, words);
});

test(`the first view of ${COMMENTS} comments: 60 of them, 1,500 elements, 80 KB, and 180 KB of script and style`, async ({
  page,
}) => {
  const sizes = { document: 0, assets: 0 };
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    const size = Number(response.headers()["content-length"] ?? 0);
    if (kind === "document") sizes.document += size;
    if (kind === "script" || kind === "stylesheet") sizes.assets += size;
  });
  await page.goto(article, { waitUntil: "load" });
  const comments = await page.locator('#discussion li[id^="c-"]').count();
  expect(comments).toBeGreaterThan(20);
  expect(comments).toBeLessThanOrEqual(60);
  expect(await page.locator("*").count()).toBeLessThanOrEqual(1_500);
  expect(sizes.document).toBeGreaterThan(0);
  expect(sizes.document).toBeLessThanOrEqual(80 * KB);
  expect(sizes.assets).toBeGreaterThan(0);
  expect(sizes.assets).toBeLessThanOrEqual(180 * KB);
});

test("each further page is at most 15 KB, and no comment comes twice", async ({ page }) => {
  await page.goto(article);
  for (let nth = 0; nth < 3; nth++) {
    const answered = page.waitForResponse(/\/comments\?.*after=/);
    await page.getByRole("link", { name: "Show more comments" }).click();
    expect(Number((await answered).headers()["content-length"])).toBeLessThanOrEqual(15 * KB);
    await expect(page.locator("li:focus")).toBeVisible();
  }
  const ids = await page
    .locator('#discussion li[id^="c-"]')
    .evaluateAll((items) => items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(100);
});
