import { readdirSync, readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import type { APIRequestContext, Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { effort } from "@/test/effort";
import { login, loginAs, loginAsAnotherModerator } from "./cast";
import { awake, item, once, says, someone } from "./discussion";
import { NAUGHTY } from "./naughty";
import { PEOPLE, type Person } from "./pages";
import { expect, test } from "./story";
import { faultsOf } from "./valid-html";
import { wholeSitemap } from "./sitemap";

/** Addresses as people type, paste and guess them, and what else is asked in odd ways: each gets an answer that says what it is. */

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
});

const NOBODYS = randomUUID();
/** What is no id, no name, no number, no marker. */
const MALFORMED = [
  ...[
    "%00",
    "x",
    "0",
    "-1",
    "1e309",
    "null",
    "undefined",
    "NaN",
    "%27%3B--",
    "%25",
    "%F0%9F%98%80",
    "%E2%80%AE",
  ],
  ...[NOBODYS, NOBODYS.toUpperCase(), NOBODYS.slice(0, 30), `${NOBODYS}.`, `{${NOBODYS}}`, "a".repeat(300)],
  ...[
    "constructor",
    "__proto__",
    "[object%20Object]",
    "%0A%7B%22level%22%3A%22error%22%7D",
    "MAwMC0wMS0wMQ==",
  ],
];
/** Every parameter that a page looks at by its name, those that it takes apart as a whole, and some that come with shared links. */
const LOOKED_AT = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) => [...readFileSync(`app/${file}`, "utf8").matchAll(/\bsingle\([^;]*?\.(\w+)\)/g)])
  .map(([, name = ""]) => name);
const PARAMETERS = [
  ...new Set([
    ...LOOKED_AT,
    ..."after sort parent limit comment side to quote kept version because look queue article member rule reason age q".split(
      " ",
    ),
    ..."about from until check said kind next callbackUrl utm_source fbclid".split(" "),
  ]),
];

/** The address of every page there is, with its names in brackets. */
const PAGES = readdirSync("app", { recursive: true })
  .map(String)
  .filter((file) => file === "page.tsx" || file.endsWith("/page.tsx"))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);

const filled = (page: string, names: Record<string, string>): string =>
  page.replace(/\[(\w+)\]/g, (_, name: string) => names[name] ?? "x");

/** @returns what broke: an answer of our own making, or a page without words */
async function broken(request: APIRequestContext, addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  const worker = async () => {
    for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
      const answer = await request.get(address, {
        maxRedirects: 0,
        headers: { accept: "text/html" },
        failOnStatusCode: false,
      });
      const status = answer.status();
      const isRedirect = status >= 300 && status < 400;
      const html = isRedirect ? "" : await answer.text();
      if (status >= 500 || (!isRedirect && !/<h1[^>]*>[^<]/.test(html))) found.push(`${status} ${address}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return found;
}

/** Each page gets some of them, another page others. */
const SOME = effort(1, Infinity);
const someOf = <T>(list: readonly T[], nth: number): readonly T[] =>
  SOME < list.length ? [...list, ...list].slice((nth * SOME) % list.length).slice(0, SOME) : list;

/** In the short run a page is asked for by every seventh of them, in turn. */
const EVERY = effort(7, 1);

/** Signs this page's browser in as one of them. */
async function becomes(page: Page, person: Person): Promise<void> {
  if (person === "signed out") return;
  if (person === "editor" || person === "moderator") return loginAs(page, person);
  if (person === "admin") {
    await loginAsAnotherModerator(page, "Rita", "admin");
    return;
  }
  const { handle } = await login(page, "Rae");
  if (person === "reader") return;
  const admin = await (await page.context().browser()?.newContext())?.newPage();
  if (!admin) throw new Error("There is no browser for the admin.");
  await loginAsAnotherModerator(admin, "Rob", "admin");
  const answer =
    person === "suspended"
      ? await admin.request.post(`/api/v1/members/${handle}/sanctions`, {
          data: { kind: "suspension", ground: "person", days: 7, explanation: "" },
        })
      : await admin.request.post(`/api/v1${article}/moderators`, { data: { handle } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** In the short run as nobody, and as whoever sees every page. */
const TRYING = effort<readonly Person[]>(["signed out", "admin"], PEOPLE);

for (const [who, person] of PEOPLE.entries()) {
  if (!TRYING.includes(person)) continue;
  test(`no address, however mistyped, breaks a page of somebody who is ${person}`, async ({ page }) => {
    test.setTimeout(effort(300_000, 1_800_000));
    await becomes(page, person);
    const slug = article.slice("/articles/".length);
    expect(PAGES.length).toBeGreaterThan(30);
    const texts = [...MALFORMED, ...NAUGHTY.filter((text) => text !== "").map(encodeURIComponent)];
    const addresses = PAGES.flatMap((there, nth) => {
      if ((nth + who) % EVERY !== 0) return [];
      const names = [...there.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
      const real = { slug, id: NOBODYS, handle: "bo" };
      return [
        filled(there, real),
        ...names.flatMap((name) =>
          someOf(texts, nth * PEOPLE.length + who).map((text) => filled(there, { ...real, [name]: text })),
        ),
        // Each page gets every parameter, and each of them another text.
        ...someOf(PARAMETERS, nth * PEOPLE.length + who).map(
          (name, at) =>
            `${filled(there, real)}?${name}=${texts[(nth * 31 + at * 7 + who) % texts.length] ?? ""}`,
        ),
      ];
    });
    expect(await broken(page.request, addresses)).toEqual([]);
  });
}

test("an id that is none, or that forges a line of the log, is no page; a marker of another list leads nowhere", async ({
  page,
}) => {
  await loginAs(page, "moderator");
  const forged = encodeURIComponent('\n{"level":"info","msg":"admin signed in"}\n');
  for (const id of [forged, "%1b%5b31mRED%1b%5b2J", "bo@example.test", "x"])
    for (const address of [
      `/comments/${id}`,
      `/comments/${id}/history`,
      `/comments/${id}/edit`,
      `/moderation/bulk/${id}`,
    ])
      expect((await page.request.get(address)).status(), address).toBe(404);
  expect((await page.request.get(`${article}/reply?to=zz`)).status()).toBeLessThan(500);
  const lost = await page.goto("/moderation?queue=new&after=x");
  expect(lost?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
});

test("what stands behind a pasted address, and capitals, lead where they were meant to", async ({ page }) => {
  for (const typed of [
    article.toUpperCase(),
    `${article}.`,
    `${article})`,
    `${article}%20`,
    `/${article.slice(1)}/`,
  ]) {
    const answer = await page.goto(typed);
    expect([typed, answer?.status(), new URL(page.url()).pathname]).toEqual([typed, 200, article]);
  }
  const { handle } = await login(page, "Bo");
  expect((await page.goto(`/members/${handle.toUpperCase()}.`))?.status()).toBe(200);
  expect((await page.request.get(`${article}/nope.`, { maxRedirects: 2 })).status()).toBe(404);
});

test("what cannot be answered is a page, also without script: lost, too long, unreadable, from elsewhere", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [address, status] of [
    ["/articles/nope", 404],
    ["/members/nope", 404],
    [`/comments/${NOBODYS}`, 404],
    ["/decisions/nope", 404],
    ["/nope", 404],
    ["/articles/%ff", 400],
    [`/articles/${"a".repeat(9_000)}`, 414],
  ] as const) {
    const answer = await page.goto(address);
    expect([address, answer?.status()]).toEqual([address, status]);
    await expect(page.locator("h1")).not.toBeEmpty();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("link", { name: "All articles" })).toBeVisible();
    expect(await faultsOf((await answer?.text()) ?? ""), address).toEqual([]);
  }
});

test("a page says its length for HEAD only where it knows it, and every condition of the standard is understood", async ({
  request,
}) => {
  for (const address of ["/", article, "/rules", "/sign-in", "/sign-up", "/nope", "/feed.xml"]) {
    const [head, got] = [await request.head(address), await request.get(address)];
    expect(head.status(), address).toBe(got.status());
    const said = head.headers()["content-length"];
    if (said !== undefined) expect(said, address).not.toBe("0");
  }
  const { etag = "" } = (await request.get(article)).headers();
  const bare = etag.replace(/^W\//, "");
  for (const condition of [etag, bare, `"x", ${etag}`, "*", bare.replace(/"$/, '-gzip"')])
    expect(
      (await request.get(article, { headers: { "if-none-match": condition } })).status(),
      condition,
    ).toBe(304);
  expect((await request.get(article, { headers: { "if-none-match": '"x"' } })).status()).toBe(200);
});

/** What comes back over a bare connection: a browser's own client would mend what is odd before it asks. */
const plain = (firstLine: string, base: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname, () =>
      socket.write(
        `${firstLine}\r\nHost: ${hostname}:${port}\r\nConnection: close\r\nAccept: text/html\r\n\r\n`,
      ),
    );
    let all = "";
    socket.setEncoding("utf8").on("data", (text: string) => (all += text));
    socket.on("end", () => resolve(all)).on("error", reject);
  });

test("files are asked for as browsers, proxies and downloads do, and no address is answered with our fault", async ({
  request,
  baseURL: at,
}) => {
  const baseURL = at ?? "";
  // vercel/next.js#40066, TryGhost/Ghost#19834, hapijs/hapi#3956, fastify/fastify-etag#108
  for (const file of ["/share.png", "/icon.svg", "/figures/two-readings.svg"]) {
    const { etag = "" } = (await request.get(file)).headers();
    const asked = async (headers: Record<string, string>) => (await request.get(file, { headers })).status();
    expect(await asked({ range: "bytes=99999999-" })).toBe(200);
    expect(await asked({ range: "junk" })).toBe(200);
    expect(await asked({ "if-match": '"nope"' })).toBe(412);
    expect(await asked({ "if-match": "*" })).toBe(200);
    for (const same of [etag, etag.replace("W/", ""), `"x", ${etag}`, "*", etag.replace(/"$/, '-gzip"')])
      expect(await asked({ "if-none-match": same }), same).toBe(304);
    expect(await asked({ "if-none-match": '"nope"' })).toBe(200);
    expect((await request.head(file)).headers()["content-length"]).toBe(
      (await request.get(file, { headers: { "accept-encoding": "identity" } })).headers()["content-length"],
    );
  }
  expect((await request.get(article, { headers: { "if-match": '"nope"' } })).status()).toBe(412);
  // scratchfoundation/scratch-www#1100, data-skeptic/dataskeptic.com#667
  for (const meant of [`/${article}`, `//${article}`, article.replace("/articles/", "/articles//")])
    expect(await plain(`GET ${meant} HTTP/1.1`, baseURL), meant).toMatch(
      new RegExp(`^HTTP/1.1 30[18][^]*\\nlocation: ${article}\\r\\n`, "i"),
    );
  expect(new URL((await request.get("/articles")).url()).pathname).toBe("/");
  // scrnhq/laravel-bakery#110, NatLibFi/Skosmos#569
  for (const query of ["a\\b", "\\", "100%", "a|b^{}`"]) {
    const answer = await plain(`GET /search?q=${query} HTTP/1.1`, baseURL);
    expect(answer, query).toMatch(/^HTTP\/1\.1 200/);
  }
  expect(await plain("CONNECT example.org:443 HTTP/1.1", baseURL)).toMatch(
    /^HTTP\/1\.1 405[^]*This cannot be shown/,
  );
});

test("machines are told the same everywhere: whole addresses, dates in order, one address a page", async ({
  page,
  browser,
}) => {
  const { page: bos, player } = await someone(browser, "Bo");
  const { handle } = player;
  const root = await says(bos, article, once("What search engines read."));
  const reply = await says(bos, article, once("And what it answers."), root);
  const feed = await (await page.request.get("/feed.xml")).text();
  expect([...feed.matchAll(/(?:href|src)=&quot;(?!https?:|mailto:)[^&]*/g)].map(String)).toEqual([]);

  await page.goto(article);
  const facts = await structured(page);
  expect(Date.parse(String(facts.dateModified))).toBeGreaterThanOrEqual(
    Date.parse(String(facts.datePublished)),
  );
  await page.goto(`/comments/${reply}`);
  expect(await structured(page)).toMatchObject({
    "@type": "Comment",
    parentItem: { "@type": "DiscussionForumPosting" },
    author: { "@type": "Person" },
  });
  await page.goto(`/comments/${root}`);
  expect(await structured(page)).toMatchObject({
    "@type": "DiscussionForumPosting",
    comment: [{ "@type": "Comment" }],
  });

  const titles = new Set<string>();
  for (const address of ["", "/comments", "/sides", "/reply", "/record"].map((tail) => article + tail)) {
    await page.goto(address);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(5);
  await page.goto(`${article}/comments?sort=newest&utm_source=x`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await page.goto(`${article}/comments?utm_source=x`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`${article}/comments$`),
  );
  await page.goto("/");
  expect(await structured(page)).toMatchObject({
    "@type": "WebSite",
    potentialAction: { "@type": "SearchAction" },
  });
  await page.goto(`/members/${handle}`);
  expect(await structured(page)).toMatchObject({
    "@type": "ProfilePage",
    mainEntity: { alternateName: handle },
  });
  // Found or not found, and in the sitemap or not, is one answer (docs/decisions/0093-what-search-engines-are-given.md).
  for (const address of [`/members/${handle}`, `/comments/${root}`, `${article}/record`, `${article}/sides`])
    expect(await (await page.request.get(address)).text(), address).toContain('content="noindex');

  const robots = await (await page.request.get("/robots.txt")).text();
  const sitemap = await wholeSitemap(page.request);
  expect(sitemap).not.toMatch(/\/(?:comments|members|moderation|search)[/<]/);
  expect(sitemap).toMatch(/\/authors\/[^<]+<[^]*\/tags\//);
  for (const [, address = ""] of sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const { pathname } = new URL(address);
    const html = await (await page.request.get(pathname)).text();
    expect(html, pathname).not.toContain('content="noindex');
    const canonical = html.match(/<link rel="canonical" href="([^"]*)"/)?.[1] ?? "";
    // Next writes the front page's without its slash, which is the same address (RFC 3986, section 6.2.3).
    expect(new URL(canonical).href, pathname).toBe(new URL(address).href);
    expect(robots).not.toContain(`Disallow: ${pathname}\n`);
  }
});

test("a comment's own address shows that comment, however much stands above it", async ({
  page,
  browser,
}) => {
  const { page: bos } = await someone(browser, "Bo");
  const path = await publishAnArticle();
  let above = await says(
    bos,
    path,
    once(`The beginning. ${"It is a long story, told at length. ".repeat(60)}`),
  );
  for (let depth = 1; depth < 5; depth++) above = await says(bos, path, once(`At depth ${depth}.`), above);
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 667 } });
  for (const reader of [page, await plain.newPage()]) {
    await reader.goto(`/comments/${above}`);
    await expect(item(reader, above)).toBeInViewport();
    await expect(reader.getByText("The beginning.")).toBeHidden();
    await reader.getByText("In reply to", { exact: true }).click();
    await expect(reader.getByText("The beginning.")).toBeVisible();
  }
});

async function structured(page: Page): Promise<Record<string, unknown>> {
  const text = await page.locator('script[type="application/ld+json"]').first().textContent();
  return JSON.parse(text ?? "{}") as Record<string, unknown>;
}

/** More than a browser gives connections to one site. */
const TABS = effort(8, 12);

test(`${TABS} tabs share one stream, and no page waits for another`, async ({ page, browser }) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const context = page.context();
  let streams = 0;
  context.on("request", (request) => {
    if (/\/live\?/.test(request.url())) streams++;
  });
  const tabs: Page[] = [];
  for (let nth = 0; nth < TABS; nth++) {
    const tab = await context.newPage();
    await awake(tab, () => tab.goto(path));
    tabs.push(tab);
  }
  expect(streams).toBe(1);
  await says(bos, path, once("All of them hear of this."));
  for (const tab of [tabs[0], tabs[5], tabs.at(-1)])
    await expect(tab?.locator("#discussion [data-news]") ?? page.locator("never")).toBeVisible();
  // Whoever holds the stream leaves, and another goes on from where it was.
  await tabs[0]?.close();
  await expect.poll(() => streams).toBe(2);
  await says(bos, path, once("And of this."));
  await expect(tabs.at(-1)?.locator("#discussion [data-news]") ?? page.locator("never")).toContainText(
    "2 new",
  );
});

// mozilla/fxa#2347, trezor/connect#737: Firefox refuses all of these where cookies are blocked.
test("a browser that keeps nothing for the site shows the article all the same, and its discussion lives", async ({
  page,
}) => {
  const path = await publishAnArticle();
  await page.addInitScript(() => {
    function refused(): never {
      throw new DOMException("The operation is insecure.", "SecurityError");
    }
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get: refused });
    Object.defineProperty(window, "BroadcastChannel", { value: refused });
    for (const name of ["request", "query"])
      Object.defineProperty(LockManager.prototype, name, {
        value: () => Promise.reject(new DOMException("", "SecurityError")),
      });
  });
  const stream = page.waitForRequest(/\/live\?/);
  await page.goto(path);
  await stream;
  await expect(page.locator("#discussion[data-ready], [data-discussion][data-ready]").first()).toBeVisible();
  await expect(page.locator("article").first()).toBeVisible();
});

// vercel/next.js#63918, replayio/devtools#8483, peanutprotocol/peanut-ui#2212: one part that fails is the whole page's end.
test("what breaks or does not load in the discussion takes nothing of the page along", async ({ page }) => {
  const path = await publishAnArticle();
  await page.addInitScript(() => {
    Object.defineProperty(window, "EventSource", { value: undefined });
    Object.defineProperty(window, "BroadcastChannel", {
      value: class {
        postMessage() {}
        close() {
          throw new Error("broken");
        }
        set onmessage(_: unknown) {
          throw new Error("broken");
        }
      },
    });
  });
  await page.goto(path);
  await expect(page.locator("article").first()).toBeVisible();
  await page.getByRole("link", { name: "Add to the discussion" }).first().click();
  await expect(page).toHaveURL(/\/reply/);
});

test("where no stream comes through, a page asks what it has missed", async ({ page, browser }) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  await page.route(/\/live\?/, (route) => route.fulfill({ status: 403, body: "" }));
  await page.clock.install();
  const asked = page.waitForResponse(/\/events\?/);
  await awake(page, () => page.goto(path));
  await asked;
  await says(bos, path, once("Heard of without a stream."));
  await page.clock.runFor(31_000);
  await expect(page.locator("#discussion [data-news]")).toBeVisible();
});
