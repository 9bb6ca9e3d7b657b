import type { Page } from "@playwright/test";
import { barriers, COLOUR_SCHEMES } from "./accessibility";
import { loginAs } from "./cast";
import { publishAnArticle, seedAThread } from "./articles";
import { once, says, someone } from "./discussion";
import { expect, test } from "./story";
import { wholeSitemap } from "./sitemap";

/** The promise of reading: beautiful, fast, complete without JavaScript, and citable. */

const ARTICLE = "/articles/organisational-learning-and-knowledge-management";
const TITLE = "Organisational learning and knowledge management";
const PUBLIC_PAGES = ["/", ARTICLE, "/about", "/about/methods", "/nowhere"];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the article is all there", async ({ page }) => {
    await page.goto("/");
    // Other stories publish it again, under names of their own.
    const link = page.locator(`a[href="${ARTICLE}"]`, { hasText: TITLE });
    while ((await link.count()) === 0) {
      const there = page.url();
      await page.getByRole("link", { name: "Older articles" }).click();
      await expect(page).not.toHaveURL(there);
    }
    await link.click();

    await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    // By this a reader mode knows that it is none of the text.
    await expect(page.locator("#discussion")).toHaveClass(/(^| )comments( |$)/);
    await expect(page.getByText("The Moot editors")).toBeVisible();
    await expect(page.locator("article time").first()).toHaveAttribute("datetime", /^2026-11-23T/);
    await expect(page.getByText(/^\d min read$/)).toBeVisible();
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.locator("article blockquote")).toBeVisible();
    await expect(page.getByRole("link", { name: "Read the Goddard account" })).toBeVisible();
    await expect(page.getByRole("list", { name: "Tags" })).toContainText("knowledge");
    // By this reader modes tell it from the article's text.
    await expect(page.locator("#discussion")).toHaveClass(/(?:^| )comments$/);
    await expect(
      page.getByRole("group", { name: /one of approach, or are the two complementary/ }),
    ).toBeVisible();

    const figure = page.locator("figure img");
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute("alt", /Two drawings/);
    expect(await statusOf(page, await figure.getAttribute("src"))).toBe(200);
  });

  test("what only a script could do is not offered", async ({ page }) => {
    await page.goto(ARTICLE);
    await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
    await expect(page.getByRole("radio", { name: "Dark" })).toBeHidden();
    await expect(page.getByRole("link", { name: "Account", exact: true })).toHaveAttribute(
      "href",
      "/account",
    );
  });

  test("a note unfolds under its line on a phone", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(ARTICLE);
    const note = page.locator(".sidenote").first();
    await expect(note).toBeHidden();
    await page.locator(".note-label").first().click();
    await expect(note).toBeVisible();
    await page.locator(".note-label").first().click();
    await expect(note).toBeHidden();
  });
});

test("the front page says what is new since the last visit", async ({ page, browser }) => {
  const path = await publishAnArticle();
  const listed = page.locator("article", { has: page.locator(`a[href="${path}"]`) });
  // Asked for without a browser: a first visit to a front page that is a moment older would make this article new at the second.
  await expect.poll(async () => (await page.request.get("/")).text()).toContain(`href="${path}"`);
  await page.goto("/");
  await expect(listed).toContainText("no comments yet");
  await expect(listed).not.toContainText("New");

  await listed.getByRole("link").first().click();
  await expect(page.locator("[data-discussion][data-ready]")).toBeVisible();
  await page.goto("/");
  await expect(listed).not.toContainText("since your last visit");

  const { page: bos } = await someone(browser, "Bo");
  await says(bos, path, once("The files were all there, and nobody could read them."));
  await says(bos, path, once("Those who could had retired the year before."));
  await expect(async () => {
    await page.goto("/");
    await expect(listed).toContainText("2 new since your last visit", { timeout: 1_000 });
  }).toPass();
});

test("the article and its discussion stay when another program has changed the page before it wakes up", async ({
  page,
}) => {
  const path = await publishAnArticle();
  await seedAThread(path.split("/").at(-1) ?? "", 12);
  const woken: string[] = [];
  page.on("console", (message) => woken.push(message.text()));
  page.on("pageerror", ({ message }) => woken.push(message));
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replace(/>[^<]+<\/h1>/, ">Translated</h1>")
      .replace(">About</a>", ">Of this</a>");
    await route.fulfill({ response: answer, body: html });
  });
  await page.goto(path);
  // React found another page than it had sent, and drew its own; with what it only passes over it does nothing.
  await expect(
    page
      .getByRole("navigation", { name: "Site", exact: true })
      .getByRole("link", { name: "About", exact: true }),
  ).toBeVisible();
  await expect.poll(() => woken.join("\n")).toContain("418");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Translated");
  await expect(page.locator("article > div p").first()).toBeVisible();
  await expect(page.locator("[data-discussion] > ol li[id]").first()).toBeVisible();
});

test("a note stands beside its line on a desk, and its number leads to the list and back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(ARTICLE);
  const [text, note] = await Promise.all([
    page.locator("article p").nth(1).boundingBox(),
    page.locator(".sidenote").first().boundingBox(),
  ]);
  expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  expect((note?.x ?? 0) + (note?.width ?? 0)).toBeLessThan(1280);

  await page.locator("#noteref-2").click();
  await expect(page.locator("#note-2")).toBeInViewport();
  await expect(page.locator("#note-2")).toContainText("Davenport");
  await page.locator("#note-2 .note-back").click();
  await expect(page.locator("#noteref-2")).toBeInViewport();
});

test("the article says in the head what it is, for those who cite and share it", async ({
  page,
  baseURL,
}) => {
  await page.goto(`${ARTICLE}?utm_source=somewhere`);
  const address = `${baseURL ?? ""}${ARTICLE}`;
  const content = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");

  await expect(page).toHaveTitle(`${TITLE} · Moot`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", address);
  const feeds = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(feeds).toHaveCount(2);
  for (const feed of await feeds.all())
    expect(await statusOf(page, await feed.getAttribute("href"))).toBe(200);
  expect(await content("description")).toContain("Two fields study");
  expect(await content("og:type")).toBe("article");
  expect(await content("og:title")).toBe(TITLE);
  expect(await content("og:url")).toBe(address);
  expect(await content("article:published_time")).toMatch(/^2026-11-23T/);
  expect(await statusOf(page, await content("og:image"))).toBe(200);

  const facts = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(JSON.parse(facts ?? "")).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Article",
    headline: TITLE,
    author: [{ "@type": "Organization", name: "The Moot editors" }],
    publisher: { logo: { "@type": "ImageObject" } },
    datePublished: expect.stringMatching(/^2026-11-23T/),
    url: address,
  });
  expect(facts).not.toMatch(/vote|share"|tally/i);
});

test("the feed, the map of the site and the icons are where the page says", async ({ page, request }) => {
  expect(await (await request.get("/feed.xml")).text()).toMatch(/href="[^"]+\/articles\//);
  expect(await wholeSitemap(request)).toContain(ARTICLE);
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  await page.goto("/");
  for (const link of await page
    .locator('link[rel="icon"], link[rel="manifest"], link[rel="apple-touch-icon"]')
    .all())
    expect(await statusOf(page, await link.getAttribute("href"))).toBe(200);
  const manifest = await request.get("/manifest.webmanifest");
  expect(manifest.headers()["content-type"]).toMatch("application/manifest+json");
  const { name, icons } = (await manifest.json()) as { name: string; icons: { src: string }[] };
  expect(name).toBe(((await (await request.get("/api/v1/site")).json()) as { name: string }).name);
  for (const { src } of icons) expect(await statusOf(page, src), src).toBe(200);
});

test("the share line leads to the three places with the article's own address", async ({
  page,
  baseURL,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(ARTICLE);
  const address = `${baseURL ?? ""}${ARTICLE}`;
  for (const place of ["Mastodon", "X", "LinkedIn"]) {
    const href = await page
      .getByRole("link", { name: `Share on ${place}`, exact: true })
      .getAttribute("href");
    expect(decodeURIComponent(href ?? "")).toContain(address);
  }
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
});

test("a page asks nobody but this site, and complains of nothing", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL ?? ""}/`) && !url.startsWith("data:")) elsewhere.push(url);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of PUBLIC_PAGES.filter((path) => path !== "/nowhere")) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test("nothing moves while the page arrives, even when the face comes late", async ({ page }) => {
  for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
    await page.setViewportSize(viewport);
    await page.route("**/*.woff2", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      await route.continue();
    });
    await page.goto(ARTICLE);
    await page.evaluate(() => document.fonts.ready);
    expect(await layoutShift(page)).toBeLessThan(0.02);
  }
});

for (const colorScheme of COLOUR_SCHEMES)
  test(`there is no barrier on any public page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of PUBLIC_PAGES)
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        await page.goto(path);
        expect(await barriers(page), `${path} at ${viewport.width}`).toEqual([]);
      }
  });

test("no page can be pushed sideways, down to 320 px (1280 at 400 %), nor on a phone by letters twice as large", async ({
  page,
}) => {
  await loginAs(page, "reader");
  for (const path of [...PUBLIC_PAGES, "/account"]) {
    await page.goto(path);
    for (const [width, letters] of [
      ...[320, 360, 640, 768, 1152, 1280].map((one) => [one, "100%"] as const),
      [360, "200%"],
    ] as const) {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${path} at ${width}, letters ${letters}`).toBeLessThanOrEqual(0);
    }
    // One's own menu is there to press, too (WCAG 2.2, 1.4.4).
    await expect(page.getByRole("banner").getByText("Bo (sample)")).toBeInViewport({ ratio: 1 });
  }
});

test("a chosen theme is kept, holds before anything is painted, and can be given back to the system", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(ARTICLE);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByText("Dark", { exact: true }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);

  await page.goto("/about", { waitUntil: "commit" });
  await page.waitForSelector("body");
  expect(await paper()).toBe(dark);
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();

  await page.getByText("System", { exact: true }).click();
  expect(await paper()).toBe(light);
});

test("on paper stand the article, its notes and every address, and nothing to press", async ({
  page,
  baseURL,
}) => {
  await page.goto(ARTICLE);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#note-2")).toBeVisible();
  await expect(page.locator(".sidenote").first()).toBeHidden();
  await expect(page.locator("main button:visible")).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "About this site" })).toBeHidden();
  await expect(page.getByText(`${baseURL ?? ""}${ARTICLE}`, { exact: true })).toBeVisible();
  const spelledOut = await page
    .locator("#note-2 a[href^=http]")
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(spelledOut).toContain("https://");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
});

test("the first view stays within its budget", async ({ page, request }) => {
  const sent: Record<string, number> = {};
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const types = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "?";
    sent[type] = (sent[type] ?? 0) + encodedDataLength;
  });
  await page.goto(ARTICLE);
  await page.waitForLoadState("networkidle");
  const html = await request.get(ARTICLE, { headers: { "accept-encoding": "br" } });
  expect(html.ok()).toBe(true);
  expect(sent.Document).toBeLessThan(80 * 1024);
  expect((sent.Script ?? 0) + (sent.Stylesheet ?? 0)).toBeLessThan(180 * 1024);
  expect(await page.locator("*").count()).toBeLessThan(1_500);
});

test("a reader with the keyboard alone skips to the text and sees where they are", async ({ page }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const ring = await page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(ring).toBe("solid");
});

async function statusOf(page: Page, address: string | null): Promise<number> {
  return (await page.request.get(address ?? "/there-is-no-address")).status();
}

/** The sum of all shifts so far, as Chromium counts them. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}
