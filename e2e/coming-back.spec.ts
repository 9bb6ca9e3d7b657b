import type { Page } from "@playwright/test";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import { awake, field, item, once, open, own, post, says, someone } from "./discussion";
import { expect, test } from "./story";

/** People come back to what they follow, and are spared whom they muted. */

const toast = (page: Page) => page.getByRole("status").filter({ hasText: /./ });

test("a discussion is followed, gone through and left again without script", async ({ browser }) => {
  const path = await publishAnArticle();
  const { page: bos, player: bo } = await someone(browser, "Bo");
  const { page } = await someone(browser, "Cy", { script: false });
  await page.goto(path);
  await page.locator("#discussion").getByRole("link", { name: "Follow" }).click();
  await expect(page.getByText("You do not follow this discussion.")).toBeVisible();
  await page.getByRole("button", { name: "Follow" }).click();
  await expect(page.getByText("You follow this discussion and")).toBeVisible();

  const words = once("Something new.");
  await says(bos, path, words);
  await page.goto("/account");
  await page.getByRole("link", { name: "Following" }).click();
  await expect(page.getByText("1 new")).toBeVisible();
  await expect(page.getByText(`${bo.name} @${bo.handle}: ${words}`)).toBeVisible();
  await page.getByRole("button", { name: /^Mark as read/ }).click();
  await expect(page.getByText("You are up to date.")).toBeVisible();

  await page.getByRole("link", { name: "Everything you follow or mute" }).click();
  await page.getByRole("button", { name: /^Stop following/ }).click();
  await expect(page.getByText("You do not follow anything yet.")).toBeVisible();

  // Whom one mutes is found again in the same place.
  await page.goto(`/members/${bo.handle}`);
  await page.getByRole("link", { name: "Mute", exact: true }).click();
  await page.getByRole("button", { name: "Mute" }).click();
  await expect(page.getByText(`You muted ${bo.name}.`)).toBeVisible();
  await page.getByRole("link", { name: "Everyone you have muted" }).click();
  await page.getByRole("button", { name: `Stop muting: ${bo.name}` }).click();
  await expect(page.getByText("You have not muted anyone.")).toBeVisible();
});

test("whoever posts follows, and one press ends it", async ({ page, browser }) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const id = await says(bos, path, once("Say something."));
  await login(page, "Cy");
  const follow = page.locator("#discussion header").getByRole("button", { name: /^Follow/ });
  await own(await open(page, path, id), "Reply").click();
  await field(page).fill(once("I do."));
  await post(page);
  await expect(toast(page)).toContainText("You now follow this discussion.");
  await expect(follow).toHaveText("Following");
  // By the keyboard: a second click right after posting is not meant.
  await page.getByRole("button", { name: "Stop following" }).press("Enter");
  await expect(follow).toHaveText("Follow");
  await awake(page, () => page.reload());
  await expect(follow).toHaveAttribute("aria-pressed", "false");
});

test("a muted member's comments fold away for who muted them, and for nobody else", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos, player: bo } = await someone(browser, "Bo");
  const { page: eves } = await someone(browser, "Eve");
  const first = await says(bos, path, once("One."));
  const second = await says(bos, path, once("Two."));
  const answer = await says(eves, path, once("An answer."), second);
  await login(page, "Cy");
  const comment = await open(page, path, first);
  await own(comment, "More …").click();
  await page.getByRole("button", { name: `Mute ${bo.name}` }).click();
  await expect(toast(page)).toContainText("They are not told.");
  // What one came for stays in sight; on the page itself both are away, and what others answered is there.
  await awake(page, () => page.goto(`${path}?sort=oldest`));
  const line = page.getByRole("button", { name: /by somebody you muted/ });
  await expect(line.first()).toBeVisible();
  await expect(item(page, first).locator("> div[dir]")).toBeHidden();
  await expect(item(page, second).locator("> div[dir]")).toBeHidden();
  await expect(item(page, answer).locator("> div[dir]")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await line.first().click();
  await expect(item(page, first).locator("> div[dir]")).toBeVisible();

  await awake(eves, () => eves.goto(`${path}?sort=oldest`));
  await expect(item(eves, first).locator("> div[dir]")).toBeVisible();
  expect(await (await bos.request.get("/api/v1/inbox")).text()).not.toContain("mute");
});

test("n goes through all that is new, from one discussion to the next", async ({ page, browser }) => {
  const [one, other] = [await publishAnArticle(), await publishAnArticle()];
  const { page: bos } = await someone(browser, "Bo");
  await login(page, "Cy");
  for (const path of [one, other])
    expect((await page.request.put(`/api/v1${path}/following`)).status()).toBe(204);
  const [first, second] = [
    await says(bos, one, once("New here.")),
    await says(bos, other, once("New there.")),
  ];
  await page.goto("/following");
  await expect(page.getByText("1 new")).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  // The newest article comes first.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page).toHaveURL(new RegExp(`${other}.*${second}`), { timeout: 1_000 });
  }).toPass();
  await page.locator("[data-discussion][data-ready]").waitFor({ state: "attached" });
  await page.keyboard.press("n");
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page).toHaveURL(new RegExp(`${one}.*${first}`), { timeout: 1_000 });
  }).toPass();
});

test("each discussion has a feed, and replies to oneself have one whose address can be ended", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  await login(page, "Cy");
  const mine = await says(page, path, once("Mine."));
  const words = once("An answer to you.");
  await says(bos, path, words, mine);
  await page.goto(path);
  const feed = page.locator('link[rel="alternate"][type="application/atom+xml"]').first();
  expect(await (await page.request.get((await feed.getAttribute("href")) ?? "")).text()).toContain(words);

  await page.goto("/account");
  await page.getByRole("button", { name: "Create the feed’s address" }).click();
  const address = (await page.getByRole("link", { name: /feeds\/replies/ }).getAttribute("href")) ?? "";
  await expect(page.locator(`link[rel="alternate"][href="${address}"]`)).toHaveCount(1);
  const stranger = await (await browser.newContext()).newPage();
  const replies = await stranger.request.get(address);
  expect(replies.headers()["content-type"]).toContain("application/atom+xml");
  expect(await replies.text()).toContain(words);
  expect((await stranger.request.get(`${address.slice(0, -1)}x`)).status()).toBe(404);
  await page.getByRole("button", { name: "End the feed" }).click();
  expect((await stranger.request.get(address)).status()).toBe(404);
});

/** In the short run it is told without script, which everything must be there for; the forms are the same. */
for (const script of effort([false], [true, false]))
  test.describe(script ? "an author and a tag, with JavaScript" : "an author and a tag, without", () => {
    test.use({ javaScriptEnabled: script });

    test("are followed from their pages, bring new articles, and are let go in one place", async ({
      page,
    }) => {
      const article = await publishAnArticle();
      await login(page, "Cy");
      await page.goto(article);
      const tag = page.locator('a[href^="/tags/"]').first();
      const name = await tag.innerText();
      await tag.click();
      await page.getByRole("link", { name: "Follow", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Follow the tag “${name}”`);
      if (script) expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "Follow", exact: true }).click();
      await expect(page.getByText(`You follow the tag “${name}”.`)).toBeVisible();

      const next = await publishAnArticle({ today: true });
      await expect(async () => {
        await page.goto("/inbox?only=new-article");
        await expect(page.locator(`a[href="${next}"]`).first()).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
      await page.goto("/following");
      await expect(page.getByRole("heading", { name: "New articles" })).toBeVisible();
      await expect(page.locator(`a[href="${next}"]`).first()).toBeVisible();
      if (script) expect(await barriers(page)).toEqual([]);
      await page.getByRole("link", { name: "Everything you follow or mute" }).click();
      await page.getByRole("button", { name: `Stop following: Tag: ${name}` }).click();
      await expect(page.getByText("You follow no author and no tag yet.")).toBeVisible();
    });
  });
