import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test";
import { ensureBrowser } from "@/scripts/browser";
import { slugOf } from "./props";
import { median } from "./rounds";
import type { Site } from "./site";
import { markdown } from "./table";

/** What a reader's processor makes of the longest discussion. Milliseconds; `shift` has no unit. */
export type Felt = Readonly<{ paint: number; blocking: number; shift: number }>;
type Deed = "fold" | "reply" | "more";
export type InBrowser = Readonly<{
  slowdown: number;
  rounds: number;
  loaded: Felt;
  /** Blocking time of a page of ours without a discussion: what waking any page up costs. */
  bare: number;
  /** From the press to the next frame that shows something. */
  answered: Record<Deed, number>;
  table: string;
}>;

/** A phone of the middle class beside this machine; the figure that Lighthouse slows by, too. */
const SLOWDOWN = 4;
const ROUNDS = 5;
/** The network of a good 4G: kilobits each way, milliseconds. */
const NETWORK = { down: 10_240, up: 5_120, latency: 40 };
/** Tasks longer than this keep a reader waiting; what is beyond it is blocking time (as web.dev/tbt defines it). */
const LONG_TASK = 50;
/** After so long without one the page has come to rest. Milliseconds. */
const QUIET = 2_000;

const GOALS = { paint: 2_500, blocking: 200, shift: 0.02, answered: 200 };

/** Opens the article with 20,000 comments on a slowed processor, folds, loads more and begins a reply, some times over. */
export async function measureInBrowser(site: Site): Promise<InBrowser> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const rounds: (Awaited<ReturnType<typeof visit>> & { bare: number })[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await inAPage(browser, site, async (page) => (await load(page, site, "/rules")).blocking);
      rounds.push({ ...(await visit(browser, site)), bare });
    }
    const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
    const loaded: Felt = {
      paint: of(({ loaded }) => loaded.paint),
      blocking: of(({ loaded }) => loaded.blocking),
      shift: of(({ loaded }) => loaded.shift),
    };
    const answered = {
      fold: of(({ answered }) => answered.fold),
      reply: of(({ answered }) => answered.reply),
      more: of(({ answered }) => answered.more),
    };
    const bare = of(({ bare }) => bare);
    return {
      slowdown: SLOWDOWN,
      rounds: ROUNDS,
      loaded,
      bare,
      answered,
      table: tableOf(loaded, bare, answered),
    };
  } finally {
    await browser.close();
  }
}

const visit = (browser: Browser, site: Site) =>
  inAPage(browser, site, async (page) => {
    const loaded = await load(page, site, `/articles/${slugOf(20_000)}`);
    await page.locator("#discussion").scrollIntoViewIfNeeded();
    const answered = {
      fold: await timed(page, "#discussion details[open] > summary"),
      reply: await timed(page, '#discussion li [data-action="reply"]'),
      more: await timed(page, '#discussion > [data-action="more"]'),
    };
    return { loaded, answered };
  });

/** In a browser of its own, on a phone, with nothing kept from before. */
async function inAPage<T>(browser: Browser, site: Site, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    await signIn(page, site);
    await slowDown(await context.newCDPSession(page));
    await page.addInitScript({ path: "bench/observe.mjs" });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Opens a page and waits until it is at rest. */
async function load(page: Page, { port }: Site, path: string): Promise<Felt> {
  await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: "load" });
  await page.waitForTimeout(QUIET);
  return page.evaluate((long) => {
    const { first, paint, tasks, shift } = window.felt;
    // Before there is something to see, nobody can be kept waiting with it.
    const felt = tasks.map(({ end, duration }) => Math.min(duration, end - first));
    const blocking = felt.reduce((sum, task) => sum + Math.max(0, task - long), 0);
    return { paint, blocking, shift };
  }, LONG_TASK);
}

/** As somebody who has an account, so that what is theirs is laid onto the page, too. */
async function signIn(page: Page, { port, props }: Site): Promise<void> {
  const [name = "", value = ""] = (props.cookies[0] ?? "").split("=", 2);
  await page.context().addCookies([{ name, value, url: `http://127.0.0.1:${port}` }]);
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: (NETWORK.down * 1_000) / 8,
    uploadThroughput: (NETWORK.up * 1_000) / 8,
  });
}

/** Presses it and waits until it has been answered and the page is at rest. @returns the longest interaction meanwhile */
async function timed(page: Page, pressed: string): Promise<number> {
  await page.evaluate(() => (window.felt.interactions = []));
  const target = page.locator(pressed).first();
  await target.scrollIntoViewIfNeeded();
  await target.tap();
  await page.waitForTimeout(QUIET);
  return page.evaluate(() => Math.max(0, ...window.felt.interactions));
}

declare global {
  interface Window {
    /** What bench/observe.mjs has seen. */
    felt: {
      first: number;
      paint: number;
      shift: number;
      tasks: { end: number; duration: number }[];
      interactions: number[];
    };
  }
}

function tableOf({ paint, blocking, shift }: Felt, bare: number, answered: Record<Deed, number>): string {
  const row = (title: string, found: number, goal: number, digits = 0) => [
    title,
    found.toFixed(digits),
    `${goal} ${found <= goal ? "reached" : "missed"}`,
  ];
  return markdown([
    [`20,000 comments, processor slowed ${SLOWDOWN} times`, "median", "goal"],
    row("largest contentful paint, ms", paint, GOALS.paint),
    row("total blocking time, ms", blocking, GOALS.blocking),
    ["the same of a page without a discussion", bare.toFixed(0), ""],
    row("cumulative layout shift", shift, GOALS.shift, 4),
    row("fold a branch: to the next paint, ms", answered.fold, GOALS.answered),
    row("press Reply: to the next paint, ms", answered.reply, GOALS.answered),
    row("show more comments: to the next paint, ms", answered.more, GOALS.answered),
  ]);
}
