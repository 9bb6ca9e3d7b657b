import { defineConfig, devices } from "@playwright/test";
import { z } from "zod";
import { findBrowser } from "./scripts/browser";
import { effort } from "./test/effort";

/** What lets a browser run in a container, and keeps it from calling home. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * `npm test` starts a site for each worker and says what a process must be told to speak to it; by hand these run
 * against the one that is up.
 */
const sites = z.array(z.record(z.string(), z.string())).parse(JSON.parse(process.env.MOOT_SITES ?? "[]"));
Object.assign(process.env, sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // What a story may take before it counts as stuck; how fast we are is for `bench` to say, and machines differ by five.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  // The stories of a file are told in turn, and share their worker's site with the files before.
  workers: Math.max(1, sites.length),
  fullyParallel: false,
  // What other tests promise, too, and a whole site of its own is started for.
  ...effort({ grepInvert: /@long/ }, {}),
  // One that fails and then holds is told of at the end of the run: a merge does not wait for it, and it is mended as a fault of its own.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices["Desktop Chrome"],
    actionTimeout: 45_000,
    baseURL: process.env.MOOT_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Writing down every step takes a quarter of the time; a story that fails is told again with `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findBrowser(), args: QUIET },
  },
});
