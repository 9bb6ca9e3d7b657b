import type { CDPSession, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { login, loginAsAnotherModerator, PASSWORD, type Player } from "./cast";
import { newestMail } from "./mailbox";
import { expect, test } from "./story";
import { anHourPassesFor } from "./time";

/** The promise that an account is hard to steal: more than a password, and the way back when it is lost. */

/** A phone with a finger on it, as Chromium plays one. `unlocked` says whether the finger is the right one. */
async function aDevice(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const unlocked = (isUserVerified: boolean) =>
    cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { unlocked };
}

/** Whether the browser offers passkeys by itself: the device here takes every offer, so a story has to say when. */
const offering = (page: Page, offers: boolean) =>
  page.evaluate((on) => localStorage.setItem("offers-passkeys", String(on)), offers);

/** An address that leads there itself, rather than naming it as what comes next. */
const at = (path: string): RegExp => new RegExp(`^[^?]+${path}([/?]|$)`);

const signOut = async (page: Page) => {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
};

test("Bo adds a passkey, names it, signs in with it without typing anything, and removes it", async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (localStorage.getItem("offers-passkeys") !== "true")
      Object.defineProperty(PublicKeyCredential, "isConditionalMediationAvailable", { value: undefined });
  });
  const bo = await login(page, "Bo");
  const device = await aDevice(page);
  await page.goto("/account");
  await page.getByRole("link", { name: "Passkeys and codes" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey has been added.")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.locator("summary", { hasText: "Rename" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Telephone");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByText("The passkey has been renamed.")).toBeVisible();
  expect((await newestMail(page, bo.email)).text).toContain("A passkey was added to your account");

  // A device that holds one already is not given another.
  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("alert").first()).toContainText("already has a passkey");

  await signOut(page);
  await page.goto("/sign-in?next=/inbox");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(at("/inbox"));

  // Offered in the field for the address, it is one touch.
  await signOut(page);
  await offering(page, true);
  await page.goto("/sign-in?next=/inbox");
  await expect(page).toHaveURL(at("/inbox"));
  await offering(page, false);

  // Who cannot unlock the device does not get in.
  await signOut(page);
  await device.unlocked(false);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").first()).toContainText("No passkey was chosen");
  await device.unlocked(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/$/);

  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Remove Telephone" }).click();
  await expect(page.getByText("The passkey has been removed.")).toBeVisible();
  await signOut(page);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").first()).toContainText("does not belong to an account here");
});

/** What an app on Bo's phone would show, half a minute from now: the one of this half minute has been used. */
const codeFrom = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

/** @returns the key that was shown, and the recovery codes */
async function setUpCodes(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Set up an app" }).click();
  const secret = (await page.locator("#app code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Code in the app").fill(codeFrom(secret));
  await page.getByRole("button", { name: "Switch codes on" }).click();
  await expect(page.getByText("Codes are on.")).toBeVisible();
  return { secret, codes: await page.locator("#codes code").allInnerTexts() };
}

async function signIn(page: Page, { email }: Player, next = "/sign-in"): Promise<void> {
  await page.goto(next);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** In the short run it is told without script, which everything must be there for; the forms are the same. */
for (const script of effort([false], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("codes from an app are asked for after the password; a recovery code gets one in without the phone", async ({
      page,
    }) => {
      const bo = await login(page, "Bo");
      const { secret, codes } = await setUpCodes(page);
      expect(codes).toHaveLength(10);
      if (script) expect(await barriers(page)).toEqual([]);

      await page.context().clearCookies();
      await signIn(page, bo, "/sign-in?next=/inbox");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
      if (script) expect(await barriers(page)).toEqual([]);
      else await expect(page.locator("noscript p")).toBeVisible();
      await page.getByLabel("Code").fill("000000");
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page.getByRole("alert").first()).toContainText("This code is wrong");
      await page.getByLabel("Code").fill(codeFrom(secret, 1));
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page).toHaveURL(at("/inbox"));

      // The phone is lost.
      await page.context().clearCookies();
      await signIn(page, bo);
      await page.getByLabel("Code").fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page).toHaveURL(/\/$/);
      await page.goto("/account/keys");
      await expect(page.getByText("You have 9 recovery codes left.")).toBeVisible();
      await page.getByRole("button", { name: "Switch codes off" }).click();
      await expect(page.getByText("Codes are off.")).toBeVisible();
    });

    test("an hour after signing in a deed waits while one confirms who one is, and is done then", async ({
      page,
    }) => {
      const bo = await login(page, "Bo");
      const other = `new-${bo.email}`;
      await page.goto("/account");
      await anHourPassesFor(bo.handle);
      await page.getByLabel("New address").fill(other);
      await page.getByRole("button", { name: "Change address" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm that it is you");
      if (script) expect(await barriers(page)).toEqual([]);
      await page.getByLabel("Your password").fill("a guess at it");
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page.getByRole("alert").first()).toContainText("This is not your password.");
      await page.getByLabel("Your password").fill(PASSWORD);
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(page.getByText("We have sent a link to the new address.")).toBeVisible();
      expect((await newestMail(page, other)).link).toContain("/new-address");
    });
  });

test("an admin demands a second step of moderators; whoever has none is a reader and is told the way", async ({
  page,
  browser,
}) => {
  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const nina = await loginAsAnotherModerator(desk, "Nina");
  await loginAsAnotherModerator(page, "Rita", "admin");
  await page.goto("/moderation/settings");
  const demand = async (wish: "check" | "uncheck") => {
    await page.getByLabel("Moderators", { exact: true })[wish]();
    const form = page.locator("form", { has: page.getByLabel("Moderators", { exact: true }) });
    await Promise.all([page.waitForEvent("load"), form.getByRole("button").click()]);
    await expect(page.locator("#second-step")).toContainText("Saved");
  };
  await demand("check");
  try {
    await desk.goto("/moderation");
    await expect(desk).toHaveURL(/\/account$/);
    await desk.getByRole("link", { name: "Add a passkey or set up codes" }).click();
    const { secret } = await setUpCodes(desk);
    await desk.goto("/moderation");
    await expect(desk).toHaveURL(at("/moderation"));
    await desk.context().clearCookies();
    await signIn(desk, nina, "/sign-in?next=/moderation");
    await desk.getByLabel("Code").fill(codeFrom(secret, 1));
    await desk.getByRole("button", { name: "Confirm" }).click();
    await expect(desk).toHaveURL(at("/moderation"));
  } finally {
    await demand("uncheck");
  }
});
