import type { Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { somebody, type Player } from "./cast";
import { awake, field, item, once, open, own, post, says, signIn, someone } from "./discussion";
import { sendSignUp } from "./sign-up";
import { expect, test } from "./story";
import { effort } from "@/test/effort";

/** The promise of not having to say things twice: whoever had to sign in (or up) in the middle of a deed finds it done. */

async function signUp(page: Page, { email, handle, name, password }: Player): Promise<void> {
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Username").fill(handle);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password").fill(password);
  await sendSignUp(page);
}

for (const script of effort([true], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("respect, a reply, a report and a look at the result are done, and said", async ({
      page,
      browser,
    }) => {
      const article = await publishAnArticle();
      const { page: bo } = await someone(browser, "Bo");
      const id = await says(bo, article, once("Who is asked, learns."));
      const { player: cy } = await someone(browser, "Cy");

      if (script) await open(page, article, id);
      else await page.goto(`/comments/${id}`);
      await own(item(page, id), /^Respect/).click();
      await expect(page.getByText("Sign in, and your reaction counts.")).toBeVisible();
      await signIn(page, cy);
      await expect(page.getByText(script ? "your respect counts" : "your reaction counts")).toBeVisible();
      await expect(page).toHaveURL(
        script ? new RegExp(`${article}.*#c-${id}`) : new RegExp(`/comments/${id}`),
      );
      await expect(own(item(page, id), /^Respect/)).toContainText(script ? "1" : "Respect");

      await page.context().clearCookies();
      await page.goto(`${article}/reply?to=${id}`);
      const words = once("And whoever asks, too.");
      await field(page).fill(words);
      await post(page);
      await signIn(page, cy);
      await expect(page.getByText("You are signed in, and your comment has been posted.")).toBeVisible();
      await expect(page.getByText(words)).toBeVisible();
      if (script) await page.locator("[data-discussion][data-ready]").waitFor({ state: "attached" });
      await page.goto(`${article}/reply?to=${id}`);
      await expect(field(page)).toHaveValue("");

      await page.context().clearCookies();
      await page.goto(`/comments/${id}/report`);
      await page.getByRole("radio", { name: "Personal attacks" }).check();
      await page.getByRole("button", { name: "Report", exact: true }).click();
      await signIn(page, cy);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");

      await page.context().clearCookies();
      await page.goto(`${article}/vote`);
      await page.getByRole("button", { name: "Show authors’ votes without voting" }).click();
      await signIn(page, cy);
      await expect(page.getByText("can see the result without voting")).toBeVisible();
    });

    test("a stranger who votes signs up, sees their choice once more, and confirms it", async ({ page }) => {
      const article = await publishAnArticle();
      await page.goto(article);
      await page.getByRole("radio", { name: "Complementary" }).check();
      await page.getByRole("button", { name: "Vote", exact: true }).click();
      await signUp(page, somebody("Gil"));
      await expect(page.getByText("Press “Vote” to cast your vote")).toBeVisible();
      await expect(page.getByRole("radio", { name: "Complementary" })).toBeChecked();
      await page.getByRole("button", { name: "Vote", exact: true }).click();
      await expect(page.getByRole("button", { name: "Change my vote" })).toBeVisible();
    });
  });

// tiann/hapi#1050, nesquena/hermes-webui#4170
test("a browser that says it is off line, behind a VPN, leads to signing in all the same", async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => false }));
  await page.goto(`${await publishAnArticle()}/reply`);
  await field(page).fill(once("From behind a tunnel."));
  await post(page);
  await page.getByRole("button", { name: "Sign in and post it" }).click();
  await expect(page.getByText("Sign in, and your comment is sent.")).toBeVisible();
});

test("what one browser kept, another does not do", async ({ page, browser }) => {
  const article = await publishAnArticle();
  const { page: bo } = await someone(browser, "Bo");
  const id = await says(bo, article, once("Nobody can be made to agree."));
  await open(page, article, id);
  await own(item(page, id), /^Respect/).click();
  const address = page.url();
  const { page: other, player: cy } = await someone(browser, "Cy");
  await other.context().clearCookies();
  await other.goto(address);
  await expect(other.getByText("your reaction counts")).toHaveCount(0);
  await signIn(other, cy);
  await awake(other, () => other.goto(`/comments/${id}`));
  await expect(own(item(other, id), /^Respect/)).toHaveAttribute("aria-pressed", "false");
});
