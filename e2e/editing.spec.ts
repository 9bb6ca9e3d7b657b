import type { Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import { field, item, once, open, own, says } from "./discussion";
import { expect, test } from "./story";
import { ageComment } from "./time";

/** Editing: in its place, with what it said before for everyone to see, and no word lost when it is refused. */

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
});

const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();
const refusal = (page: Page, words: string) => page.getByRole("alert").filter({ hasText: words });
async function openForm(page: Page, id: string): Promise<void> {
  await own(await open(page, article, id), "More …").click();
  await page.getByRole("button", { name: "Edit" }).click();
  await expect(field(page)).toBeFocused();
}

test("it is edited where it stands, and everybody can see what was changed", async ({ page }) => {
  await login(page, "Bo");
  const id = await says(page, article, once("The difference is one of *approach*."));
  await openForm(page, id);
  await expect(field(page)).toHaveValue(/one of \*approach\*/);
  await expect(item(page, id).locator("> div[dir]")).toBeHidden();
  await field(page).fill("The difference is one of *purpose*.");
  await save(page);
  await expect(item(page, id)).toBeFocused();
  await expect(item(page, id).locator("> div[dir]")).toHaveText("The difference is one of purpose.");
  await own(item(page, id), "edited").click();
  await expect(page.locator("ins").first()).toContainText("purpose");
});

test("a begun edit survives a reload, and closing the form", async ({ page }) => {
  await login(page, "Bo");
  const id = await says(page, article, once("To be thought over."));
  await openForm(page, id);
  await field(page).fill("Thought over, but not done yet");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(item(page, id).locator("> div[dir]")).toBeVisible();
  await openForm(page, id);
  await expect(field(page)).toHaveValue("Thought over, but not done yet");
});

test("what is typed or selected before script comes stays as it is, and what is typed then takes its place", async ({
  page,
}) => {
  await login(page, "Bo");
  const id = await says(page, article, once("To be said otherwise."));
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/comments/${id}/edit`, { waitUntil: "domcontentloaded" });
  await field(page).fill("Begun anew.");
  await field(page).press("ControlOrMeta+a");
  letGo();
  // Only script draws it.
  await expect(page.getByRole("group", { name: "Light or dark" })).toBeVisible();
  await expect(field(page)).toHaveValue("Begun anew.");
  await page.keyboard.type("Said otherwise.");
  await expect(field(page)).toHaveValue("Said otherwise.");
});

test("changed elsewhere meanwhile, the words stay, the present text stands beside them, and saving again is a choice", async ({
  page,
}) => {
  await login(page, "Bo");
  const id = await says(page, article, once("Open in two windows."));
  await openForm(page, id);
  await field(page).fill("From this window");
  await page.request.patch(`/api/v1/comments/${id}`, {
    data: { body: "From the other window", revision: 1 },
  });
  await save(page);
  await expect(refusal(page, "changed elsewhere")).toBeVisible();
  await expect(page.getByText("Current version").locator("..")).toContainText("From the other window");
  await expect(field(page)).toHaveValue("From this window");
  await save(page);
  await expect(item(page, id).locator("> div[dir]")).toHaveText("From this window");
});

test("after the window an edit is refused in words, and the words stay", async ({ page }) => {
  await login(page, "Bo");
  const id = await says(page, article, once("Soon too old to change."));
  await openForm(page, id);
  await field(page).fill("One thought too late");
  await ageComment(id, 31);
  await save(page);
  await expect(refusal(page, "edit a comment for 30 minutes")).toBeVisible();
  await expect(field(page)).toHaveValue("One thought too late");
});

// mybb/mybb#1603, umputun/remark42#1737: what could be done no more was offered until the page was loaded again.
test("when the half hour is over, editing is no longer offered to whoever is looking", async ({ page }) => {
  await page.clock.install();
  await login(page, "Bo");
  const id = await says(page, article, once("Soon nobody can change this."));
  const comment = await open(page, article, id);
  const edit = page.getByRole("button", { name: "Edit" });
  await own(comment, "More …").click();
  await expect(edit).toBeVisible();
  await page.keyboard.press("Escape");
  await ageComment(id, 31);
  // What the header asks each minute, and a stream that begins anew as after a sleep, would tell the browser that its clock is wrong now.
  await page.route(/\/api\/v1\/me$|\/(?:live|events)\b/, (route) => route.abort());
  await expect(async () => {
    // Each time: a stream that was open already may have said what time it is.
    await page.clock.fastForward(31 * 60_000);
    await page.keyboard.press("Escape");
    await own(comment, "More …").click();
    await expect(page.getByRole("button", { name: "Withdraw" })).toBeVisible();
    expect(await edit.isVisible()).toBe(false);
  }).toPass();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a conflict shows both texts, and a window that is over leaves the words to be copied", async ({
    page,
  }) => {
    await login(page, "Bo");
    const id = await says(page, article, once("Open in two windows, without script."));
    await page.goto(`/comments/${id}/edit`);
    await field(page).fill("From this window");
    await page.request.patch(`/api/v1/comments/${id}`, {
      data: { body: "From the other window", revision: 1 },
    });
    await save(page);
    await expect(page.getByText("Current version").locator("..")).toContainText("From the other window");
    await expect(field(page)).toHaveValue("From this window");
    await ageComment(id, 31);
    await save(page);
    await expect(refusal(page, "edit a comment for 30 minutes")).toBeVisible();
    await expect(page.getByLabel("Your text")).toHaveValue("From this window");
  });
});
