import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { aPicture } from "@/test/pictures";
import { barriers } from "./accessibility";
import { loginAs } from "./cast";
import { expect, test } from "./story";

/** An editor illustrates an article, and readers see its pictures while they can read it. */

const fresh = () => `on-cups-${randomBytes(5).toString("hex")}`;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function begin(page: Page, slug: string): Promise<void> {
  await loginAs(page, "editor");
  await page.goto("/write");
  await press(page, "New article");
  await page.getByLabel("Title", { exact: true }).fill("On cups");
  await page.getByLabel("Address", { exact: true }).first().fill(slug);
  await page.getByLabel("Standfirst").fill("Whether they should have handles.");
  await page.getByLabel("Text", { exact: true }).fill("They should.");
}

const shown = (page: Page, alt: string) =>
  page.getByRole("img", { name: alt }).evaluate(async (picture: HTMLImageElement) => {
    picture.scrollIntoView();
    await picture.decode();
    return picture.naturalWidth;
  });

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a picture is refused in words and nothing typed is lost; then one stands in the text and one on top", async ({
    page,
    browser,
  }) => {
    const slug = fresh();
    await begin(page, slug);
    const add = async (name: string, bytes: Buffer, words: Record<string, string>, place?: string) => {
      const fold = page.getByText("Add a picture (optional)");
      if (!(await page.getByLabel("File").isVisible())) await fold.click();
      await page.getByLabel("File").setInputFiles({ name, mimeType: "image/jpeg", buffer: bytes });
      for (const [label, value] of Object.entries(words)) await page.getByLabel(label).last().fill(value);
      if (place) await page.getByLabel("Place").selectOption({ label: place });
      await press(page, "Add picture");
    };
    await add("tea.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), { Description: "A cup" });
    await expect(page.getByText("SVG files can contain scripts").first()).toBeVisible();
    await expect(page.getByLabel("Text", { exact: true })).toHaveValue("They should.");
    await expect(page.getByLabel("Description").last()).toHaveValue("A cup");

    const wide = await aPicture({ width: 1_800, height: 900 });
    await add("tea.jpg", wide, { Description: "A cup", "Credit (optional)": "Photo: Eve" });
    await expect(page.getByLabel("Text", { exact: true })).toHaveValue(
      /^They should\.\s+!\[A cup\]\(\/pictures\/[0-9a-f]{32}#1600x800 "\| Photo: Eve"\)$/,
    );
    await add(
      "pot.png",
      await aPicture({ format: "png" }),
      { Description: "A pot" },
      "on top of the article",
    );
    await expect(page.getByText("Picture on top of the article")).toBeVisible();
    expect(await isWide(page)).toBe(false);
    await press(page, "Save and preview");
    expect(await isWide(page)).toBe(false);
    await press(page, "Publish now");
    await expect(page).toHaveURL(`/articles/${slug}`);
    expect(await isWide(page)).toBe(false);

    const reader = await browser.newPage({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: true });
    await reader.goto(`/articles/${slug}`);
    expect(await shown(reader, "A pot")).toBeGreaterThan(0);
    expect(await shown(reader, "A cup")).toBeGreaterThan(0);
    await expect(reader.getByText("Photo: Eve")).toBeVisible();
    expect(await barriers(reader)).toEqual([]);
    const picture = reader.getByRole("img", { name: "A cup" });
    expect(await picture.evaluate((one) => [one.getAttribute("width"), one.getAttribute("loading")])).toEqual(
      ["1600", "lazy"],
    );
    const og = (await reader.locator("meta[property='og:image']").getAttribute("content")) ?? "";
    const shared = await reader.request.get(new URL(og).pathname);
    expect(await sharp(await shared.body()).metadata()).toMatchObject({ format: "jpeg", width: 700 });

    await page.goto(`/write/articles/${slug}`);
    await page.getByLabel("Yes, unpublish").check();
    await press(page, "Unpublish");
    await expect(page.getByRole("button", { name: "Publish again" })).toBeVisible();
    expect((await reader.request.get(new URL(og).pathname)).status()).toBe(404);
  });
});

test("a picture dropped into the text stands there as a figure, saved as one types", async ({ page }) => {
  await begin(page, fresh());
  const text = page.getByLabel("Text", { exact: true });
  const bytes = (await aPicture()).toString("base64");
  await text.evaluate((field, base64) => {
    const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([data], "cup.jpg", { type: "image/jpeg" }));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(page.getByText("cup.jpg is in the text.")).toBeVisible();
  await expect(text).toHaveValue(/!\[\]\(\/pictures\/[0-9a-f]{32}#700x400\)/);
  await page.keyboard.type("A cup");
  await expect(text).toHaveValue(/!\[A cup\]\(/);
  await expect(page.getByText("Ready to publish: press")).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test("a picture that is too large is refused in words, also where a browser sends it", async ({ page }) => {
  await begin(page, fresh());
  await page.getByText("Add a picture (optional)").click();
  const buffer = Buffer.alloc(20 * 1024 * 1024, "x");
  await page.getByLabel("File").setInputFiles({ name: "tea.jpg", mimeType: "image/jpeg", buffer });
  await page.getByLabel("Description").last().fill("A cup");
  await press(page, "Add picture");
  await expect(page.getByText("A picture can have at most 12 MB").first()).toBeVisible();
});
