import type { Browser, Page } from "@playwright/test";
import { barriers, COLOUR_SCHEMES } from "./accessibility";
import { login } from "./cast";
import { awake } from "./discussion";
import { expect, test } from "./story";
import { aWeekPassesInPoll } from "./time";
import { SITEMAPS } from "./sitemap";

/** The promise of voting: one person one vote, changeable, secret unless you show it, counted exactly, and never leaked before it should be. */

const SLUG = "organisational-learning-and-knowledge-management";
const ARTICLE = `/articles/${SLUG}`;
const VOTE = `${ARTICLE}/vote`;

const SIDES = `${ARTICLE}/sides`;

const card = (page: Page) => page.locator("#poll");
const answer = (page: Page, label: string) => card(page).getByRole("radio", { name: label });
const press = (page: Page, name: string) => card(page).getByRole("button", { name, exact: true }).click();
/** What one is shown then depends on whether there are figures by now, and so does the word for it. */
const pass = (page: Page) =>
  card(page)
    .getByRole("button", { name: /without voting/ })
    .click();

/** Enough others for any figure to be shown, once the poll is a week old. */
async function othersVote(browser: Browser): Promise<void> {
  for (let nth = 0; nth < 6; nth++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await login(page);
    const option = nth % 3 === 0 ? "approach" : "complementary";
    const voted = await page.request.put(`/api/v1/articles/${SLUG}/poll/vote`, { data: { option } });
    expect(voted.status()).toBe(200);
    await context.close();
  }
}

test("a reader votes without leaving the page, changes it, is offered to say why, and withdraws", async ({
  page,
  browser,
}) => {
  await othersVote(browser);
  await login(page);
  // Until the card knows who is reading, its buttons are a plain form's, which leads away and back.
  const known = page.waitForResponse((answered) => answered.url().endsWith(`/articles/${SLUG}/poll`));
  await page.goto(ARTICLE);
  await known;
  // Too few have voted for any figure: nothing is promised for a vote, and nothing offered without one.
  await expect(card(page)).toContainText("No result yet");
  await expect(card(page).getByRole("table")).toHaveCount(0);
  await expect(card(page).getByRole("button", { name: /without voting/ })).toHaveCount(0);

  await answer(page, "One of approach").check();
  await press(page, "Vote");
  await expect(card(page)).toContainText("Thank you. Your vote is in.");
  await expect(page).toHaveURL(ARTICLE);
  await expect(async () => {
    await aWeekPassesInPoll(SLUG);
    await page.goto(VOTE);
    await expect(card(page).getByRole("table")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(card(page)).toContainText(/\d+ readers voted; not a representative poll/);

  await answer(page, "Complementary").check();
  await press(page, "Change my vote");
  await expect(card(page)).toContainText("Your vote is changed.");
  await expect(card(page).getByRole("link", { name: "Say what changed your mind" })).toBeVisible();
  await press(page, "Change my vote");
  await expect(card(page)).toContainText("Your vote is unchanged.");
  await page.reload();
  await expect(answer(page, "Complementary")).toBeChecked();
  await page
    .getByLabel("Or a passage of the article")
    .fill("One begins with the knowledge, the other with the people who change.");
  await page.getByLabel("Why?").fill("Too short to say why.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByLabel("Why?")).toHaveValue("Too short to say why.");
  await page
    .getByLabel("Why?")
    .fill("It made me notice that I was arguing about departments, not about ideas.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("You have said what changed your mind.")).toBeVisible();

  await press(page, "Withdraw my vote");
  await expect(answer(page, "Complementary")).not.toBeChecked();
});

test("whoever changes their vote is asked at once which comment it was, and thanked where they are", async ({
  page,
  browser,
}) => {
  const { text, name } = await argueAs(await (await browser.newContext()).newPage(), "complementary");
  await login(page, "Cy");
  await page.request.put(`/api/v1/articles/${SLUG}/poll/vote`, { data: { option: "approach" } });
  const known = page.waitForResponse(/\/viewer/);
  await page.goto(`${ARTICLE}?sort=newest`);
  await known;
  const comment = page.locator("main li").filter({ hasText: text }).last();
  await comment.getByRole("button", { name: /^Respect/ }).click();
  await expect(answer(page, "One of approach")).toBeChecked();
  await answer(page, "Complementary").check();
  await press(page, "Change my vote");
  await card(page)
    .getByRole("radio", { name: new RegExp(name) })
    .check();
  await page
    .getByLabel("Why?")
    .fill("It made me notice that I was arguing about departments, not about ideas.");
  await press(page, "Send");
  await expect(card(page)).toContainText("Thank you.");
  await expect(page).toHaveURL(`${ARTICLE}?sort=newest`);
});

test("somebody signed out is led through sign-in, and the page tells them no result", async ({ page }) => {
  await page.goto(ARTICLE);
  await answer(page, "Complementary").check();
  await press(page, "Vote");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto(VOTE);
  await expect(card(page).getByRole("table")).toHaveCount(0);
});

/** Votes, and says so beside a comment. */
async function argueAs(page: Page, option: string): Promise<{ name: string; text: string }> {
  const { name } = await login(page);
  const text = `What I hold, ${name}, is what my own team lived through in those years.`;
  await page.request.put(`/api/v1/articles/${SLUG}/poll/vote`, { data: { option } });
  const posted = await page.request.post(`/api/v1/articles/${SLUG}/comments`, {
    data: { body: text, showStance: true },
  });
  expect(posted.status()).toBe(201);
  return { name, text };
}

test("whoever would rather not know who takes which side hides it, and that is remembered", async ({
  page,
}) => {
  const { name } = await argueAs(page, "complementary");
  const box = page.getByLabel("Hide authors’ votes");
  const meta = page.locator("main li > p").filter({ hasText: name }).first();
  await page.goto(`${ARTICLE}?sort=newest`);
  await expect(meta.getByText("Complementary")).toBeVisible();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(meta.getByText("Complementary")).toBeHidden();
  await page.reload();
  await expect(box).toBeChecked();
  await expect(meta).toBeVisible();
  await expect(meta.getByText("Complementary")).toBeHidden();
  await box.uncheck();
  await expect(meta.getByText("Complementary")).toBeVisible();
});

test("by keyboard alone: arrow to an answer, and Enter votes", async ({ page }) => {
  await login(page);
  await page.goto(VOTE);
  await answer(page, "One of approach").focus();
  await page.keyboard.press("ArrowDown");
  await expect(answer(page, "Complementary")).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(card(page).getByRole("button", { name: "Change my vote" })).toBeVisible();
});

test("whoever votes without an answer reads at the answers that one is missing", async ({ page }) => {
  await awake(page, () => page.goto(ARTICLE));
  await press(page, "Vote");
  await expect(answer(page, "One of approach")).toBeFocused();
  await expect(answer(page, "One of approach")).toHaveAccessibleDescription("Please choose one.");
  await answer(page, "Complementary").check();
  await expect(page.getByText("Please choose one.")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one votes, changes, withdraws, and asks to just be shown", async ({ page }) => {
    await login(page);
    await page.goto(ARTICLE);
    await answer(page, "One of approach").check();
    await press(page, "Vote");
    await expect(page).toHaveURL(`${VOTE}?said=vote`);
    await expect(card(page)).toContainText("Thank you. Your vote is in.");
    await expect(answer(page, "One of approach")).toBeChecked();
    await page.goto(ARTICLE);
    await card(page).getByRole("link", { name: "Your vote" }).click();
    await answer(page, "Complementary").check();
    await press(page, "Change my vote");
    await expect(answer(page, "Complementary")).toBeChecked();
    await press(page, "Withdraw my vote");
    await expect(card(page)).toContainText("Your vote is withdrawn.");
    await expect(card(page).getByRole("button", { name: "Vote", exact: true })).toBeVisible();
    await pass(page);
    await expect(card(page).getByRole("button", { name: /without voting/ })).toHaveCount(0);
  });

  test("one reads the sides beside each other, or one alone; refused in words until one has answered", async ({
    page,
    browser,
  }) => {
    const other = await browser.newContext();
    const { text } = await argueAs(await other.newPage(), "complementary");
    await other.close();
    await login(page);
    await page.goto(ARTICLE);
    await page.getByRole("link", { name: "Read side by side" }).click();
    await expect(page.getByText("You see who takes which side after you vote")).toBeVisible();
    await expect(page.getByText(text)).toHaveCount(0);
    await page.getByRole("link", { name: "To the poll" }).click();
    await pass(page);
    await page.goto(`${SIDES}?sort=newest`);
    await expect(page.getByRole("region", { name: "Complementary" }).getByText(text)).toBeVisible();
    await page.getByRole("link", { name: "One of approach" }).click();
    await expect(page.getByRole("region", { name: "One of approach" })).toBeVisible();
    await expect(page.getByText(text)).toHaveCount(0);
  });

  test("the record of the debate is public, and tells no hidden figure", async ({ page }) => {
    await page.goto(`${ARTICLE}/record`);
    await expect(page.getByRole("heading", { level: 1, name: "The record of the debate" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Cite this record" })).toBeVisible();
    await expect(page.getByText("Draft", { exact: false }).first()).toBeVisible();
    await expect(page.locator("main table")).toHaveCount(0);
    for (const form of ["record.json", "record.csv"])
      expect((await page.request.get(`${ARTICLE}/${form}`)).status()).toBe(200);
  });
});

test("a crawler learns no result and nobody's side from any page, however it asks", async ({
  page,
  browser,
}) => {
  await othersVote(browser);
  const other = await browser.newContext();
  const { text } = await argueAs(await other.newPage(), "complementary");
  await other.close();
  const found = await page.request.get(`/api/v1/articles/${SLUG}/comments?sort=newest&limit=1`);
  const [comment] = ((await found.json()) as { items: { id: string; author: { handle: string } }[] }).items;
  const id = comment?.id ?? "";
  const pages = [
    ...["", "?sort=bridging", "?sort=newest", `?comment=${id}`, "?results=1", "?utm_source=crawler"].map(
      (query) => ARTICLE + query,
    ),
    ...["", "?sort=newest", "?sort=bridging", "?side=complementary"].map(
      (query) => `${ARTICLE}/comments${query}`,
    ),
    ...["", "?side=complementary", "?side=complementary&sort=newest"].map((query) => SIDES + query),
    ...["", ".json", ".csv"].map((form) => `${ARTICLE}/record${form}`),
    ...["/vote", "/poll", "/replies", `/reply?to=${id}`].map((path) => ARTICLE + path),
    ...["", "/history", "/edit"].map((path) => `/comments/${id}${path}`),
    ...["/", "/articles", "/feed.xml", ...SITEMAPS, "/robots.txt", "/moderation/log", "/moderation/report"],
    `/members/${comment?.author.handle ?? ""}`,
  ];
  const ways: Record<string, string>[] = [
    {},
    { "user-agent": "Googlebot/2.1 (+http://www.google.com/bot.html)", accept: "application/ld+json" },
    { accept: "application/json", "x-forwarded-for": "127.0.0.1", "x-moot-viewer": "admin", rsc: "1" },
  ];
  let met = 0;
  for (const path of pages)
    for (const headers of ways) {
      const answer = await (await page.request.get(path, { headers, maxRedirects: 0 })).text();
      if (answer.includes(text)) met++;
      // A side beside a name, a figure, a share, or the sentence that stands under every result.
      for (const sign of [
        /data-side="[a-d]"/,
        /"stance":\s*\{/,
        /readers voted; not a representative poll/,
        /"votes":\s*\d/,
      ])
        expect(sign.test(answer), `${path} ${JSON.stringify(headers)} ${String(sign)}`).toBe(false);
    }
  expect(met, "the comment itself is there to be read").toBeGreaterThan(3);
});

for (const colorScheme of COLOUR_SCHEMES) {
  test(`the pages of the poll have no barrier, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await login(page);
    for (const path of [VOTE, `${ARTICLE}/record`, SIDES]) {
      await page.goto(path);
      expect(await barriers(page), path).toEqual([]);
    }
  });
}

/** Bytes on the wire, as small as one page comes of several drawings: how a page is cut into pieces for its script hangs on the moment. */
async function lengthOf(page: Page, address: string): Promise<number> {
  const lengths: number[] = [];
  for (let nth = 0; nth < 4; nth++) {
    const answered = await page.request.get(address, { headers: { "accept-encoding": "br, gzip" } });
    expect(answered.headers()["content-encoding"]).toBeUndefined();
    lengths.push(Number(answered.headers()["content-length"]));
  }
  return Math.min(...lengths);
}

test("pages drawn for a voter have one length on the line, whatever they chose", async ({ browser }) => {
  const lengths: Record<string, Set<number>> = { [VOTE]: new Set(), [`${ARTICLE}/reply`]: new Set() };
  for (const option of ["approach", "complementary"]) {
    const page = await (await browser.newContext()).newPage();
    await login(page);
    const voted = await page.request.put(`/api/v1/articles/${SLUG}/poll/vote`, { data: { option } });
    expect(voted.status()).toBe(200);
    for (const [address, seen] of Object.entries(lengths)) {
      expect(await (await page.request.get(address)).text()).toContain(option);
      seen.add(await lengthOf(page, address));
    }
  }
  for (const [address, seen] of Object.entries(lengths)) expect([...seen], address).toHaveLength(1);
});
