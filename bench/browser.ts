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
    const rounds: Awaited<ReturnType<typeof visit>>[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await visit(browser, site));
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
    return { slowdown: SLOWDOWN, rounds: ROUNDS, loaded, answered, table: tableOf(loaded, answered) };
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, site: Site) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    await signIn(page, site);
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools);
    await page.addInitScript({ path: "bench/observe.mjs" });
    await page.goto(`http://127.0.0.1:${site.port}/articles/${slugOf(20_000)}`, { waitUntil: "load" });
    await page.waitForTimeout(QUIET);
    const loaded = await page.evaluate((long) => {
      const { first, paint, tasks, shift } = window.felt;
      // Before there is something to see, nobody can be kept waiting with it.
      const felt = tasks.map(({ end, duration }) => Math.min(duration, end - first));
      const blocking = felt.reduce((sum, task) => sum + Math.max(0, task - long), 0);
      return { paint, blocking, shift };
    }, LONG_TASK);
    await page.locator("#discussion").scrollIntoViewIfNeeded();
    const answered = {
      fold: await timed(page, "#discussion details[open] > summary"),
      reply: await timed(page, '#discussion li [data-do="reply"]'),
      more: await timed(page, '#discussion > [data-do="more"]'),
    };
    return { loaded, answered };
  } finally {
    await context.close();
  }
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

function tableOf({ paint, blocking, shift }: Felt, answered: Record<Deed, number>): string {
  const row = (title: string, found: number, goal: number, digits = 0) => [
    title,
    found.toFixed(digits),
    `${goal} ${found <= goal ? "reached" : "missed"}`,
  ];
  return markdown([
    [`20,000 comments, processor slowed ${SLOWDOWN} times`, "median", "goal"],
    row("largest contentful paint, ms", paint, GOALS.paint),
    row("total blocking time, ms", blocking, GOALS.blocking),
    row("cumulative layout shift", shift, GOALS.shift, 4),
    row("fold a branch: to the next paint, ms", answered.fold, GOALS.answered),
    row("press Reply: to the next paint, ms", answered.reply, GOALS.answered),
    row("show more comments: to the next paint, ms", answered.more, GOALS.answered),
  ]);
}
