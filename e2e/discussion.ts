import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";
import { login, PASSWORD, type Player } from "./cast";

/** Words that nobody has said before: repeating oneself is against the rules. */
export const once = (words: string): string => `${words} (${Math.random().toString(36).slice(2, 8)})`;

/** Somebody in a browser of their own. */
export async function someone(
  browser: Browser,
  name: string,
  { script = true, ...options }: BrowserContextOptions & { script?: boolean } = {},
): Promise<{ page: Page; player: Player }> {
  const page = await (await browser.newContext({ javaScriptEnabled: script, ...options })).newPage();
  return { page, player: await login(page, name) };
}

/** Posts as whoever is signed in on this page. @returns the comment's id */
export async function says(
  page: Pick<Page, "request">,
  article: string,
  body: string,
  parentId?: string,
  passage?: { exact: string },
): Promise<string> {
  const answer = await page.request.post(`/api/v1${article}/comments`, { data: { body, parentId, passage } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { comment } = (await answer.json()) as { comment: { id: string } };
  return comment.id;
}

/** The article with this comment in view, with script awake. */
export async function open(page: Page, article: string, id: string): Promise<Locator> {
  // From elsewhere: the same address again would only scroll.
  await page.goto("about:blank");
  await awake(page, () => page.goto(`${article}?comment=${id}#c-${id}`));
  return item(page, id);
}

/** Goes somewhere else, or there again, and waits until the discussion there knows whose it is and listens. */
export async function awake(page: Page, go: () => Promise<unknown>): Promise<void> {
  const left = page.waitForEvent("domcontentloaded");
  await go();
  await left;
  await page.locator("[data-discussion][data-ready]").waitFor({ state: "attached" });
  // A reader's first sign, at which the page fetches what one writes with.
  await page.mouse.move(1, 1);
  await page.locator("[data-discussion][data-tools]").waitFor({ state: "attached" });
}

export const item = (page: Page, id: string): Locator => page.locator(`[id="c-${id}"]`);
/** A word of the lines around a comment, not of those below it. */
export const own = (comment: Locator, name: string | RegExp): Locator =>
  comment.locator("> p").getByText(name, { exact: typeof name === "string" });
export const field = (page: Page): Locator => page.getByRole("textbox");

export const post = (page: Page): Promise<void> => page.getByRole("button", { name: "Post" }).click();

export async function signIn(page: Page, { email }: Player): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
