import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { login } from "./cast";
import { awake, field, item, once, own, says, signIn, someone } from "./discussion";
import { moot } from "./moot";
import { expect, test } from "./story";
import { effort } from "@/test/effort";
import { aPicture } from "@/test/pictures";

/**
 * The promise of size: 20,000 comments (in the short run, some thousand) are as light to load and as easy to read as twenty. Named so
 * that it is played after all stories of the moderators' desk, where its comments wait, and not last of all.
 */

const MANY = effort(2_500, 20_000);
const WIDE = effort(600, 5_000);
const SLUG = "a-question-with-20000-answers";
const ARTICLE = `/articles/${SLUG}`;
const FILE = `---
title: A question with twenty thousand answers
slug: ${SLUG}
standfirst: What a reader is sent does not grow with the discussion.
author: The Moot editors
date: 2025-01-01
picture:
  src: ./top.jpg
  alt: Noise
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
const FONT_BYTES = 34_000;
/** How many more pixels across a picture may have than are shown of it. */
const PICTURE_RATIO = 1.5;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "moot-budgets-"));
  const file = join(folder, "article.md");
  writeFileSync(file, FILE);
  writeFileSync(join(folder, "top.jpg"), await aPicture({ width: 2_000, height: 800 }));
  await moot("article", "publish", file);
  rmSync(folder, { recursive: true });
  const shape = ["--comments", String(MANY), "--wide", String(WIDE), "--deep", "500"];
  await moot("seed", "thread", "--article", SLUG, ...shape);
});

const comments = (page: Page): Locator => page.locator('#discussion li[id^="c-"]');
const idsOf = (list: Locator): Promise<string[]> => list.evaluateAll((all) => all.map(({ id }) => id));

test(`the first view of ${MANY} comments is at most 80 KB, 60 comments and 1,500 elements`, async ({
  page,
}) => {
  expect(compressed(await (await page.request.get(ARTICLE)).body())).toBeLessThan(HTML_BYTES);
  await page.goto(ARTICLE);
  expect(await page.locator("*").count()).toBeLessThanOrEqual(ELEMENTS);
  const ids = await idsOf(comments(page));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.length).toBeLessThanOrEqual(FIRST_VIEW_COMMENTS);
  expect(new Set(ids).size).toBe(ids.length);
});

test("its script and styles are at most 180 KB together", async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (["script", "stylesheet"].includes(response.request().resourceType())) bodies.push(response.body());
  });
  await page.goto(ARTICLE);
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + compressed(body), 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(SCRIPT_AND_STYLE_BYTES);
});

test("before its first paragraph one typeface of at most 34 KB is asked for, and no script", async ({
  request,
}) => {
  const answer = await request.get(ARTICLE);
  const fonts = Array.from(
    (answer.headers().link ?? "").matchAll(/<([^>]+\.woff2)>/g),
    ([, href = ""]) => href,
  );
  expect(fonts).toHaveLength(1);
  expect((await (await request.get(fonts[0] ?? "")).body()).length).toBeLessThan(FONT_BYTES);
  const withSource = (await answer.text()).match(/<script[^>]* src="[^>]*>/g) ?? [];
  expect(withSource.filter((script) => !script.includes("noModule"))).toEqual([]);
});

for (const [viewport, deviceScaleFactor] of [
  [{ width: 360, height: 740 }, 2],
  [{ width: 412, height: 823 }, 1.75],
  [{ width: 1280, height: 900 }, 1],
  [{ width: 1280, height: 900 }, 2],
] as const) {
  test.describe(`on ${viewport.width} pixels of ${deviceScaleFactor}`, () => {
    test.use({ viewport, deviceScaleFactor });

    test("its picture has at most half as many pixels again across as are shown", async ({ page }) => {
      await page.goto(ARTICLE);
      const { sent, shown } = await page.getByRole("img", { name: "Noise" }).evaluate(async (one) => {
        const picture = one as HTMLImageElement;
        await picture.decode();
        return {
          sent: Number(/(\d+)\.webp$/.exec(picture.currentSrc)?.[1]),
          shown: picture.clientWidth * devicePixelRatio,
        };
      });
      expect(sent).toBeGreaterThan(0);
      expect(sent / shown).toBeLessThanOrEqual(PICTURE_RATIO);
    });
  });
}

test("each further page of it is sent in at most 15 KB, and no comment comes twice", async ({ page }) => {
  await awake(page, () => page.goto(ARTICLE));
  for (let nth = 0; nth < 3; nth++) {
    const answered = page.waitForResponse(/\/comments\?.*after=/);
    await page.getByRole("link", { name: "Show more comments" }).click();
    expect(Number((await answered).headers()["content-length"])).toBeLessThanOrEqual(MORE_BYTES);
    await expect(page.locator("li:focus")).toBeVisible();
  }
  const ids = await idsOf(comments(page));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(100);
});

test(`Cy reads ${MANY} comments without a mouse: steps, folds, loads more, opens one, comes back, and is up to date`, async ({
  page,
  browser,
}) => {
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const here = () => page.evaluate(() => document.activeElement?.id ?? "");
  const stepUntil = async (is: (id: string) => boolean) => {
    for (let steps = 0; steps <= FIRST_VIEW_COMMENTS && !is(await here()); steps++) await press("j");
    expect(is(await here())).toBe(true);
  };
  await login(page, "Cy");
  const visited = page.waitForRequest(/\/visit$/);
  await awake(page, () => page.goto(ARTICLE));

  await press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
  await press("j");
  const first = await idsOf(comments(page));
  expect(await here()).toBe(first[0]);
  await press("j", "j", "k");
  expect(await here()).toBe(first[1]);
  await press("k");

  // To the first branch, which folds and unfolds.
  const branch = comments(page)
    .filter({ has: page.locator("> details") })
    .first();
  const owner = await branch.getAttribute("id");
  await stepUntil((id) => id === owner);
  await press("[");
  await expect(branch.locator("ol > li").first()).toBeHidden();
  await press("[");
  await expect(branch.locator("ol > li").first()).toBeVisible();

  // Past the last comment is the way to more of them.
  await stepUntil((id) => id === "");
  await expect(page.getByRole("link", { name: "Show more comments" })).toBeFocused();
  await press("Enter");
  await expect(page.locator("li:focus")).toBeVisible();
  const landed = await here();
  expect(first).not.toContain(landed);
  expect((await idsOf(comments(page))).length).toBeGreaterThan(first.length);
  await visited;

  // Its time is its address: name, time.
  await press("Tab", "Tab", "Enter");
  await expect(page).toHaveURL(new RegExp(`/comments/${landed.slice("c-".length)}$`));
  await untilFocused(page, "See the full discussion");
  await press("Enter");
  await expect(page).toHaveURL(new RegExp(ARTICLE));
  await expect(page.locator(`[id="${landed}"]`)).toBeInViewport();

  // Meanwhile somebody writes, far from what the first view shows.
  const far = (await rootsOf(page.request, "oldest")).find(({ id }) => !first.includes(`c-${id}`));
  const { page: bos } = await someone(browser, "Bo");
  const news = [
    await says(bos, ARTICLE, once("New at the top.")),
    await says(bos, ARTICLE, once("New, far down."), far?.id),
  ];
  await awake(page, () => page.goto(ARTICLE));
  await expect(page.getByText("2 new since your last visit")).toBeVisible();
  for (const id of news) {
    await awake(page, () => press("n"));
    await expect(item(page, id)).toBeInViewport();
  }
  await press("n");
  await expect(page.getByText("You are up to date.")).toBeVisible();

  // And is answered where it stands.
  const words = once("Answered by keyboard.");
  await press("r");
  await expect(field(page)).toBeFocused();
  await keyboard.type(words);
  await press("Tab", "Enter");
  await expect(page.locator("li:focus")).toContainText(words);
});

/** Presses Tab until a link of that name is reached. */
async function untilFocused(page: Page, name: string): Promise<void> {
  const link = page.getByRole("link", { name });
  for (let presses = 0; presses < 20; presses++) {
    if (await link.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach “${name}”.`);
}

type Root = { id: string; threadCount: number; replyCount: number };
async function rootsOf(request: APIRequestContext, sort: string): Promise<Root[]> {
  const answer = await request.get(`/api/v1${ARTICLE}/comments?sort=${sort}&limit=50`);
  return ((await answer.json()) as { items: Root[] }).items;
}

test.describe("on a phone, without script", () => {
  test.use({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });

  test("Eve walks page after page, down a chain of 500, folds, answers, and comes back to the same place", async ({
    page,
    browser,
  }) => {
    await page.goto(ARTICLE);
    const fold = comments(page)
      .filter({ has: page.locator("> details") })
      .first();
    await fold.locator("> details > summary").tap({ position: { x: 12, y: 20 } });
    await expect(fold.locator("ol > li").first()).toBeHidden();

    // From page to page, and nobody is met twice.
    const met = await idsOf(page.locator('#discussion > ol > li[id^="c-"]'));
    await page.getByRole("link", { name: "Show more comments" }).tap();
    for (let nth = 0; nth < 3; nth++) {
      await expect(page).toHaveURL(/after=/);
      met.push(...(await idsOf(page.locator('[data-discussion] > ol > li[id^="c-"]'))));
      const there = page.url();
      await page.getByRole("link", { name: "Next page" }).tap();
      await expect(page).not.toHaveURL(there);
    }
    expect(met.length).toBeGreaterThanOrEqual(80);
    expect(new Set(met).size).toBe(met.length);

    // Down the chain; however deep, the page is not wider than the phone, and each names whom it answers.
    const chain = (await rootsOf(page.request, "oldest")).find(
      ({ threadCount, replyCount }) => threadCount > 400 && replyCount < 5,
    );
    await page.goto(`/comments/${chain?.id ?? ""}`);
    for (let nth = 0; nth < 4; nth++) {
      const there = page.url();
      await page
        .getByRole("link", { name: /^Show|^Continue/ })
        .last()
        .tap();
      await expect(page).not.toHaveURL(there);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await expect(page.getByText(/replying to/).first()).toBeVisible();
    }

    // An answer down there, by way of signing in.
    const deepest = page.locator('li[id^="c-"]').last();
    const answered = ((await deepest.getAttribute("id")) ?? "").slice("c-".length);
    await own(deepest, "Reply").tap();
    const words = once("Said from the bottom of a thread.");
    await field(page).fill(words);
    await page.getByRole("button", { name: "Post" }).tap();
    const { player: eve } = await someone(browser, "Eve");
    await signIn(page, eve);
    await expect(page).toHaveURL(/\/comments\/[0-9a-f-]+/);
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await expect(item(page, id)).toContainText(words);
    await page.getByText("In reply to").tap();
    await expect(item(page, answered)).toBeVisible();
    await page.getByRole("link", { name: "See the full discussion" }).tap();
    await expect(item(page, id)).toBeInViewport();
  });
});

test("all counts are what a recount says", async () => {
  expect(await moot("check")).not.toBe("");
});

const compressed = (body: Buffer): number => brotliCompressSync(body).length;
