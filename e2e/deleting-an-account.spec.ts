import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login, loginAsAnotherModerator, PASSWORD, type Player } from "./cast";
import { says, signIn, someone } from "./discussion";
import { moot } from "./moot";
import { expect, test } from "./story";
import { anHourPassesFor } from "./time";
import type { APIRequestContext, Page } from "@playwright/test";
import { SITEMAPS } from "./sitemap";

/** A clean way out: a week to think better of it, and then nothing is left. */

async function deleteIt(page: Page, comments: "Keep them, without my name" | "Delete them"): Promise<void> {
  await page.goto("/account");
  await page.getByRole("link", { name: "Delete my account" }).click();
  await page.getByLabel(comments).check();
  await page.getByLabel("I want my account to be deleted.").check();
  await page.getByRole("button", { name: "Delete account" }).click();
}

/** Those of these addresses whose answers have one of the words. */
async function wherever(asker: APIRequestContext, paths: string[], words: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) if (words.test(await (await asker.get(path)).text())) found.push(path);
  return found;
}

const surfaces = (article: string, own: string, answer: string, who: Player): string[] => [
  article,
  `${article}?sort=newest`,
  `${article}/comments`,
  `${article}/feed.xml`,
  `${article}/record`,
  `${article}/sides`,
  `${article}/passages?block=1`,
  `${article}/reply?to=${answer}`,
  `/comments/${own}`,
  `/comments/${own}/history`,
  `/comments/${answer}`,
  `/members/${who.handle}`,
  "/",
  "/inbox",
  "/moderation",
  "/moderation/members",
  `/moderation/members/${who.handle}`,
  "/moderation/log",
  "/feed.xml",
  ...SITEMAPS,
  `/api/v1${article}/comments`,
  `/api/v1/comments/${own}`,
  `/api/v1/comments/${answer}`,
  `/api/v1/members/${who.handle}`,
  "/api/v1/members",
  "/api/v1/inbox",
  "/api/v1/moderation/log",
];

/** In the short run it is told with script; others are told without. */
for (const script of effort([true], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("an account is hidden at once, and signing in brings it back", async ({ page, browser }) => {
      const article = await publishAnArticle();
      const bo = await login(page, "Bo");
      const said = await says(page, article, "I may be leaving.");
      await page.goto("/account/delete");
      if (script) expect(await barriers(page)).toEqual([]);
      await deleteIt(page, "Keep them, without my name");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is hidden");
      if (script) expect(await barriers(page)).toEqual([]);

      const nobody = await (await browser.newContext()).newPage();
      expect((await nobody.request.get(`/members/${bo.handle}`)).status()).toBe(404);
      await nobody.goto(`/comments/${said}`);
      await expect(nobody.getByText("A former member").first()).toBeVisible();
      await expect(nobody.getByText("I may be leaving.").first()).toBeVisible();

      await page.getByRole("link", { name: "sign in", exact: true }).click();
      await signIn(page, bo);
      await expect(page.getByText("your account is no longer being deleted")).toBeVisible();
      expect((await nobody.request.get(`/api/v1/members/${bo.handle}`)).status()).toBe(200);
    });

    test("whoever signed in a while ago confirms that it is them, and then it is done", async ({ page }) => {
      const bo = await login(page, "Bo");
      await anHourPassesFor(bo.handle);
      await deleteIt(page, "Delete them");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm that it is you");
      await page.getByLabel("Your password").fill("a guess at it");
      await page.getByRole("button", { name: "Confirm", exact: true }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      expect((await page.request.get(`/api/v1/members/${bo.handle}`)).status()).toBe(200);
      await page.getByLabel("Your password").fill(PASSWORD);
      await page.getByRole("button", { name: "Confirm", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is hidden");
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in/);
    });

    test("an admin does it for a member who asked, and can stop it", async ({ page, browser }) => {
      const { player: bo } = await someone(browser, "Bo");
      await loginAsAnotherModerator(page, "Max", "admin");
      await page.goto(`/moderation/members/${bo.handle}`);
      await page.getByText("Delete this account at its owner’s request").click();
      await page.getByLabel(`Delete the account of ${bo.name}.`).check();
      await page.getByRole("button", { name: "Delete account" }).click();
      await expect(page.getByText(`${bo.name} will be deleted on`)).toBeVisible();
      await page.getByRole("button", { name: "Keep account" }).click();
      await expect(page.getByText("Delete this account at its owner’s request")).toBeVisible();
    });
  });

test("when the week is over name, username and texts are gone from every page; replies keep their place", async ({
  page: admin,
  browser,
}) => {
  test.slow();
  const article = await publishAnArticle();
  const [bo, cy] = [await someone(browser, "Bo"), await someone(browser, "Cy")];
  await loginAsAnotherModerator(admin, "Max", "admin");
  const mark = Math.random().toString(36).slice(2, 12);
  const own = await says(bo.page, article, `@${cy.player.handle}, see first${mark}.`);
  const answer = await says(cy.page, article, "Do I see it?", own);
  const { handle, name, email } = bo.player;
  const words = new RegExp(`first${mark}|${handle}|${name}|${email}`, "u");
  const paths = surfaces(article, own, answer, bo.player);
  expect((await wherever(admin.request, paths, words)).length).toBeGreaterThan(8);

  await deleteIt(bo.page, "Delete them");
  expect(await moot("member", "erase", handle, "--texts", "go", "--now")).toContain("has been deleted");

  // A kept page lives for two seconds. The address of a page that is gone is its own reader's.
  const left = paths.filter((path) => !path.includes(handle));
  const nobody = await (await browser.newContext()).newPage();
  for (const asker of [nobody.request, cy.page.request, admin.request])
    await expect.poll(() => wherever(asker, left, words), { timeout: 15_000 }).toEqual([]);
  expect((await nobody.request.get(`/members/${handle}`)).status()).toBe(404);
  await nobody.goto(article);
  await expect(nobody.getByText("Do I see it?").first()).toBeVisible();
  const again = { handle, name: "Somebody else", email: `other-${email}`, password: PASSWORD };
  expect((await nobody.request.post("/api/v1/members", { data: again })).status()).toBe(422);
});
