import { expect, type Locator, type Page } from "@playwright/test";

/** The newest mail to an address. On a site without a mail server mails lie open on one's own machine. */
export async function newestMail(
  page: Page,
  to: string,
  address = "",
): Promise<{ text: string; code: string; link: string }> {
  await page.goto(`${address}/mailbox`);
  const mail = page.getByRole("article").filter({ hasText: to }).first();
  const text = await mail.innerText();
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
  return { text, code, link: (await mail.getByRole("link").first().getAttribute("href")) ?? "" };
}

/** The mail to an address that has these words, once it is there: notices wait for their job. */
export async function mailWith(page: Page, to: string, words: string): Promise<Locator> {
  const mail = page.getByRole("article").filter({ hasText: to }).filter({ hasText: words }).first();
  await expect(async () => {
    await page.goto("/mailbox");
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  return mail;
}
