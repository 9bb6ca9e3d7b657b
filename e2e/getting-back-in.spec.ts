import type { Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { login, PASSWORD } from "./cast";
import { newestMail } from "./mailbox";
import { moot } from "./moot";
import { expect, test } from "./story";
import { effort } from "@/test/effort";

/** The promise that an account is one's own: whoever forgot the password gets back in, and nobody else does. */

const FRESH = "four grey herons stand";

async function askForAMail(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send e-mail" }).click();
  await expect(page.getByText("If this address can receive e-mail, a message is on its way.")).toBeVisible();
}

/** In the short run it is told without script; signing in, and what one finishes after it, in both. */
for (const script of effort([false], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("who forgot the password chooses another by the link, in any browser, once", async ({
      page,
      browser,
    }) => {
      const bo = await login(page, "Bo");
      const elsewhere = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      await askForAMail(elsewhere, bo.email);
      const { link } = await newestMail(elsewhere, bo.email);

      // A program that opens links changes nothing.
      expect((await elsewhere.request.get(link)).status()).toBe(200);
      // Nor does one that runs the page's scripts, and fills in nothing.
      const scanner = await (await browser.newContext()).newPage();
      await scanner.goto(link);
      await scanner.waitForLoadState("networkidle");
      await page.goto("/account");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");

      const telephone = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      await telephone.goto(link);
      if (script) expect(await barriers(telephone)).toEqual([]);
      await telephone.getByLabel("New password").fill(FRESH);
      await telephone.getByRole("button", { name: "Set password" }).click();
      await expect(telephone.getByText("Your password has been changed")).toBeVisible();

      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in/);
      await elsewhere.goto(link);
      await elsewhere.getByLabel("New password").fill(`${FRESH} still`);
      await elsewhere.getByRole("button", { name: "Set password" }).click();
      await expect(elsewhere.getByRole("alert").first()).toContainText("This link is no longer valid");
    });

    test("or by the code in the browser that asked; a wrong one says so", async ({ page }) => {
      const bo = await login(page, "Bo");
      await page.context().clearCookies();
      await askForAMail(page, bo.email);
      if (script) expect(await barriers(page)).toEqual([]);
      const asking = page.url();
      const { code } = await newestMail(page, bo.email);
      for (const typed of [code === "111111" ? "222222" : "111111", code]) {
        if (typed === code) await expect(page.getByRole("alert").first()).toContainText("This code is wrong");
        else await page.goto(asking);
        await page.getByLabel("Six-digit code").fill(typed);
        await page.getByLabel("New password").fill(FRESH);
        await page.getByRole("button", { name: "Set password" }).click();
      }
      await expect(page.getByText("Your password has been changed")).toBeVisible();
    });

    test("a new address proves itself, and the earlier one takes it back", async ({ page }) => {
      const bo = await login(page, "Bo");
      const other = `new-${bo.email}`;
      await page.goto("/account");
      await page.getByLabel("New address").fill(other);
      await page.getByRole("button", { name: "Change address" }).click();
      await expect(page.getByText("We have sent a link to the new address.")).toBeVisible();
      await page.goto((await newestMail(page, other)).link);
      await page.getByRole("button", { name: "Yes, this is mine" }).click();
      await expect(page.getByText("Your address has been changed.")).toBeVisible();

      await page.goto((await newestMail(page, `To ${bo.email}`)).link);
      await page.getByRole("button", { name: "Yes, undo it" }).click();
      await expect(page.getByText("Your old address is back")).toBeVisible();
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in/);
    });

    test("a browser left open elsewhere is signed out from here", async ({ page, browser }) => {
      const bo = await login(page, "Bo");
      const library = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      await library.request.post("/api/v1/session", { data: { email: bo.email, password: PASSWORD } });
      await page.goto("/account");
      if (script) expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: /^Sign out this browser/ }).click();
      await expect(page.getByText("That browser is signed out.")).toBeVisible();
      await library.goto("/account");
      await expect(library).toHaveURL(/\/sign-in/);
    });
  });

test("an address without an account is told the same, and gets another mail", async ({ page }) => {
  const nobody = `nobody-${Date.now()}@example.org`;
  await askForAMail(page, nobody);
  await page.goto("/mailbox");
  await expect(page.getByRole("article").filter({ hasText: nobody }).first()).toContainText(
    "There is no account with this address.",
  );
});

test("the operator helps whoever cannot read their mail any more", async ({ page }) => {
  const bo = await login(page, "Bo");
  expect(await moot("member", "email", bo.handle, `other-${bo.email}`)).toContain("signed out everywhere");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await moot("member", "show", bo.handle)).toContain(
    "The operator of this site changed the e-mail address.",
  );
});
