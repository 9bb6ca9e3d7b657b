import { expect, type Page } from "@playwright/test";
import { awake } from "./discussion";
import { effort } from "@/test/effort";

/** Pixels that a short name takes. */
const NAME = 40;
/** Comments of an article whose menus are opened. */
const MENUS = effort(1, 3);

/** Where the header and one's own menu in it lead, with script. */
export async function waysInHeader(page: Page): Promise<string[]> {
  const header = page.getByRole("banner");
  const name = header.locator("[data-menu] > summary");
  await expect(name).toBeInViewport({ ratio: 1 });
  expect((await name.boundingBox())?.width, "room for one's own name").toBeGreaterThan(NAME);
  await name.click();
  await expect(header.getByRole("link", { name: "Account" })).toBeVisible();
  return hrefs(page, "header");
}

/** Where everything leads that is on screen in an article, with the menus of its first comments opened one after the other. */
export async function waysInArticle(page: Page, path: string): Promise<string[]> {
  await awake(page, () => page.goto(path));
  const found = new Set(await waysInHeader(page));
  const menus = page.locator("#discussion [data-action=menu]");
  for (let nth = 0; nth < Math.min(MENUS, await menus.count()); nth += 1) {
    await menus.nth(nth).click();
    await expect(menus.nth(nth)).toHaveAttribute("aria-expanded", "true");
    for (const href of await hrefs(page, "body")) found.add(href);
    await page.keyboard.press("Escape");
  }
  return [...found];
}

/** Of this site, as they are on screen, without fragments. */
const hrefs = (page: Page, within: string): Promise<string[]> =>
  page.locator(`${within} a[href]`).evaluateAll((links) => [
    ...new Set(
      links
        .filter((link): link is HTMLAnchorElement => link instanceof HTMLAnchorElement)
        .filter((link) => link.origin === location.origin && link.checkVisibility())
        .map(({ pathname, search }) => pathname + search),
    ),
  ]);
