import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login, loginAs, loginAsAnotherModerator } from "./cast";
import { expect, test } from "./story";

/** A ban ends every session at once, and leaves the way to its reasons and to somebody else who looks again. */
/** In the short run it is told without script, which everything must be there for; the forms are the same. */
for (const javaScriptEnabled of effort([false], [true, false]))
  test.describe(javaScriptEnabled ? "with script" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a banned member signs in to why, appeals, and is back with what they wrote once another moderator agrees", async ({
      page,
      browser,
    }) => {
      const article = await publishAnArticle();
      const dee = await login(page, "Dee");
      const posted = await page.request.post(`/api/v1${article}/comments`, {
        data: { body: "Fools, all of you." },
      });
      expect(posted.status()).toBe(201);

      const ada = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await loginAs(ada, "moderator");
      await ada.goto(`/moderation/members/${dee.handle}`);
      await ada.getByText("Ban", { exact: true }).first().click();
      const ban = ada.locator("form", { has: ada.getByRole("button", { name: "Ban" }) });
      await ban.getByLabel("Rule").selectOption("person");
      await ban.getByLabel("Their comments").selectOption("all");
      await ban.getByLabel("Explanation").fill("You called everyone here a fool.");
      await ban.getByLabel("They are signed out everywhere").check();
      await ban.getByRole("button", { name: "Ban" }).click();

      await page.goto("/inbox");
      await expect(page).toHaveURL(/sign-in/);
      await page.getByLabel("E-mail").fill(dee.email);
      await page.getByLabel("Password").fill(dee.password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is closed");
      await expect(page.getByText("You called everyone here a fool.").first()).toBeVisible();
      if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
      expect(
        await (
          await page.request.get(
            (await page.getByRole("link", { name: "Download your data" }).getAttribute("href")) ?? "",
          )
        ).text(),
      ).toContain("Fools, all of you.");

      await page.getByRole("link", { name: "Your account is closed" }).click();
      await page
        .getByLabel("Why should we change this decision?")
        .fill("It is a line of a play, in a thread about plays.");
      await page.getByRole("button", { name: "Appeal" }).click();
      await expect(page.getByText("Another moderator will read your appeal.")).toBeVisible();
      await page.goto("/inbox");
      await expect(page).toHaveURL(/account\/decisions/);

      const max = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await loginAsAnotherModerator(max);
      await max.goto(`/moderation?queue=appeals&member=${dee.handle}`);
      await expect(max.getByText("It is a line of a play")).toBeVisible();
      await max.getByLabel("Your answer, with reasons").fill("It is, and it was marked as one.");
      await max.getByRole("button", { name: "Uphold the appeal and reverse the decision" }).click();

      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(dee.email);
      await page.getByLabel("Password").fill(dee.password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.goto("/account/decisions");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Moderation decisions about you");
      await expect(page.getByText("You appealed, and the decision was reversed.")).toBeVisible();
      await page.goto(article);
      await expect(page.getByText("Fools, all of you.").first()).toBeVisible();
    });
  });
