import { openSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { somebody } from "./cast";
import { sendSignUp } from "./sign-up";
import { expect, test } from "./story";
import { readSettings, type Environment } from "@/platform/settings";
import { freePort } from "@/scripts/postgres/embedded";
import { startServer, untilItAnswers } from "@/scripts/server";
import { outsideProvider, type OutsideProvider } from "@/test/outside-provider";

/** The promise of the ways one is used to: an account elsewhere, an invitation; and that each can be told apart, and ended. */

let site: { address: string; process: ChildProcess };
let elsewhere: OutsideProvider;

/** The same site once more, with a provider. */
test.beforeAll(async () => {
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  elsewhere = await outsideProvider(address);
  const environment: Environment = {
    ...process.env,
    MOOT_SITES: "",
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    PORT: port,
    MOOT_OIDC_ISSUER: elsewhere.issuer,
    MOOT_OIDC_CLIENT_ID: elsewhere.clientId,
    MOOT_OIDC_CLIENT_SECRET: elsewhere.clientSecret,
    MOOT_OIDC_NAME: "Elsewhere",
  };
  site = { address, process: startServer(environment, openSync("/dev/null", "w")) };
  await untilItAnswers(site.process, readSettings(environment));
});

test.afterAll(async () => {
  site.process.kill("SIGTERM");
  await elsewhere.close();
});

async function comeFromElsewhere(page: Page, login: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in with Elsewhere" }).click();
  await page.getByLabel("Who are you?").fill(login);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** At length: the tests of providers and of joining promise it, too, and it wants a whole site of its own. */
for (const script of [true, false])
  test.describe(script ? "with JavaScript" : "without JavaScript", { tag: "@long" }, () => {
    test.use({ javaScriptEnabled: script });

    test("somebody comes with an account elsewhere, chooses a name, comes back with it, and has a password beside it", async ({
      page,
      browser,
    }) => {
      const gil = somebody("Gil");
      elsewhere.people.set(gil.handle, { email: gil.email, email_verified: true, name: gil.name });
      await page.goto(`${site.address}/inbox`);
      await comeFromElsewhere(page, gil.handle);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose your username");
      await expect(page.getByText(gil.email)).toBeVisible();
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue(gil.name);
      if (script) expect(await barriers(page)).toEqual([]);
      await page.getByLabel("Username").fill("moderator");
      await sendSignUp(page, "Create account");
      await expect(page.getByRole("alert").first()).toContainText("This username is reserved.");
      await expect(page.getByLabel("I agree to the house rules")).toBeChecked();
      await page.getByLabel("Username").fill(gil.handle);
      await sendSignUp(page, "Create account");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inbox");

      const other = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      await other.goto(`${site.address}/sign-in?next=%2Faccount`);
      if (script) expect(await barriers(other)).toEqual([]);
      await comeFromElsewhere(other, gil.handle);
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Account");
      await other.getByLabel("New password").fill("nine copper lids");
      await other.getByRole("button", { name: "Set a password" }).click();
      await expect(other.getByText("Your password is set.")).toBeVisible();
      if (script) expect(await barriers(other)).toEqual([]);
      await other.getByRole("button", { name: "Disconnect: Elsewhere" }).click();
      await expect(other.getByText("That account is disconnected.")).toBeVisible();
      await other.getByRole("link", { name: "Connect Elsewhere" }).click();
      await expect(other.getByText("That account is connected.")).toBeVisible();
    });

    test("by invitation only, a link lets in as many as it says, and its admin sees how many came", async ({
      page,
      browser,
    }) => {
      await page.goto(site.address);
      expect(
        (await page.request.post(`${site.address}/api/v1/session/demo`, { data: { as: "admin" } })).status(),
      ).toBe(200);
      try {
        await page.goto(`${site.address}/moderation/joining`);
        await page.getByLabel("New accounts").selectOption("By invitation only");
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page.getByText("Saved.")).toBeVisible();
        const note = somebody("Choir").name;
        await page.getByLabel("For whom").fill(note);
        await page.getByRole("button", { name: "Create an invitation" }).click();
        const entry = page.getByRole("listitem").filter({ hasText: note });
        const link = await entry.locator("code").innerText();
        if (script) expect(await barriers(page)).toEqual([]);

        const guest = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
        await guest.goto(`${site.address}/sign-up`);
        await expect(guest.getByText("This site is by invitation only.")).toBeVisible();
        await expect(guest.getByLabel("Username")).toHaveCount(0);
        await guest.goto(link);
        const fay = somebody("Fay");
        await guest.getByLabel("E-mail").fill(fay.email);
        await guest.getByLabel("Username").fill(fay.handle);
        await guest.getByLabel("Password").fill(fay.password);
        await sendSignUp(guest);
        await guest.goto(`${site.address}/account`);
        await expect(guest.getByText(fay.email).first()).toBeVisible();
        await page.reload();
        await expect(page.getByRole("listitem").filter({ hasText: note })).toHaveCount(0);
      } finally {
        await page.request.put(`${site.address}/api/v1/joining`, { data: { way: "open" } });
      }
    });
  });
