import type { Page } from "@playwright/test";

/** Goes to a page of the moderators' desk, and waits until it listens to keys. */
export async function sitDown(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("body[data-keys]").waitFor();
}
