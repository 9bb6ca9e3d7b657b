import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { loginAs } from "./cast";
import { expect, test } from "./story";
import { SITEMAPS, wholeSitemap } from "./sitemap";

/** An editor writes, previews, publishes, corrects and unpublishes in the browser. */

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const fresh = () => `on-kettles-${randomBytes(5).toString("hex")}`;
/** The same page as the same person sees it where script runs: axe needs it. */
async function barriersWithScript(page: Page, browser: Browser): Promise<string[]> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({
    javaScriptEnabled: true,
    storageState,
    viewport: page.viewportSize(),
  });
  const looking = await context.newPage();
  await looking.goto(page.url());
  const found = await barriers(looking);
  await context.close();
  return found;
}
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function begin(page: Page, slug: string, body: string): Promise<void> {
  await page.goto("/write");
  await press(page, "New article");
  await page.getByLabel("Title", { exact: true }).fill(`On kettles, ${slug.slice(-4)}`);
  await page.getByLabel("Address", { exact: true }).first().fill(slug);
  await page.getByLabel("Standfirst").fill("Whether they should whistle.");
  await page.getByLabel("Text", { exact: true }).fill(body);
}

/** What a page draws, but for what only publishing gives: the moment, the name of the revision, the discussion with its marks, and pages of its author and tags. */
const asDrawn = (html: string): string =>
  html
    .replaceAll(/<a [^>]*href="\/(?:tags|authors)\/[^"]*"[^>]*>(.*?)<\/a>/g, "$1")
    .replaceAll(/<a href="#discussion">(.*?)<\/a>/g, "<span>$1</span>")
    .replaceAll(/<a class="passage-mark"[^>]*><\/a>/g, "")
    .replaceAll(/<p class="[^"]*"><span>The number next to a paragraph .*?<\/label><\/p>/gs, "")
    .replaceAll(/<footer>.*<\/footer>/gs, "")
    .replaceAll(/ (datetime|data-text|id)="[^"]*"/g, "");

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("from the first word to the correction, and away again", async ({ page, browser }) => {
    const slug = fresh();
    await loginAs(page, "editor");
    await begin(page, slug, "They should.\n\n<b>Loudly</b>");
    await page.getByText("Poll (optional)").click();
    await page.getByLabel("Question").fill("Should they whistle?");
    await page.getByLabel("Answer", { exact: true }).nth(0).fill("Yes");
    await page.getByLabel("Answer", { exact: true }).nth(1).fill("No");
    await page.getByLabel("Explanation (optional)").nth(1).fill("They wake the house.\nAlways.");
    await press(page, "Save and preview");
    await expect(page.getByRole("alert").filter({ hasText: "Text, line 3: HTML such as" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Publish now" })).toHaveCount(0);

    await page.getByRole("link", { name: "Keep writing" }).click();
    expect(await isWide(page)).toBe(false);
    await page.getByLabel("Text", { exact: true }).fill("They should.\n\n*Loudly.*");
    await press(page, "Save and preview");
    await expect(page.getByText("Preview: this is how readers will see it.")).toBeVisible();
    expect(await isWide(page)).toBe(false);
    const previewed = asDrawn(await page.locator("main article").innerHTML());
    await press(page, "Publish now");

    await expect(page).toHaveURL(`/articles/${slug}`);
    expect(asDrawn(await page.locator("main article").first().innerHTML())).toBe(previewed);
    await expect(page.getByRole("radio", { name: "Yes" })).toBeVisible();

    await page.goto(`/write/articles/${slug}`);
    await press(page, "Edit");
    // bndtools/bndtools#511, appbaseio/dejavu#323: what has several lines is edited in a field that keeps them.
    await expect(page.getByLabel("Explanation (optional)").nth(1)).toHaveValue(
      "They wake the house.\nAlways.",
    );
    await page.getByLabel("Text", { exact: true }).fill("They should not.");
    await press(page, "Save and preview");
    await page.getByLabel("Correction (optional)").first().fill("A “not”\nwas missing.");
    await press(page, "Publish revision 2");
    await expect(page).toHaveURL(`/articles/${slug}`);
    await expect(page.getByText("A “not” was missing.")).toBeVisible();
    // space-wizards/SS14.Admin#84, tgstation/tgstation#75519, CONTENIDO/CONTENIDO#50: lines that were typed are shown as lines.
    for (const lines of ["A “not”\nwas missing.", "They wake the house.\nAlways."])
      expect(await page.locator("main").innerText()).toContain(lines);

    const reader = await (await browser.newContext()).newPage();
    expect((await reader.goto(`/articles/${slug}`))?.status()).toBe(200);
    await page.goto(`/write/articles/${slug}`);
    await page.getByLabel("Yes, unpublish this article").check();
    await press(page, "Unpublish");
    await expect(page.getByText("only staff can read it here")).toBeVisible();
    await expect(async () => {
      expect((await reader.goto(`/articles/${slug}`))?.status()).toBe(404);
      expect(await (await reader.request.get("/feed.xml")).text()).not.toContain(slug);
      expect(await (await reader.request.get("/")).text()).not.toContain(slug);
      expect(await wholeSitemap(reader.request)).not.toContain(slug);
    }).toPass({ timeout: 10_000 });
    await press(page, "Publish again");
    await page.getByRole("link", { name: "Open the article" }).click();
    await expect(page.getByText("They should not.")).toBeVisible();
  });

  test("another address, to which the old one leads; and gone for good", async ({ page, browser }) => {
    const [slug, moved] = [fresh(), fresh()];
    await loginAs(page, "editor");
    await begin(page, slug, "They should.");
    await page.getByLabel("Tags").fill(slug);
    await press(page, "Save and preview");
    await press(page, "Publish now");
    await page.getByRole("link", { name: slug, exact: true }).click();
    await expect(page).toHaveURL(`/tags/${slug}`);
    await expect(page.getByRole("heading", { name: `Articles about ${slug}` })).toBeVisible();
    await page.goto(`/write/articles/${slug}`);
    await press(page, "Edit");
    await page.getByLabel("Address", { exact: true }).first().fill(moved);
    await press(page, "Save and preview");
    await press(page, "Publish revision 2");
    await expect(page).toHaveURL(`/articles/${moved}`);
    const reader = await (await browser.newContext()).newPage();
    await expect(async () => {
      await reader.goto(`/articles/${slug}`);
      await expect(reader).toHaveURL(`/articles/${moved}`, { timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
    await page.goto(`/write/articles/${moved}`);
    await page.getByLabel("Yes, unpublish this article").check();
    await press(page, "Unpublish");
    await page.getByLabel("Yes, delete this article for good").check();
    await press(page, "Delete for good");
    await expect(page.getByText("This article was deleted for good: only staff")).toBeVisible();
    for (const one of [slug, moved])
      await expect(async () => {
        expect((await reader.goto(`/articles/${one}`))?.status()).toBe(410);
      }).toPass({ timeout: 10_000 });
    await expect(reader.getByText("This article was deleted for good.")).toBeVisible();
  });

  test("a time to come is a schedule, which can be taken back; a draft can be deleted", async ({ page }) => {
    const slug = fresh();
    await loginAs(page, "editor");
    await begin(page, slug, "Later.");
    await press(page, "Save and preview");
    await page.getByLabel("Date and time (UTC)").fill("2020-01-01T10:00");
    await press(page, "Schedule");
    await expect(page.getByRole("alert").filter({ hasText: "in the future" })).toBeVisible();
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await page.getByLabel("Date and time (UTC)").fill(soon);
    await press(page, "Schedule");
    await expect(page.getByText("Scheduled for")).toBeVisible();
    expect((await page.request.get(`/articles/${slug}`)).status()).toBe(404);
    await press(page, "Cancel schedule");
    await expect(page.getByText("Scheduled for")).toHaveCount(0);
    await page.getByRole("link", { name: "Keep writing" }).click();
    await page.locator("summary").filter({ hasText: "Delete draft" }).click();
    await page.getByLabel("Delete this draft for good").check();
    await press(page, "Delete draft");
    await expect(page).toHaveURL("/write");
    await expect(page.getByText(`On kettles, ${slug.slice(-4)}`)).toHaveCount(0);
  });
});

test("what is typed is saved by itself; of two at one draft the second is told, and both texts are there", async ({
  page,
}) => {
  await loginAs(page, "editor");
  await begin(page, fresh(), "The first words.");
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByLabel("Text", { exact: true })).toHaveValue("The first words.");
  // While script takes the page over, what is selected in a field is let go.
  await expect(other.getByText("Changes are saved as you type.")).toBeVisible();
  await other.getByLabel("Text", { exact: true }).fill("Words from the other window.");
  await expect(other.getByText(/^Saved\./)).toBeVisible();
  await page.getByLabel("Text", { exact: true }).first().fill("Words from this one.");
  await expect(page.getByText("Press Save to see both.")).toBeVisible();
  await press(page, "Save");
  await expect(page.getByLabel("Text", { exact: true }).first()).toHaveValue("Words from this one.");
  await expect(page.getByLabel("Text", { exact: true }).last()).toHaveValue("Words from the other window.");
  expect(await barriers(page)).toEqual([]);
  await press(page, "Save");
  await expect(page.getByRole("heading", { name: /^What .* saved$/ })).toHaveCount(0);
  await press(page, "Save and preview");
  expect(await barriers(page)).toEqual([]);
  await page.goto("/write");
  expect(await barriers(page)).toEqual([]);
});

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("somebody without an account reads the draft, until its address is revoked", async ({
    page,
    browser,
  }) => {
    const slug = fresh();
    await loginAs(page, "editor");
    await begin(page, slug, "They should whistle.");
    await press(page, "Save and preview");
    await press(page, "Make an address");
    const address = await page.getByLabel("Address of the preview").inputValue();
    expect(address).toMatch(/\/previews\/[\w-]+\.[\w-]{22}$/);
    expect(await isWide(page)).toBe(false);
    expect(await barriersWithScript(page, browser)).toEqual([]);

    const stranger = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    const answer = await stranger.goto(address);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()["cache-control"]).toMatch(/no-store/);
    await expect(stranger.getByText("They should whistle.", { exact: true })).toBeVisible();
    await expect(stranger.getByText("Please do not pass it on.")).toBeVisible();
    await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(stranger.locator('meta[name="referrer"]')).toHaveAttribute("content", "no-referrer");
    await expect(stranger.getByRole("button", { name: /Publish|Save/ })).toHaveCount(0);
    expect(await isWide(stranger)).toBe(false);
    expect(await barriersWithScript(stranger, browser)).toEqual([]);
    for (const path of ["/", "/feed.xml", ...SITEMAPS, `/search?q=${slug.slice(-4)}`])
      expect(await (await stranger.request.get(path)).text(), path).not.toContain("/previews/");

    await press(page, "Revoke address");
    expect((await stranger.goto(address))?.status()).toBe(404);
    await expect(stranger.getByRole("heading", { name: "Page not found" })).toBeVisible();
  });

  test("two revisions are compared, and the earlier one is brought back", async ({ page, browser }) => {
    const slug = fresh();
    await loginAs(page, "editor");
    await begin(page, slug, "They should whistle.\n\nAlways.");
    await press(page, "Save and preview");
    await press(page, "Publish now");
    await page.goto(`/write/articles/${slug}`);
    await press(page, "Edit");
    await page.getByLabel("Text", { exact: true }).fill("They should sing.\n\nAlways.");
    await press(page, "Save and preview");
    await page.getByText("What this draft changes").click();
    await expect(page.locator("main ins")).toContainText("sing");
    await press(page, "Publish revision 2");

    await page.goto(`/write/articles/${slug}`);
    await page.getByRole("link", { name: "Revisions" }).click();
    await expect(page.locator("main del")).toContainText("whistle");
    await expect(page.locator("main ins")).toContainText("sing");
    expect(await isWide(page)).toBe(false);
    expect(await barriersWithScript(page, browser)).toEqual([]);
    await page.getByLabel("From", { exact: true }).selectOption("2");
    await page.getByLabel("To", { exact: true }).selectOption("1");
    await press(page, "Compare");
    await expect(page.locator("main ins")).toContainText("whistle");
    await page.getByRole("link", { name: "Revision 1", exact: true }).click();
    await expect(page.getByText("They should whistle.", { exact: true })).toBeVisible();
    expect(await barriersWithScript(page, browser)).toEqual([]);
    await press(page, "Start a draft from revision 1");
    await expect(page.getByLabel("Text", { exact: true })).toHaveValue("They should whistle.\n\nAlways.");
  });

  test("an article is put on top of the front page, and taken off again", async ({ page, browser }) => {
    const [first, second] = [fresh(), fresh()];
    await loginAs(page, "editor");
    for (const slug of [first, second]) {
      await begin(page, slug, "They should.");
      await press(page, "Save and preview");
      await press(page, "Publish now");
    }
    const reader = await (await browser.newContext()).newPage();
    const onTop = async (slug: string, isOnTop: boolean) =>
      expect(async () => {
        await reader.goto("/");
        const [lead] = await reader
          .locator("main article h2 a")
          .evaluateAll((links) => links.map((a) => a.getAttribute("href")));
        expect(lead === `/articles/${slug}`).toBe(isOnTop);
      }).toPass({ timeout: 10_000 });
    await page.goto(`/write/articles/${first}`);
    await press(page, "Put on top of the front page");
    await onTop(first, true);
    await press(page, "Take off the top of the front page");
    await onTop(first, false);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an article by a member and a guest leads to both, and is among one's own", async ({ page }) => {
    await loginAs(page, "editor");
    const slug = fresh();
    const guest = `Prof. Ann ${slug.slice(-6)}`;
    await begin(page, slug, "Tea.");
    await page.getByLabel("Authors").fill(`@nobody-of-that-name\n@eve-sample\n${guest}`);
    await press(page, "Save and preview");
    await expect(
      page.getByText(
        "There is no member called @nobody-of-that-name. Check the username, or write the name without @.",
      ),
    ).toBeVisible();
    await page.getByRole("link", { name: "Keep writing" }).click();
    await page.getByLabel("Authors").fill(`@eve-sample\n${guest}`);
    await press(page, "Save and preview");
    await press(page, "Publish now");
    const authors = page.locator("main article header a[rel=author]");
    await expect(authors).toHaveText(["Eve (sample)", guest]);
    await authors.last().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(guest);
    await page.getByRole("link", { name: /^On kettles/ }).click();
    await authors.first().click();
    await expect(page.getByRole("link", { name: `On kettles, ${slug.slice(-4)}` })).toBeVisible();
    await page.getByRole("link", { name: "All articles by Eve (sample)" }).click();
    await page.getByRole("link", { name: "@eve-sample" }).click();
    await expect(page.getByText("@eve-sample")).toBeVisible();
    await page.goto("/write");
    await page.getByRole("link", { name: "Mine" }).click();
    await expect(page.getByRole("link", { name: `On kettles, ${slug.slice(-4)}` })).toBeVisible();
    expect(await isWide(page)).toBe(false);
  });
});

test("the toolbar, the way to a wrong line and the preview as one types", async ({ page }) => {
  await loginAs(page, "editor");
  await begin(page, fresh(), "Tea\n\n<b>loud</b>");
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await press(page, "Go to line 3");
  const text = page.getByLabel("Text", { exact: true });
  await expect(text).toBeFocused();
  await page.keyboard.type("Louder");
  await expect(text).toHaveValue("Tea\n\nLouder");
  await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 3));
  await press(page, "Footnote");
  await page.keyboard.type("Or coffee.");
  await expect(text).toHaveValue("Tea[^1]\n\nLouder\n\n[^1]: Or coffee.");
  // Beside the text on a wide screen, below it elsewhere.
  const preview = page.getByRole("region", { name: "Preview" });
  const field = await text.boundingBox();
  await expect(preview.locator("p").filter({ hasText: "Louder" })).toBeVisible();
  expect((await preview.boundingBox())?.x ?? 0).toBeGreaterThan((field?.x ?? 0) + (field?.width ?? 0));
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(async () => (await preview.boundingBox())?.x).toBeLessThan(40);
  expect(await isWide(page)).toBe(false);
  await page.setViewportSize({ width: 1280, height: 720 });
  await text.press("ControlOrMeta+z");
  await text.fill("Softer");
  await expect(preview.locator("p").filter({ hasText: "Softer" })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test("what could not be saved is there again, also after the browser has ended", async ({
  page,
  context,
}) => {
  await loginAs(page, "editor");
  await begin(page, fresh(), "Typed on the platform.");
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  const address = page.url();
  await context.setOffline(true);
  await page.getByLabel("Text", { exact: true }).fill("Typed in the tunnel.");
  await page.getByLabel("Standfirst").fill("Also there.");
  await expect(page.getByText(/^Not saved yet/)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByLabel("Text", { exact: true })).toHaveValue("Typed in the tunnel.");
  await expect(again.getByLabel("Standfirst")).toHaveValue("Also there.");
  await expect(again.getByText(/^Saved\./)).toBeVisible();
  await again.reload();
  await expect(again.getByLabel("Text", { exact: true })).toHaveValue("Typed in the tunnel.");
  const keptHere = () =>
    again.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("/write/")).length);
  expect(await keptHere()).toBe(0);
  // The same where the session has ended while one wrote.
  await context.clearCookies();
  await again.getByLabel("Text", { exact: true }).fill("Typed after the session had ended.");
  await expect(again.getByText(/^Not saved: .* Your text is kept in this browser\.$/)).toBeVisible();
  await loginAs(again, "editor");
  await again.goto(address);
  await expect(again.getByLabel("Text", { exact: true })).toHaveValue("Typed after the session had ended.");
  await expect(again.getByText(/^Saved\./)).toBeVisible();
  expect(await keptHere()).toBe(0);
});
