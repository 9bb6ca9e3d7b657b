import type { Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { login, loginAs, PASSWORD, somebody } from "./cast";
import { awake, once, says, someone } from "./discussion";
import { sendSignUp } from "./sign-up";
import { expect, test } from "./story";
import { effort } from "@/test/effort";

/** What the promises rest on: one is who one is, comes back to where one was, and is gone at once when one says so. */

const signIn = async (page: Page, email: string, password = PASSWORD) => {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

for (const script of effort([false], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a stranger signs up and comes back to where they were", async ({ page }) => {
      const gil = somebody("Gil");
      await page.goto("/inbox");
      await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox$/);
      await page.getByRole("link", { name: "Create an account" }).click();

      await page.getByLabel("E-mail").fill(gil.email);
      await page.getByLabel("Username").fill("moderator");
      await page.getByLabel("Name", { exact: true }).fill(gil.name);
      await page.getByLabel("Password").fill(gil.password);
      await sendSignUp(page);

      await expect(page.getByRole("alert").first()).toContainText("This username is reserved.");
      await expect(page.getByLabel("E-mail")).toHaveValue(gil.email);
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue(gil.name);
      await expect(page.getByLabel("Username")).toBeFocused();
      await expect(page.getByLabel("Password")).toHaveValue("");

      await page.getByLabel("Username").fill(gil.handle);
      await page.getByLabel("Password").fill(gil.password);
      await sendSignUp(page);
      await expect(page).toHaveURL(/\/inbox$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inbox");
    });

    test("a wrong password says nothing about the address, and keeps it", async ({ page }) => {
      const bo = await login(page, "Bo");
      await page.context().clearCookies();
      for (const email of [bo.email, somebody().email]) {
        await page.goto("/sign-in?next=/account");
        await signIn(page, email, "not the password");
        await expect(page.getByRole("alert").first()).toHaveText("Wrong e-mail address or password.");
        await expect(page.getByLabel("E-mail")).toHaveValue(email);
        await expect(page.getByLabel("Password")).toBeFocused();
      }
      await signIn(page, bo.email);
      await expect(page).toHaveURL(/\/account$/);
    });

    test("a new password signs every other browser out at once", async ({ page, browser }) => {
      const bo = await login(page, "Bo");
      const phone = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      await phone.goto("/sign-in?next=/account");
      await signIn(phone, bo.email);
      await expect(phone.getByText("In 2 browsers")).toBeVisible();

      await page.goto("/account");
      await page.getByLabel("Current password", { exact: true }).fill(PASSWORD);
      await page.getByLabel("New password").fill("password123");
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByLabel("New password")).toBeFocused();
      await page.getByLabel("Current password", { exact: true }).fill(PASSWORD);
      await page.getByLabel("New password").fill("four grey herons");
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByRole("status")).toContainText("Your password has been changed.");

      await phone.reload();
      await expect(phone).toHaveURL(/\/sign-in/);
      await phone.context().close();
    });

    test("a profile is what one says it is", async ({ page }) => {
      const bo = await login(page, "Bo");
      await page.goto("/account");
      await page.getByLabel("Name", { exact: true }).fill("Bo Bookbinder");
      await page.getByLabel("About you", { exact: true }).fill("Binds books.\nSlowly.");
      await page.getByRole("button", { name: "Save" }).first().click();
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await page.goto(`/members/${bo.handle}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bo Bookbinder");
      await expect(page.getByText("Binds books.")).toBeVisible();
      await expect(page.getByText("No comments yet.")).toBeVisible();
    });

    test("one click is enough to try the sample, and one to leave", async ({ page }) => {
      await page.goto("/sign-in?next=/account");
      await page.getByRole("button", { name: "Ada, moderator" }).click();
      await expect(page).toHaveURL(/\/account$/);
      await expect(page.getByRole("link", { name: "@ada-sample" })).toBeVisible();
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(page).toHaveURL(/\/$/);
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in/);
    });
  });

test("a browser that keeps no cookies is told so, in a sentence and not in a loop", async ({
  page,
  baseURL: at,
}) => {
  const baseURL = at ?? "";
  const bo = await login(page, "Bo");
  for (const password of [bo.password, "not the password"]) {
    const form = new URLSearchParams({ email: bo.email, password });
    const html = await (await fetch(`${baseURL}/sign-in?next=%2Faccount`)).text();
    const [withPassword = ""] = /<form[^>]*action="\/api\/v1\/session".*?<\/form>/s.exec(html) ?? [];
    for (const [, name = "", value = ""] of withPassword.matchAll(/name="(_return|_back)" value="([^"]*)"/g))
      form.set(name, value.replaceAll("&amp;", "&"));
    // Nothing of this keeps a cookie between two requests.
    const answer = await fetch(`${baseURL}/api/v1/session`, {
      method: "POST",
      body: form,
      headers: { origin: new URL(baseURL).origin, accept: "text/html" },
    });
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining("does not keep this site’s cookies"),
    ]);
  }
});

test("next-auth's own way in and out is open too", async ({ page }) => {
  const bo = await login(page, "Bo");
  await page.context().clearCookies();
  const { csrfToken } = (await (await page.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await page.request.post("/api/auth/callback/password", {
    form: { csrfToken, email: bo.email, password: PASSWORD },
  });
  const session: unknown = await (await page.request.get("/api/auth/session")).json();
  expect(session).toMatchObject({ user: { handle: bo.handle, role: "reader" } });

  const cookies = await page.context().cookies();
  await page.request.post("/api/auth/signout", { form: { csrfToken } });
  await page.context().addCookies(cookies);
  expect(await (await page.request.get("/api/v1/me")).json()).toEqual({ member: null });
});

test("next-auth's way in says what is wrong on our own page, and never breaks", async ({ request }) => {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const wrong = await request.post("/api/auth/callback/password", {
    form: { csrfToken, email: "nobody@example.org", password: "not a password" },
    maxRedirects: 0,
  });
  expect(wrong.headers().location).toMatch(/^\/sign-in\?error=CredentialsSignin/);
  const broken = { cookie: "next-auth.callback-url=http://[" };
  for (const path of ["session", "csrf", "session?callbackUrl=x"])
    expect((await request.get(`/api/auth/${path}`, { headers: broken })).status(), path).toBe(200);
  for (const path of ["providers", "signin", "_log", "error?error=%E2%80%93", "verify-request"])
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  for (const data of ["{", '{"callbackUrl":{}}', "[]", "null"]) {
    const answer = await request.post("/api/auth/signout", {
      data,
      headers: { "content-type": "application/json" },
    });
    expect([answer.status(), answer.headers()["content-type"]], data).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
  }
});

test("whoever signs out is asked what becomes of what they wrote, and nobody else is shown it", async ({
  page,
}) => {
  const reply = "/articles/organisational-learning-and-knowledge-management/reply";
  const words = `Half a thought of Bo's, ${Date.now()}.`;
  await login(page, "Bo");
  // Before script comes nothing is a draft, and nobody asks.
  const awake = page.locator("html[data-awake]");
  await page.goto(reply);
  await awake.waitFor();
  await page.getByLabel("Your comment").fill(words);
  await page.goto("/sign-out");
  await awake.waitFor();
  await page.getByRole("button", { name: "Sign out", exact: true }).last().click();
  await page.getByRole("button", { name: "Keep it and sign out" }).click();
  await expect(page).toHaveURL(/\/$/);

  await login(page, "Cy");
  await page.goto(reply);
  await expect(page.getByLabel("Your comment")).toHaveValue("");
});

test("what is unread is counted at the name, until it is read", async ({ page }) => {
  await loginAs(page, "reader");
  await page.goto("/inbox?only=you");
  await expect(
    page.getByRole("link", { name: /replied to you|replies to your comment/ }).first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
  await expect(page.getByRole("link", { name: /unread notice/ })).toBeHidden();
});

// vanilla/vanilla#952 and #1924, NodeBB/NodeBB#9447: the fragment, the query or the page itself was lost.
test("who signs in from the header of a page comes back to the place they were at", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const id = await says(bos, path, once("Read by somebody who is not signed in."));
  const gil = somebody("Gil");
  expect((await page.request.post("/api/v1/members", { data: gil })).status()).toBe(201);
  expect((await page.request.delete("/api/v1/session")).ok()).toBe(true);
  await awake(page, () => page.goto(`${path}?comment=${id}#c-${id}`));
  await page.getByRole("banner").getByRole("link", { name: "Sign in", exact: true }).click();
  await signIn(page, gil.email, gil.password);
  await expect(page).toHaveURL(new RegExp(`${path}\\?comment=${id}#c-${id}$`));
});

test("a password manager keeps with the password what one signs in with", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up"]) {
    await page.goto(path);
    await expect(page.locator('[autocomplete~="username"]')).toHaveAttribute("name", "email");
    await expect(page.locator('[autocomplete$="-password"]')).toHaveCount(1);
  }
});
