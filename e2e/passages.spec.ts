import type { Locator, Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import * as discussion from "./discussion";
import { awake, field, once, signIn, someone } from "./discussion";
import { expect, test } from "./story";

/** Passages: one argues about the very words, and everybody sees beside the text which of them are argued about. */

const WORDS = "The engineers went as far as comparing X-ray pictures";
const SENTENCE = "What happened there?";

let article = "";
test.beforeEach(async () => {
  article = await publishAnArticle({ today: true });
});

/** As a reader comes to it: from the front page, which is kept for a moment. */
async function fromTheFront(page: Page): Promise<void> {
  const link = page.locator(`a[href="${article}"]`).first();
  await expect(async () => {
    await page.goto("/");
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${article}$`));
}

const paragraph = (page: Page, nth: number): Locator => page.locator(`#p-${nth}`);
const mark = (page: Page, nth: number): Locator => page.locator(`.passage-mark[data-passage="${nth}"]`);
const panel = (page: Page): Locator =>
  page.getByRole("complementary", { name: "Replies about this paragraph" });

/** As a mouse leaves it. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector("article") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.replace(/\s/g, " ").indexOf(wanted) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);

const says = (page: Page, exact: string): Promise<string> =>
  discussion.says(page, article, once("I doubt that."), undefined, { exact });

test("Cy selects words, argues about them, and Bo opens what was said beside them", async ({
  page,
  browser,
}) => {
  await login(page, "Cy");
  await awake(page, () => fromTheFront(page));
  await select(page, SENTENCE);
  await page.getByRole("button", { name: "Argue about this", exact: true }).click();
  await field(page).fill("Of another sentence, and not finished.");
  await page.keyboard.press("Escape");
  // A hand lets go in the middle of a word, and means the word.
  await select(page, WORDS.slice(2, -3));
  await page.getByRole("button", { name: "Argue about this", exact: true }).click();
  await expect(page.locator("form blockquote")).toHaveText(WORDS);
  await expect(field(page)).toHaveValue("");
  const words = once("X-rays of dough are a fine image.");
  await field(page).fill(words);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(mark(page, 1)).toHaveAccessibleName("1 reply about this paragraph");
  await expect(mark(page, 1)).toBeFocused();

  const { page: bos } = await someone(browser, "Bo");
  await bos.goto(article);
  await bos.locator("[data-discussion][data-ready]").waitFor({ state: "attached" });
  await mark(bos, 1).scrollIntoViewIfNeeded();
  const before = await paragraph(bos, 2).boundingBox();
  // It may be the first thing one does here.
  await mark(bos, 1).click();
  await expect(panel(bos)).toContainText(words);
  await expect(panel(bos)).toBeInViewport({ ratio: 1 });
  expect(await paragraph(bos, 2).boundingBox()).toEqual(before);
  expect(await barriers(bos)).toEqual([]);
  await bos.keyboard.press("Shift+Tab");
  await bos.keyboard.press("Escape");
  await expect(panel(bos)).toBeHidden();
  await expect(mark(bos, 1)).toBeFocused();
  await expect(bos.locator("#discussion li blockquote").getByRole("link", { name: WORDS })).toHaveAttribute(
    "href",
    new RegExp(`^${article}#p-1:~:text=`),
  );
});

test("by keyboard: a paragraph's sentences to choose from, and selected words by a key", async ({ page }) => {
  await login(page, "Cy");
  await awake(page, () => fromTheFront(page));
  await mark(page, 2).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "What is your comment about?" })).toBeVisible();
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: SENTENCE, exact: true })).toBeChecked();
  await field(page).focus();
  await page.keyboard.type(once("A loaf, I should think."));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(mark(page, 2)).toHaveAccessibleName("1 reply about this paragraph");

  await select(page, WORDS);
  await page.keyboard.press("r");
  await expect(page.locator("form blockquote")).toHaveText(WORDS);
  await expect(field(page)).toBeFocused();
});

test("whoever has voted says of selected words that they changed their mind", async ({ page }) => {
  await login(page, "Cy");
  await page.goto(`${article}/passages?block=1`);
  await page.getByRole("link", { name: "If you voted and this changed your mind, say so" }).click();
  await expect(page.getByText("Vote first")).toBeVisible();
  await page.getByRole("radio", { name: "One of approach" }).check();
  await page.getByRole("button", { name: "Vote", exact: true }).click();
  await awake(page, () => page.goto(article));
  await select(page, WORDS);
  await page.getByRole("link", { name: "This changed my mind" }).click();
  await expect(page.getByLabel("These words of the article")).toHaveValue(WORDS);
});

test("what the marks show can be switched off, and stays off; a printer never has them", async ({ page }) => {
  await login(page, "Cy");
  await says(page, WORDS);
  await page.goto(article);
  await expect(mark(page, 1)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(mark(page, 1)).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await awake(page, () => page.reload());
  await page.getByLabel("Hide the marks beside paragraphs").check();
  await expect(mark(page, 1)).toBeHidden();
  await page.reload();
  await expect(mark(page, 1)).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test("a tap opens what is said below the paragraph", async ({ page }) => {
    await login(page, "Cy");
    await says(page, WORDS);
    await awake(page, () => fromTheFront(page));
    await mark(page, 1).tap();
    await expect(panel(page)).toContainText("I doubt that.");
    const [above, below] = [await paragraph(page, 1).boundingBox(), await panel(page).boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    expect(below?.width ?? 0).toBeLessThanOrEqual(360);
    expect(await barriers(page)).toEqual([]);

    await select(page, SENTENCE);
    const offer = page.getByRole("button", { name: "Argue about this", exact: true });
    expect((await offer.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(24);
    await offer.tap();
    await expect(page.locator("form blockquote")).toHaveText(SENTENCE);
    await field(page).fill(once("A loaf, I should think."));
    await page.getByRole("button", { name: "Post" }).tap();
    await expect(mark(page, 2)).toHaveAccessibleName("1 reply about this paragraph");
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("Cy chooses a sentence, is refused without words, posts, and finds it from the paragraph and back", async ({
    page,
    browser,
  }) => {
    // axe needs script, so that somebody with script looks at what Cy sees.
    const looking = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    const seen = async () => {
      await looking.goto(page.url());
      return barriers(looking);
    };
    const cy = await login(page, "Cy");
    await page.context().clearCookies();
    await fromTheFront(page);
    await mark(page, 2).click();
    await page.getByRole("radio", { name: SENTENCE, exact: true }).check();
    const words = once("A loaf, I should think.");
    await field(page).fill(words);
    await page.getByRole("button", { name: "Post" }).click();
    await signIn(page, cy);
    await expect(page).toHaveURL(/\/comments\//);
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole("link", { name: SENTENCE }).click();
    await expect(page).toHaveURL(new RegExp(`${article}#p-2`));
    await mark(page, 2).click();
    await expect(page.getByRole("heading", { name: "Replies about this paragraph" })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    expect(await seen()).toEqual([]);
    await page.getByRole("link", { name: "Replies by paragraph" }).click();
    await expect(page.getByText("1 reply", { exact: true })).toBeVisible();
    expect(await seen()).toEqual([]);
  });
});

test("words that the article does not have are refused in words", async ({ page }) => {
  await login(page, "Cy");
  const data = { body: once("Really?"), passage: { exact: "The engineers gave up" } };
  const answer = await page.request.post(`/api/v1${article}/comments`, { data });
  expect(answer.status()).toBe(422);
  const { fields } = (await answer.json()) as { fields: Record<string, string> };
  expect(fields["passage"]).toContain("not in the article");
});
