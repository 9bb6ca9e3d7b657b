import type { Browser, Page } from "@playwright/test";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { login, loginAs, loginAsAnotherModerator, type Player } from "./cast";
import { sitDown } from "./desk";
import { expect, test } from "./story";

/** The promise of moderating: every decision is quick to take, names its reason, can be undone and appealed. */

const SLUG = "organisational-learning-and-knowledge-management";

type Posted = { id: string; text: string };

/** A comment by somebody new, written in a browser of their own. */
async function posted(author: Page, { link = false } = {}): Promise<Posted> {
  const mark = Math.random().toString(36).slice(2, 12);
  const text = link
    ? `See https://example.org/${mark} for what I mean.`
    : `What ${mark} knows is not what ${mark} does.`;
  const answer = await author.request.post(`/api/v1/articles/${SLUG}/comments`, { data: { body: text } });
  expect(answer.status()).toBe(201);
  const { comment } = (await answer.json()) as { comment: { id: string } };
  return { id: comment.id, text: mark };
}

async function somebodyElse(browser: Browser, name: string): Promise<{ page: Page; player: Player }> {
  const page = await (await browser.newContext()).newPage();
  return { page, player: await login(page, name) };
}

const card = (page: Page, { id }: Posted) => page.locator(`#item-${id}`);

test("a moderator gets to the desk from any page by clicking, and nobody else is shown the way", async ({
  page,
  browser,
}) => {
  await loginAs(page, "moderator");
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Moderation" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  const { page: reader, player } = await somebodyElse(browser, "Cy");
  await reader.goto("/");
  await reader.getByRole("banner").getByText(player.name).click();
  await expect(reader.getByRole("banner").getByRole("link", { name: "Account" })).toBeVisible();
  await expect(reader.getByRole("banner").getByRole("link", { name: "Moderation" })).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader reports, a moderator takes down with a reason and takes it back, and the author reads why and appeals", async ({
    page,
    browser,
  }) => {
    const bo = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const author = await login(bo, "Bo");
    const comment = await posted(bo);

    await login(page, "Cy");
    await page.goto(`/comments/${comment.id}/report`);
    await page.getByRole("radio", { name: "Personal attacks" }).check();
    await page.getByLabel("Details (optional)").fill("The tone.");
    await page.getByRole("button", { name: "Report", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
    const receipt = page.url();

    await loginAs(page, "moderator");
    await page.goto(`/moderation?queue=reported&member=${author.handle}`);
    await expect(card(page, comment)).toContainText("“The tone.”");
    await card(page, comment).getByText("Remove or hold…").click();
    await card(page, comment).getByRole("radio", { name: "Advertising" }).check();
    await card(page, comment).getByLabel("Message to the author").fill("It sells your book.");
    await card(page, comment).getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("removed this: Advertising.")).toBeVisible();
    await expect(card(page, comment)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card(page, comment)).toBeVisible();
    await card(page, comment).getByText("Remove or hold…").click();
    await card(page, comment).getByLabel("Message to the author").fill("It sells your book.");
    await card(page, comment).getByRole("button", { name: "Remove" }).click();

    await page.goto(receipt);
    await expect(page.getByText("A moderator reviewed it and removed the comment.")).toBeVisible();

    await bo.goto("/inbox");
    await bo
      .getByRole("link", { name: /removed your comment/ })
      .first()
      .click();
    await expect(bo.getByRole("heading", { level: 1 })).toHaveText("Your comment was removed");
    await expect(bo.getByText("It sells your book.")).toBeVisible();
    await expect(bo.getByRole("link", { name: "Personal attacks" })).toHaveAttribute(
      "href",
      "/rules?version=1#person",
    );
    await bo.getByLabel("Why should we change this decision?").fill("I have not written a book.");
    await bo.getByRole("button", { name: "Appeal" }).click();
    await expect(bo.getByText("Another moderator will read your appeal.")).toBeVisible();

    await page.goto(`/moderation?queue=appeals&member=${author.handle}`);
    await expect(page.getByText("I have not written a book.")).toBeVisible();
    await expect(page.getByText("Another moderator has to answer this")).toBeVisible();
  });

  test("a rule must be named, and what was typed is not lost when it is not", async ({ page, browser }) => {
    const { page: bo, player } = await somebodyElse(browser, "Bo");
    const comment = await posted(bo);
    await loginAs(page, "moderator");
    await page.goto(`/moderation?queue=new&member=${player.handle}`);
    await card(page, comment).getByText("Remove or hold…").click();
    const words = card(page, comment).getByLabel("Message to the author");
    await words.fill("It sells your book.");
    await card(page, comment).getByRole("button", { name: "Remove" }).click();
    await expect(page.getByRole("alert").first()).toHaveText("Please choose the house rule it breaks.");
    await expect(words).toHaveValue("It sells your book.");
    await expect(words).toBeVisible();
  });

  test("a name is reported from its page, taken down with a reason, and brought back by an appeal", async ({
    page,
    browser,
  }) => {
    const dan = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const author = await login(dan, "Dan");
    await dan.request.patch("/api/v1/account", { data: { name: "Bo is a fool", bio: "Reads at night." } });

    await login(page, "Bo");
    await page.goto(`/members/${author.handle}`);
    await page.getByRole("link", { name: "Report this name or bio" }).click();
    await expect(page.getByText("Bo is a fool")).toBeVisible();
    await page.getByRole("radio", { name: "Personal attacks" }).check();
    await page.getByLabel("Details (optional)").fill("It is about me.");
    await page.getByRole("button", { name: "Report", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
    const receipt = page.url();

    await loginAs(page, "moderator");
    await page.goto("/moderation");
    await page.getByRole("link", { name: /^Names and bios/ }).click();
    const item = page.locator("section").filter({ hasText: `@${author.handle}` });
    await expect(item).toContainText("“It is about me.”");
    await item.getByRole("checkbox", { name: "Remove the name" }).check();
    await item.getByLabel("Explanation for the member").fill("Please call nobody names.");
    await item.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("alert").first()).toHaveText("Please choose the house rule it breaks.");
    await expect(item.getByLabel("Explanation for the member")).toHaveValue("Please call nobody names.");
    await expect(item.getByRole("checkbox", { name: "Remove the name" })).toBeChecked();
    await item.getByLabel("Rule").selectOption({ label: "Personal attacks" });
    await item.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByText(`@${author.handle}`)).toHaveCount(0);
    await page.goto(`/members/${author.handle}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(author.handle);
    await expect(page.getByText("Reads at night.")).toBeVisible();
    await page.goto(receipt);
    await expect(page.getByText("removed the name or bio")).toBeVisible();

    await dan.goto("/inbox");
    await dan.getByRole("link", { name: "A moderator removed your name or bio" }).click();
    await expect(dan.getByText("Please call nobody names.")).toBeVisible();
    await dan.getByLabel("Why should we change this decision?").fill("It is a line of a song.");
    await dan.getByRole("button", { name: "Appeal" }).click();
    await expect(dan.getByText("Another moderator will read your appeal.")).toBeVisible();
    const { page: max } = await somebodyElse(browser, "Max");
    await loginAsAnotherModerator(max);
    await max.goto(`/moderation?queue=appeals&member=${author.handle}`);
    await max.getByLabel("Your answer, with reasons").fill("So it is.");
    await max.getByRole("button", { name: "Uphold the appeal and reverse the decision" }).click();
    await expect(max.getByLabel("Your answer, with reasons")).toBeHidden();
    await expect(async () => {
      await page.goto(`/members/${author.handle}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bo is a fool", { timeout: 1_000 });
    }).toPass();
  });

  test("what was typed about something another moderator has decided meanwhile can be copied", async ({
    page,
    browser,
  }) => {
    const { page: bo, player } = await somebodyElse(browser, "Bo");
    const comment = await posted(bo, { link: true });
    await loginAs(page, "moderator");
    await page.goto(`/moderation?queue=held&member=${player.handle}`);
    await card(page, comment).getByText("Remove…").click();
    await card(page, comment).getByRole("radio", { name: "Advertising" }).check();
    await card(page, comment).getByLabel("Message to the author").fill("It sells your book.");
    const { page: max } = await somebodyElse(browser, "Max");
    await loginAsAnotherModerator(max);
    const approved = await max.request.post("/api/v1/moderation/decisions", {
      data: { action: "approve", comment: comment.id, revision: 1 },
    });
    expect(approved.status()).toBe(201);
    await card(page, comment).getByRole("button", { name: "Remove" }).click();
    await expect(page.getByLabel("Your text")).toHaveValue("It sells your book.");
  });

  test("a whole history is looked at, taken down together and brought back together", async ({
    page,
    browser,
  }) => {
    const { page: bo, player } = await somebodyElse(browser, "Bo");
    for (let i = 0; i < 3; i += 1) await posted(bo);
    await loginAs(page, "moderator");
    await page.goto(`/moderation/bulk?member=${player.handle}`);
    await page.getByLabel("Rule (to remove or hold)").selectOption("noise");
    await page.getByRole("button", { name: "Remove 3" }).click();
    await expect(page.getByText("3 comments removed")).toBeVisible();
    await page.getByRole("button", { name: "Undo all of it" }).click();
    await page.goto(`/moderation/bulk?member=${player.handle}`);
    await expect(page.getByRole("button", { name: "Approve 3" })).toBeVisible();
  });
});

/**
 * In a field that a browser's extension has put into the page, in a shadow tree the page sees into or not, or without one: neos/neos-ui#2388,
 * igrigorik/videospeed#1149, pixiebrix/pixiebrix-extension#5172.
 */
async function typeInExtension(page: Page, kind: "open" | "closed" | "editable", words: string) {
  await page.evaluate((mode) => {
    const host = document.body.appendChild(document.createElement("div"));
    if (mode === "editable") host.contentEditable = "true";
    const field =
      mode === "editable" ? host : host.attachShadow({ mode }).appendChild(document.createElement("input"));
    field.focus();
  }, kind);
  await page.keyboard.type(words);
}

test("a queue is worked to its end without touching the mouse", async ({ page, browser }) => {
  const { page: bo, player } = await somebodyElse(browser, "Bo");
  const first = await posted(bo, { link: true });
  const second = await posted(bo, { link: true });
  const third = await posted(bo, { link: true });
  await loginAs(page, "moderator");
  await sitDown(page, `/moderation?queue=held&member=${player.handle}`);
  await expect(card(page, first)).toContainText("A newcomer’s link");

  await page.keyboard.press("j");
  await expect(card(page, first)).toBeFocused();
  for (const field of ["open", "closed", "editable"] as const) {
    await typeInExtension(page, field, "ab?x");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(card(page, first).getByRole("button", { name: "Approve" })).toBeVisible();
  }
  await card(page, first).focus();
  await page.keyboard.press("a");
  await expect(card(page, first)).toContainText(/You approved this\./);
  await expect(card(page, second)).toBeFocused();
  await page.keyboard.press("r");
  await page.keyboard.press("4");
  await expect(card(page, second)).toContainText("You removed this: Advertising.");
  await expect(card(page, third)).toBeFocused();
  // Wherever one has come to, it is about what one just did.
  await page.keyboard.press("u");
  await expect(card(page, second).getByRole("button", { name: "Approve" })).toBeVisible();
  await page.keyboard.press("a");
  await expect(card(page, second)).toContainText(/You approved this\./);
  await page.keyboard.press("a");
  await expect(card(page, third)).toContainText(/You approved this\./);
  await page.reload();
  await expect(page.getByText(/^Nothing in “Pending” matches/)).toBeVisible();
});

test("what another moderator decides appears in place, and a text that changed is refused with a sentence", async ({
  page,
  browser,
}) => {
  const { page: bo, player } = await somebodyElse(browser, "Bo");
  const [one, two] = [await posted(bo), await posted(bo)];
  await loginAs(page, "moderator");
  const other = await (await browser.newContext()).newPage();
  await loginAs(other, "moderator");
  await page.goto(`/moderation?queue=new&member=${player.handle}`);
  await expect(card(page, one)).toBeVisible();
  await other.request.post("/api/v1/moderation/decisions", {
    data: { action: "approve", comment: one.id, revision: 1 },
  });
  await expect(card(page, one)).toContainText(/approved this\./, { timeout: 15_000 });

  expect(
    (
      await bo.request.patch(`/api/v1/comments/${two.id}`, {
        data: { body: "I have thought again.", revision: 1 },
      })
    ).ok(),
  ).toBe(true);
  await card(page, two).getByRole("button", { name: "Approve" }).click();
  await expect(card(page, two)).toContainText("The author has edited this since. Please read it again.");
});

test("a banned member is gone within one request, and what they wrote with them", async ({
  page,
  browser,
}) => {
  const { page: dee, player } = await somebodyElse(browser, "Dee");
  const comment = await posted(dee);
  await loginAs(page, "moderator");
  await sitDown(page, `/moderation?queue=new&member=${player.handle}`);
  await page.keyboard.press("j");
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Rule").selectOption("person");
  await dialog.getByLabel("Their comments").selectOption("all");
  await dialog.getByLabel("They are signed out everywhere").check();
  await dialog.getByRole("button", { name: "Ban" }).click();
  await expect(page.getByText(/^Nothing in “New” matches/)).toBeVisible();
  expect(await (await dee.request.get("/api/v1/me")).json()).toMatchObject({ member: null });
  expect(
    (await dee.request.post(`/api/v1/articles/${SLUG}/comments`, { data: { body: "Still here?" } })).status(),
  ).toBe(401);
  expect(
    JSON.stringify(await (await page.request.get(`/api/v1/comments/${comment.id}`)).json()),
  ).not.toContain(comment.text);
});

test("the desk and everything around it has no barriers, on a desk and on a phone, light and dark", async ({
  page,
  browser,
}) => {
  test.slow();
  const { page: bo, player } = await somebodyElse(browser, "Bo");
  await posted(bo, { link: true });
  const open = await posted(bo);
  await loginAs(page, "moderator");
  const found = [
    `/moderation/members/${player.handle}`,
    `/moderation/bulk?member=${player.handle}`,
    "/moderation/log",
    "/moderation/articles",
    "/account/decisions",
    "/moderation/settings",
    "/moderation/report",
    "/moderation/fairness",
    `/moderation/articles/${SLUG}`,
    `/comments/${open.id}/report`,
    "/rules",
  ];
  const others = [
    "/moderation?queue=held",
    "/moderation?queue=rejected",
    "/moderation/undo-check?check=newcomer-link",
    "/moderation/try?check=words&words=learning",
  ];
  // In the short run whoever finds a page by clicking looks at it, too (a-way-to-every-page.spec.ts).
  const pages = effort(others, [...others, ...found]);
  // Colours do not depend on the width, nor the layout on the colours: each page is looked at twice, not four times.
  const looks = [
    [360, "dark"],
    [1280, "light"],
  ] as const;
  for (const [width, colorScheme] of looks.slice(0, effort(1, 2))) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of pages) {
      await page.goto(path);
      expect(await barriers(page), `${path} at ${width} in ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});
