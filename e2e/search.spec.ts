import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { loginAs } from "./cast";
import { once, says, someone } from "./discussion";
import { expect, test } from "./story";

/** The promise of search: one finds the sentence again, and nothing that is hidden. */

const aWord = (): string => `kettle${Math.random().toString(36).slice(2, 10).replace(/\d/g, "x")}`;

test("without script a reader finds a sentence, narrows the search down, and is led to it in its context", async ({
  browser,
}) => {
  const article = await publishAnArticle();
  const word = aWord();
  const { page: writer, player } = await someone(browser, "Bo");
  const id = await says(writer, article, `The ${word} sang before it boiled.`);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();

  await page.goto("/");
  await page.getByRole("banner").getByRole("searchbox").fill(word);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/search?q=${word}`);
  await expect(page.locator("mark")).toHaveText([word]);
  await page.getByRole("link", { name: "Comments", exact: true }).click();
  await expect(page.locator("mark")).toHaveText([word]);
  await page.getByRole("link", { name: "Articles", exact: true }).click();
  await expect(page.getByText("Nothing found.")).toBeVisible();

  await page.goto(`/search?q=${word}+author:${player.handle}`);
  // The checker of barriers is script itself.
  await writer.goto(page.url());
  expect(await barriers(writer)).toEqual([]);
  await page.getByRole("link", { name: new RegExp(`^${player.name} under`) }).click();
  await expect(page).toHaveURL(`/comments/${id}`);
  await expect(page.getByText(`The ${word} sang`)).toBeVisible();
});

test("as one types the page answers, says how much there is, and arrows lead through it", async ({
  page,
  browser,
}) => {
  const article = await publishAnArticle();
  const word = aWord();
  const { page: writer } = await someone(browser, "Bo");
  await says(writer, article, `The ${word} sang.`);
  await says(writer, article, `No ${word} ever sang twice.`);
  await page.goto("/search");
  const field = page.getByRole("main").getByRole("searchbox");
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially(`"${word} sang"`);
    await expect(page.locator("mark")).toHaveCount(2, { timeout: 1_500 });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: "1 result" })).toBeAttached();
  await field.fill(word);
  await expect(page.getByRole("status").filter({ hasText: "2 results" })).toBeAttached();
  await expect(page).toHaveURL(`/search?q=${word}`);
  await field.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("li:has(a:focus) mark")).toHaveText([word]);
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();
  // What was asked before, and would be answered late, is dropped.
  const late = /q=late/;
  await page.route(late, () => undefined);
  await field.fill("late");
  await page.waitForRequest(late);
  const dropped = page.waitForEvent("requestfailed", (request) => late.test(request.url()));
  await field.fill(word);
  await dropped;
  await expect(page.getByRole("status").filter({ hasText: "2 results" })).toBeAttached();
  await expect(page).toHaveURL(`/search?q=${word}`);
});

test("a moderator finds what was taken down, by words, state and rule; a reader does not", async ({
  page: ada,
  browser,
}) => {
  const article = await publishAnArticle();
  const word = aWord();
  const { page: bo } = await someone(browser, "Bo");
  const comment = await says(bo, article, once(`A ${word} of the worst kind.`));
  await loginAs(ada, "moderator");
  const reject = { action: "reject", comment, revision: 1, ground: "person", explanation: "" };
  expect((await ada.request.post("/api/v1/moderation/decisions", { data: reject })).status()).toBe(201);
  await ada.goto("/moderation");
  await ada.getByRole("link", { name: "Search all comments" }).click();
  await ada.getByRole("main").getByRole("searchbox").fill(word);
  await ada.keyboard.press("Enter");
  await expect(ada.locator("mark")).toHaveText([word]);
  const narrower = (name: string) => ada.getByRole("main").getByRole("link", { name, exact: true });
  await narrower("Pending").click();
  await expect(ada.getByText("Nothing found.")).toBeVisible();
  await narrower("Removed").click();
  await narrower("Personal attacks").click();
  await expect(ada.locator("mark")).toHaveText([word]);
  expect(await barriers(ada)).toEqual([]);
  await ada.getByRole("main").getByRole("article").getByRole("link").click();
  await expect(ada).toHaveURL(`/moderation/comments/${comment}`);
  expect((await bo.request.get(`/api/v1/moderation/search?q=${word}`)).status()).toBe(403);
});

test("/ leads to the field from anywhere but a field", async ({ page }) => {
  await page.goto("/about");
  const field = page.getByRole("banner").getByRole("searchbox");
  // The key is listened to once script is awake.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 300 });
  }).toPass();
  await field.fill("");
  await page.keyboard.type("a/b");
  await expect(field).toHaveValue("a/b");
});

test("a comment that is taken down is found no more", async ({ page: ada, browser }) => {
  const article = await publishAnArticle();
  const word = aWord();
  const { page: bo } = await someone(browser, "Bo");
  const comment = await says(bo, article, once(`A ${word}.`));
  const found = async () =>
    (await (await bo.request.get(`/api/v1/search?q=${word}`)).text()).includes(comment);
  expect(await found()).toBe(true);
  await loginAs(ada, "moderator");
  const reject = { action: "reject", comment, revision: 1, ground: "person", explanation: "" };
  expect((await ada.request.post("/api/v1/moderation/decisions", { data: reject })).status()).toBe(201);
  expect(await found()).toBe(false);
});

test("whatever is typed, a page answers with a sentence", async ({ page }) => {
  const typed = [
    "x".repeat(10_000),
    "the",
    "-kettle",
    '"',
    "%00",
    "a%26b|!c:*",
    "%F0%9F%AB%96",
    "before:never",
    "%E0%B8%81",
  ];
  for (const q of typed) {
    const response = await page.goto(`/search?q=${q}`);
    // What is longer than an address may be is a page as well.
    expect(response?.status(), q.slice(0, 20)).toBe(q.length > 8_000 ? 414 : 200);
    await expect(
      page
        .getByRole("alert")
        .or(page.getByText("Nothing found."))
        .or(page.getByRole("listitem").filter({ has: page.locator("mark") }))
        .first(),
    ).toBeVisible();
    expect((await page.request.get(`/api/v1/search?q=${q}`)).status(), q.slice(0, 20)).toBeLessThan(500);
  }
});
