import { loginAs } from "./cast";
import { expect, test } from "./story";

/** An admin runs the site's settings and pages in the browser. */

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a colour that cannot be read is refused in words; a page of the site's own is written", async ({
    page,
  }) => {
    await loginAs(page, "admin");
    await page.goto("/moderation");
    await page.getByRole("link", { name: "Site settings", exact: true }).click();
    await page.getByLabel("Accent colour").fill("#ffee00");
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("too pale to read").last()).toBeVisible();
    await expect(page.getByLabel("Accent colour")).toHaveValue("#ffee00");

    await page.getByRole("link", { name: "Imprint", exact: true }).first().click();
    const text = "## Who we are\n\nThe Society of Tea.";
    await page.getByLabel("Text", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("heading", { name: "Who we are" })).toBeVisible();
    await page.getByRole("button", { name: "Save page" }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await page.getByRole("contentinfo").getByRole("link", { name: "Imprint" }).click();
    await expect(page).toHaveURL("/imprint");
    await expect(page.getByText("The Society of Tea.")).toBeVisible();
  });
});
