import { expect, type Browser, type Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { loginAs, loginAsAnotherModerator } from "./cast";
import { item, once, open, own, says, someone } from "./discussion";
import { test } from "./story";

/** The promise of moderating, where one stands: a moderator who reads decides at the comment itself, and takes it back there. */

const act = async (page: Page, id: string, label: string | RegExp) => {
  await own(item(page, id), /^More/).click();
  await page.getByRole("list", { name: "More actions for this comment" }).getByText(label).click();
};
const panel = (page: Page) => page.getByRole("group", { name: "Moderate this comment" });

async function aCommentIn(browser: Browser, article: string): Promise<string> {
  const { page: bo } = await someone(browser, "Bo");
  return says(bo, article, once("What somebody knows is not what somebody does."));
}

test("a moderator rejects a comment in its thread with a reason, and takes that back at the same place", async ({
  page,
  browser,
}) => {
  const article = await publishAnArticle();
  const id = await aCommentIn(browser, article);
  await loginAs(page, "moderator");
  const comment = await open(page, article, id);
  await act(page, id, "Remove or hold…");
  await panel(page).getByRole("radio", { name: "Advertising" }).check();
  await panel(page).getByLabel("Message to the author").fill("It sells your book.");
  await panel(page).getByRole("button", { name: "Remove" }).click();
  await expect(panel(page)).toContainText("You removed this: Advertising.");
  await expect(comment).toContainText("Removed by a moderator");
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await expect(comment).toContainText("What somebody knows");
  await act(page, id, "Approve");
  await expect(panel(page)).toContainText(/You approved this\./);
});

test("a thread is closed and opened, and a comment pinned as the best case, from its menu", async ({
  page,
  browser,
}) => {
  const article = await publishAnArticle();
  const { page: bo } = await someone(browser, "Bo");
  for (const data of [{ option: "approach" }])
    expect((await bo.request.put(`/api/v1${article}/poll/vote`, { data })).status()).toBe(200);
  const posted = await bo.request.post(`/api/v1${article}/comments`, {
    data: { body: once("It is an approach: one learns by doing."), showStance: true },
  });
  const { comment } = (await posted.json()) as { comment: { id: string } };
  await loginAs(page, "moderator");
  await page.request.put(`/api/v1${article}/poll/pass`);
  const here = await open(page, article, comment.id);
  await act(page, comment.id, "Close to replies…");
  await panel(page).getByLabel("Rule").selectOption("topic");
  await panel(page).getByRole("button", { name: "Close to replies" }).click();
  await expect(panel(page)).toContainText("You closed this");
  await expect(own(here, "Closed to replies")).toBeVisible();
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await expect(own(here, "Reply")).toBeVisible();
  await act(page, comment.id, /^Pin as the best case/);
  await expect(panel(page)).toContainText("Pinned as the best case for");
  await page.goto(`/comments/${comment.id}/moderate`);
  await page.getByRole("button", { name: "Unpin" }).click();
  await page.goto(`/comments/${comment.id}/moderate`);
  await expect(page.getByRole("button", { name: /^Pin as the best case/ })).toBeVisible();
});

test("what somebody else decides at the desk meanwhile is told in place, and the words typed stay", async ({
  page,
  browser,
}) => {
  const article = await publishAnArticle();
  const id = await aCommentIn(browser, article);
  await loginAs(page, "moderator");
  await open(page, article, id);
  await act(page, id, "Remove or hold…");
  await panel(page).getByRole("radio", { name: "Advertising" }).check();
  await panel(page).getByLabel("Message to the author").fill("It sells your book.");
  const { page: other } = await someone(browser, "Max");
  await loginAsAnotherModerator(other);
  const data = { action: "approve", comment: id, revision: 1 };
  expect((await other.request.post("/api/v1/moderation/decisions", { data })).status()).toBe(201);
  await panel(page).getByRole("button", { name: "Remove" }).click();
  await expect(panel(page).getByRole("alert")).toContainText(/approved this in the meantime/);
  await expect(panel(page).getByLabel("Message to the author")).toHaveValue("It sells your book.");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form page leads back to the comment, which says what was decided and takes it back", async ({
    page,
    browser,
  }) => {
    const article = await publishAnArticle();
    const id = await aCommentIn(browser, article);
    await loginAs(page, "moderator");
    await page.goto(`/comments/${id}`);
    await page.getByRole("link", { name: "Moderate", exact: true }).click();
    await page.getByText("Remove or hold…").click();
    await page.getByRole("button", { name: "Remove" }).click();
    await expect(page.getByRole("alert").first()).toContainText("house rule");
    await page.getByRole("radio", { name: "Advertising" }).check();
    await page.getByRole("button", { name: "Remove" }).click();
    await expect(page).toHaveURL(`/comments/${id}?done=decided`);
    await expect(page.getByText("You removed this: Advertising.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("You reversed the removal.")).toBeVisible();
    await expect(page.getByText("What somebody knows")).toBeVisible();

    await page.getByRole("link", { name: "Moderate", exact: true }).click();
    await page.getByLabel("Rule").selectOption("topic");
    const { page: other } = await someone(browser, "Max");
    await loginAsAnotherModerator(other);
    const data = { action: "lock", comment: id, ground: "topic" };
    expect((await other.request.post("/api/v1/moderation/decisions", { data })).status()).toBe(201);
    await page.getByRole("button", { name: "Close to replies" }).click();
    await expect(page.getByRole("alert").first()).toContainText("already closed");
    await page.getByRole("button", { name: "Allow replies again" }).click();
    await expect(page.getByText("You reopened this.")).toBeVisible();
  });

  test("whoever is no moderator here is told whom the page is for", async ({ page, browser }) => {
    const article = await publishAnArticle();
    const id = await aCommentIn(browser, article);
    await page.goto(`/comments/${id}/moderate`);
    await expect(page).toHaveURL(/\/sign-in/);
    await loginAs(page, "reader");
    await page.goto(`/comments/${id}/moderate`);
    await expect(page.getByText("Only moderators of this discussion can use this page.")).toBeVisible();
  });
});
