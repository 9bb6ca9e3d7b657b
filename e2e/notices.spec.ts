import type { Page } from "@playwright/test";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import { once, says, someone } from "./discussion";
import { mailWith } from "./mailbox";
import { expect, test } from "./story";
import { sixMinutesLater } from "./time";

/** What comes by mail: few, right, and ended by one click without signing in. */

/** In the short run it is told without script, which everything must be there for; the forms are the same. */
for (const script of effort([false], [true, false]))
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a reply is mailed when it was not read, leads to its place, and its mails end by a link", async ({
      page: other,
      browser,
    }) => {
      test.slow();
      const article = await publishAnArticle();
      const bo = await someone(browser, "Bo", { script });
      await login(other, "Cy");
      const [said, why, who] = [
        once("They are one thing, I say, and not two."),
        once("I should like to hear why you say so."),
        once("And who has said it before you."),
      ];
      const root = await says(bo.page, article, said);
      const first = await says(other, article, why, root);
      await says(other, article, who, root);
      await sixMinutesLater(bo.player.handle);
      const reader = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
      const mail = await mailWith(reader, bo.player.email, "replied to you");
      for (const words of [said, why, who]) await expect(mail).toContainText(words);
      await mail
        .getByRole("link", { name: /Read it in the discussion/ })
        .first()
        .click();
      await expect(reader).toHaveURL(new RegExp(`/comments/${first}$`));

      await (
        await mailWith(reader, bo.player.email, "replied to you")
      )
        .getByRole("link", { name: "No more e-mails about replies to you" })
        .click();
      await expect(reader.getByText("Nothing has changed yet.")).toBeVisible();
      if (script) expect(await barriers(reader)).toEqual([]);
      await reader.getByRole("button", { name: "No more e-mails about replies to you" }).click();
      await expect(reader.getByRole("status")).toContainText("no more e-mails about replies to you");
      await bo.page.goto("/account");
      await expect(byMail(bo.page)).not.toBeChecked();
      await reader.getByRole("button", { name: "Undo" }).click();
      await expect(reader.getByRole("status")).toContainText("e-mails about replies to you again");
      await bo.page.goto("/account");
      await expect(byMail(bo.page)).toBeChecked();
      if (script) expect(await barriers(bo.page)).toEqual([]);

      await bo.page.goto("/inbox");
      const told = bo.page.getByRole("link", { name: /2 replies to your comment/ });
      await expect(told).toHaveAttribute("href", `/comments/${root}`);
      await bo.page
        .getByRole("navigation", { name: "What is shown" })
        .getByRole("link", { name: "Following" })
        .click();
      await expect(told).toBeHidden();
      await bo.page.goto("/inbox?only=you");
      const kinds = bo.page.getByRole("navigation", { name: "Kind of notice" });
      await kinds.getByRole("link", { name: "Mentions of you" }).click();
      await expect(told).toBeHidden();
      await kinds.getByRole("link", { name: "Replies to you" }).click();
      await expect(told).toBeVisible();
      if (script) expect(await barriers(bo.page)).toEqual([]);
      await bo.page.goto("/inbox");
      if (script) expect(await barriers(bo.page)).toEqual([]);
      await bo.page.getByRole("button", { name: "Mark all as read" }).click();
      expect(await unread(bo.page)).toBe(0);
    });
  });

test("what is read in the discussion is read in the inbox, and mailed no more", async ({
  page: other,
  browser,
}) => {
  const article = await publishAnArticle();
  const bo = await someone(browser, "Bo");
  await login(other, "Cy");
  const root = await says(bo.page, article, once("They are one thing, I say, and not two."));
  const reply = await says(other, article, once("I should like to hear why you say so."), root);
  expect(await unread(bo.page)).toBe(1);
  await bo.page.goto(`/comments/${reply}`);
  await expect.poll(() => unread(bo.page)).toBe(0);
  await expect(bo.page.getByRole("link", { name: /unread notice/ })).toBeHidden();
});

test("while one reads a discussion, the badge tells of an answer without a reload", async ({
  page: other,
  browser,
}) => {
  const article = await publishAnArticle();
  const bo = await someone(browser, "Bo");
  await login(other, "Cy");
  const root = await says(bo.page, article, once("They are one thing, I say, and not two."));
  await bo.page.goto(article);
  await expect(bo.page.getByText("They are one thing").first()).toBeVisible();
  await says(other, article, once("I should like to hear why you say so."), root);
  // The minute's question would come later than this.
  await expect(bo.page.getByRole("link", { name: /unread notice/ })).toBeVisible({ timeout: 30_000 });
});

const byMail = (page: Page) => page.getByRole("checkbox", { name: "Replies to you" });

async function unread(page: Page): Promise<number> {
  const { unread } = (await (await page.request.get("/api/v1/inbox")).json()) as { unread: number };
  return unread;
}
