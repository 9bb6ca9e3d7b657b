import type { Browser, Page } from "@playwright/test";
import { publishAnArticle, seedAThread } from "./articles";
import { login, loginAs, loginAsAnotherModerator } from "./cast";
import { sitDown } from "./desk";
import { expect, test } from "./story";

/** Two moderators at one desk see each other, and one of them can work with all that match at once. */
async function anotherModerator(browser: Browser): Promise<{ page: Page; name: string }> {
  const page = await (await browser.newContext()).newPage();
  return { page, name: (await loginAsAnotherModerator(page)).name };
}

/** A desk asks what the others do; milliseconds. */
const ASKS_AGAIN = 5_000;

/** Until the site has heard what somebody did. */
async function saidBy(page: Page, where: RegExp, act: () => Promise<void>): Promise<void> {
  const heard = page.waitForResponse(
    (answer) => where.test(answer.url()) && answer.request().method() !== "GET",
  );
  await act();
  await heard;
}

test("what one moderator looks at shows by whom to the other, and what one decides appears at the other's desk in its place", async ({
  page,
  browser,
}) => {
  const article = (await publishAnArticle()).split("/").at(-1) ?? "";
  await seedAThread(article, 4);
  await loginAs(page, "moderator");
  const { page: other, name } = await anotherModerator(browser);
  const desk = `/moderation?queue=new&article=${article}`;
  await page.clock.install();
  await sitDown(page, desk);
  await sitDown(other, desk);
  const items = page.locator("li[id^=item-]");
  const count = await items.count();
  const order = await items.evaluateAll((all) => all.map(({ id }) => id));

  await saidBy(other, /\/claims?\b/, () => other.keyboard.press("j"));
  await page.clock.runFor(ASKS_AGAIN);
  await expect(items.first()).toContainText(`${name} is looking at this.`);
  await other.keyboard.press("r");
  await saidBy(other, /\/decisions\b/, () => other.keyboard.press("5"));
  await page.clock.runFor(ASKS_AGAIN);
  await expect(items.first()).toContainText(`${name} removed this: Off topic.`);
  expect(await items.evaluateAll((all) => all.map(({ id }) => id))).toEqual(order);

  // Who comes second is told, and can take it back.
  await page.keyboard.press("j");
  await page.keyboard.press("u");
  await expect(items.first().getByRole("button", { name: "Approve" })).toBeVisible();
  expect(await items.count()).toBe(count);
});

test("all that match are previewed, decided about together and taken back, from the queue they are in", async ({
  page,
}) => {
  const article = (await publishAnArticle()).split("/").at(-1) ?? "";
  await seedAThread(article, 30);
  await loginAs(page, "moderator");
  await sitDown(page, "/moderation?queue=new");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Words in the comment" })).toBeFocused();
  await page.getByRole("textbox", { name: "Article", exact: true }).fill(article);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(new RegExp(article, "u"));
  await page.getByRole("link", { name: "Decide about everything listed here at once" }).click();
  const button = page.getByRole("button", { name: /^Approve \d+$/u });
  const many = Number((await button.textContent())?.split(" ")[1]);
  expect(many).toBeGreaterThan(25);
  await page.getByLabel("Rule (to remove or hold)").selectOption("noise");
  await page.getByRole("button", { name: `Remove ${many}` }).click();
  await expect(page.getByText(`${many} comments removed`)).toBeVisible();
  await page.getByRole("button", { name: "Undo all of it" }).click();
  await page.goto(`/moderation/bulk?queue=new&article=${article}`);
  await expect(page.getByRole("button", { name: `Remove ${many}` })).toBeVisible();
});

test("an admin makes a reader moderator of one discussion, who has a desk with it and nothing else", async ({
  page,
  browser,
}) => {
  const article = (await publishAnArticle()).split("/").at(-1) ?? "";
  await seedAThread(article, 4);
  const hal = await login(page, "Hal");
  await page.goto("/moderation");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Moderation");

  const max = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await loginAsAnotherModerator(max, "Max", "admin");
  await max.goto("/moderation/articles");
  await max.locator(`a[href="/moderation/articles/${article}"]`).click();
  await max.getByLabel("Add a moderator for this discussion").fill(hal.handle);
  await max.getByRole("button", { name: "Add", exact: true }).click();
  await expect(max.getByRole("button", { name: `Remove ${hal.name}` })).toBeVisible();

  await sitDown(page, "/moderation?queue=new");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Moderation");
  await expect(page.locator("li[id^=item-]").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(page.locator("li[id^=item-]").first()).toContainText(/You approved this\./);
  expect((await page.goto("/moderation/settings"))?.status()).toBe(404);

  await max.getByRole("button", { name: `Remove ${hal.name}` }).click();
  expect((await page.goto("/moderation"))?.status()).toBe(404);
});

test("an admin adds a house rule, sees it before readers do, moves it, and takes it away", async ({
  browser,
}) => {
  const max = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await loginAsAnotherModerator(max, "Max", "admin");
  await max.goto("/moderation/settings");
  await max
    .getByRole("link", { name: /house rules/ })
    .first()
    .click();
  const add = max.locator("#add");
  await add.getByLabel("Short name").fill("brevity");
  await add.getByLabel("Title").fill("Long-winded");
  await add.getByLabel("What it asks, in a sentence").fill("Say it in one screen.");
  await add.getByRole("button", { name: "Preview" }).click();
  await expect(add.getByText("Say it in one screen.").first()).toBeVisible();
  await expect(add.getByLabel("Title")).toHaveValue("Long-winded");
  await add.getByRole("button", { name: /Publish version/ }).click();
  const rule = max.locator("#rule-brevity");
  await expect(rule).toContainText("Say it in one screen.");

  await rule.getByRole("link", { name: "Edit: Long-winded" }).click();
  await rule.getByLabel("Title").fill("Too long");
  await rule.getByRole("button", { name: /Publish version/ }).click();
  await max.getByRole("button", { name: "Move up: Too long" }).click();
  await expect(max.getByRole("button", { name: "Move down: Too long" })).toBeVisible();
  await max.goto("/rules");
  await expect(max.locator("#brevity")).toContainText("Too long");

  await max.goto("/moderation/rules");
  await rule.getByText("Remove “Too long”").click();
  await rule.getByRole("checkbox").check();
  await rule.getByRole("button", { name: "Remove this rule" }).click();
  await expect(rule).toHaveCount(0);
});
