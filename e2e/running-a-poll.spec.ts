import type { Page } from "@playwright/test";
import { barriers, COLOUR_SCHEMES } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login, loginAs } from "./cast";
import { awake } from "./discussion";
import { expect, test } from "./story";
import { closesSoon } from "./time";

/** An editor runs the poll: its end, its last word, its words and pins. All of it plain forms; the stories leave the poll as it was. */

const ARTICLE = "/articles/organisational-learning-and-knowledge-management";
const POLL = `${ARTICLE}/poll`;

const save = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an editor finds the way from the vote, sets an end, takes it away, and writes the last word", async ({
    page,
  }) => {
    await loginAs(page, "editor");
    await page.goto(`${ARTICLE}/vote`);
    await page.getByRole("link", { name: "Manage the poll" }).click();
    await expect(page).toHaveURL(POLL);

    const closes = page.getByLabel("Closing time (UTC)");
    await closes.fill("2020-01-01T10:00");
    await save(page, "Save closing time");
    await expect(page.getByRole("alert").filter({ hasText: "must be in the future" })).toBeVisible();
    await expect(closes).toHaveValue("2020-01-01T10:00");
    await closes.fill("2099-01-01T10:00");
    await save(page, "Save closing time");
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(closes).toHaveValue("2099-01-01T10:00");
    await closes.fill("");
    await save(page, "Save closing time");
    await expect(closes).toHaveValue("");

    const statement = page.getByRole("textbox", { name: "Closing statement" });
    await statement.fill("What I *learned* here.");
    await save(page, "Save statement");
    await expect(statement).toHaveValue("What I *learned* here.");
    await page.goto(`${ARTICLE}/vote`);
    await expect(page.getByText("What I learned here.")).toHaveCount(0);
    await page.goto(POLL);
    await statement.fill("");
    await save(page, "Save statement");
    await expect(statement).toHaveValue("");
  });

  test("what is refused comes back with its words, at its own form", async ({ page }) => {
    await loginAs(page, "editor");
    await page.goto(POLL);
    const pin = page.getByLabel("Link to a comment for").first();
    await pin.fill("no address at all");
    await page
      .getByRole("button", { name: /^Pin for/ })
      .first()
      .click();
    await expect(page.getByRole("alert").filter({ hasText: "not a link to a comment" })).toBeVisible();
    await expect(pin).toHaveValue("no address at all");
    const question = page.getByLabel("The question");
    const asked = await question.inputValue();
    await save(page, "Save wording");
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(question).toHaveValue(asked);
  });
});

test("for a reader there is no such page and no way to it; signed out, one signs in first", async ({
  page,
}) => {
  await page.goto(POLL);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await login(page);
  expect((await page.goto(POLL))?.status()).toBe(404);
  await page.goto(`${ARTICLE}/vote`);
  await expect(page.getByRole("link", { name: "Manage the poll" })).toHaveCount(0);
  expect((await page.request.put(`/api/v1${POLL}/close`)).status()).toBe(403);
});

for (const colorScheme of COLOUR_SCHEMES) {
  test(`the page has no barrier, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await loginAs(page, "editor");
    await page.goto(POLL);
    expect(await barriers(page)).toEqual([]);
  });
}

// loomio/loomio#12249: a poll whose time had come looked open until the page was loaded again.
test("a poll and a discussion whose time comes are closed for whoever is looking", async ({ page }) => {
  const article = await publishAnArticle();
  await closesSoon(article.split("/").at(-1) ?? "", 8);
  await login(page, "Cy");
  await awake(page, () => page.goto(article));
  const vote = page.locator("#poll").getByRole("button", { name: "Vote", exact: true });
  await expect(vote).toBeVisible();
  await expect(page.locator("[data-discussion][data-closed]")).toHaveCount(0);
  await expect(vote).toHaveCount(0);
  await expect(page.locator("[data-discussion][data-closed]")).toBeAttached();
});
