import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runNode } from "./child-process";

/** Chromium without a window: a page costs a third of what it costs in one that draws a window nobody sees. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** Where the usual packages put a Chromium or Chrome. */
const USUAL_PLACES = [
  SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A closed network answers nothing, and a download tried on one should not hold up the tests for long. */
const DOWNLOAD_PATIENCE = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };

/** A browser that runs on this machine: the one MOOT_BROWSER names, Playwright's own, or one in a usual place, the lightest first. */
export function findBrowser(): string | undefined {
  return [process.env.MOOT_BROWSER, chromium.executablePath(), ...USUAL_PLACES].find(runs);
}

/**
 * Finds a browser or brings one in. A machine that is there for tests alone gets the light one beside what it has.
 * @throws Error saying what to do when that fails
 */
export async function ensureBrowser(): Promise<string> {
  if (process.env.CI && !process.env.MOOT_BROWSER && !existsSync(SHELL))
    installPackage("chromium-headless-shell");
  const browser = findBrowser() ?? (await download()) ?? installPackage("chromium");
  if (browser) return browser;
  throw new Error(
    "No browser was found, and none could be installed. Install Chromium (Debian: apt-get install chromium), " +
      "or name one: MOOT_BROWSER=/path/to/chromium npm test",
  );
}

async function download(): Promise<string | undefined> {
  const args = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  await runNode(args, { environment: DOWNLOAD_PATIENCE }).catch(() => undefined);
  return findBrowser();
}

function installPackage(name: string): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  const args = ["install", "-y", "-qq", "--no-install-recommends", name];
  spawnSync("apt-get", args, {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return findBrowser();
}

/** Being there is not enough: a downloaded browser may miss a library of the system. */
function runs(file: string | undefined): file is string {
  return (
    file !== undefined && existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0
  );
}
