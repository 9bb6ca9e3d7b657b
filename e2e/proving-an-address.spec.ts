import { openSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { PASSWORD, somebody, type Player } from "./cast";
import { newestMail } from "./mailbox";
import { sendSignUp } from "./sign-up";
import { expect, test } from "./story";
import { readSettings, type Environment } from "@/platform/settings";
import { freePort } from "@/scripts/postgres/embedded";
import { startServer, untilItAnswers } from "@/scripts/server";
import { effort } from "@/test/effort";

/** The promise that one person is one voter as far as an address shows it, and that nobody learns whose address is known here. */

const VOTE = "/articles/organisational-learning-and-knowledge-management/vote";

/** The same site once more, where addresses are confirmed. */
let site: { address: string; process: ChildProcess };

test.beforeAll(async () => {
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  const environment: Environment = {
    ...process.env,
    MOOT_SITES: "",
    MOOT_PROVE_ADDRESS: "1",
    MOOT_URL: address,
    NEXTAUTH_URL: address,
    PORT: port,
  };
  site = { address, process: startServer(environment, openSync("/dev/null", "w")) };
  await untilItAnswers(site.process, readSettings(environment));
});

test.afterAll(() => {
  site.process.kill("SIGTERM");
});

async function signUp(page: Page, { email, handle, password }: Player): Promise<void> {
  await page.goto(`${site.address}/sign-up`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Username").fill(handle);
  await page.getByLabel("Password").fill(password);
  await sendSignUp(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm your e-mail address");
}

const votes = async (page: Page): Promise<number> => {
  const path = VOTE.replace("/vote", "/poll/vote");
  const data = { option: "approach" };
  return (await page.request.put(`${site.address}/api/v1${path}`, { data })).status();
};

/** Told by the tests of claims, too (`domain/members/claims.test.ts`, `web/door/claims.test.ts`). */
const ELSEWHERE = { tag: "@long" };

/** In the short run it is told without script; signing in, and what one finishes after it, in both. */
for (const script of effort([false], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("who signs up reads, and votes once they pressed the button behind the link, in any browser", async ({
      page,
      browser,
    }) => {
      const fay = somebody("Fay");
      await signUp(page, fay);
      if (script) expect(await barriers(page)).toEqual([]);
      expect(await votes(page)).toBe(403);
      await page.goto(site.address + VOTE);
      await expect(page.getByRole("link", { name: "Confirm your e-mail address" }).last()).toBeVisible();
      await page.goto(`${site.address}/account`);
      await expect(page.getByText("Your e-mail address is not confirmed yet")).toBeVisible();

      const telephone = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      const { link } = await newestMail(telephone, fay.email, site.address);
      // A program that opens links changes nothing.
      expect((await telephone.request.get(link)).status()).toBe(200);
      expect(await votes(page)).toBe(403);
      await telephone.goto(link);
      if (script) expect(await barriers(telephone)).toEqual([]);
      await telephone.getByRole("button", { name: "Confirm my address" }).click();
      await expect(telephone.getByText("Your address is confirmed.")).toBeVisible();
      await expect(telephone.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();

      expect(await votes(page)).toBe(200);
      await telephone.goto(link);
      await telephone.getByRole("button", { name: "Confirm my address" }).click();
      await expect(telephone.getByRole("alert").first()).toContainText("This link is no longer valid");
    });

    test(
      "or with the code in the browser that asked, also after a slip in the address",
      ELSEWHERE,
      async ({ page }) => {
        const gil = somebody("Gil");
        await signUp(page, { ...gil, email: `slip-${gil.email}` });
        await page.getByLabel("E-mail").fill(gil.email);
        await page.getByRole("button", { name: "Send the e-mail again" }).click();
        await expect(page.getByText("We have sent the e-mail again.")).toBeVisible();
        const { code } = await newestMail(page, gil.email, site.address);
        for (const typed of [code === "111111" ? "222222" : "111111", code]) {
          await page.goto(`${site.address}/confirm-address`);
          await page.getByLabel("Six-digit code").fill(typed);
          await page.getByRole("button", { name: "Confirm", exact: true }).click();
          if (typed !== code)
            await expect(page.getByRole("alert").first()).toContainText("This code is wrong");
        }
        await expect(page.getByText("Your address is confirmed.")).toBeVisible();
        expect(await votes(page)).toBe(200);
      },
    );

    test(
      "an address that has an account is told the same on the page, and another thing by mail",
      ELSEWHERE,
      async ({ page, browser }) => {
        const bo = somebody("Bo");
        // Where nobody is asked to confirm, an account is somebody's at once.
        expect((await page.request.post("/api/v1/members", { data: bo })).status()).toBe(201);
        const stranger = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
        await signUp(stranger, { ...somebody("Hal"), email: bo.email });
        expect(await votes(stranger)).toBe(403);
        const { text, code } = await newestMail(stranger, bo.email, site.address);
        expect(text).toContain("There is already an account with this address");
        expect(code).toBe("");
      },
    );

    test("who likes no passwords signs in by a link in another browser, or by its code in this one", async ({
      page,
      browser,
    }) => {
      const bo = somebody("Bo");
      expect((await page.request.post("/api/v1/members", { data: bo })).status()).toBe(201);
      await page.context().clearCookies();
      for (const way of ["link", "code"]) {
        await page.goto("/sign-in");
        await page.getByRole("link", { name: "Sign in with a link by e-mail" }).click();
        await page.getByLabel("E-mail").fill(bo.email);
        await page.getByRole("button", { name: "Send e-mail" }).click();
        await expect(page.getByText("If this address can receive e-mail")).toBeVisible();
        if (script) expect(await barriers(page)).toEqual([]);
        const reader = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
        const { link, code } = await newestMail(reader, bo.email);
        if (way === "link") {
          await reader.goto(link);
          await reader.getByRole("button", { name: "Sign in", exact: true }).click();
          await reader.goto("/account");
          await expect(reader.getByText(bo.email).first()).toBeVisible();
        } else {
          await page.getByLabel("Six-digit code").fill(code);
          await page.getByRole("button", { name: "Sign in", exact: true }).click();
          await page.goto("/account");
          await expect(page.getByText(bo.email).first()).toBeVisible();
        }
      }
      // Nothing was changed by it.
      const data = { email: bo.email, password: PASSWORD };
      expect((await page.request.post("/api/v1/session", { data })).status()).toBe(200);
    });
  });
