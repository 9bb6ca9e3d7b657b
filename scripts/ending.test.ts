import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";

const folder = mkdtempSync(join(tmpdir(), "moot ending "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for the start script: it takes a moment to end, and says so. */
const SLOW_TO_END = `
  process.on("SIGTERM", () => { console.log("told"); setTimeout(() => { console.log("ended"); process.exit(0); }, 500); });
  setInterval(() => undefined, 1_000);
  console.log("up");`;

const Package = z.object({ scripts: z.object({ start: z.string() }) });

test("what npm is told, the site is told, and npm waits until it has ended", async () => {
  const { scripts } = Package.parse(JSON.parse(readFileSync("package.json", "utf8")));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { start: scripts.start } }));
  mkdirSync(join(folder, "scripts"));
  writeFileSync(join(folder, "scripts/start.mjs"), SLOW_TO_END);
  const npm = spawn("npm", ["start"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  npm.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (text.includes("up")) npm.kill("SIGTERM");
  });
  await once(npm, "exit");
  expect(said).toMatch(/up\s+told\s+ended/);
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

test.skipIf(!hasSystemd)("systemd has nothing to say against the unit, and finds it little exposed", () => {
  const unit = join(folder, "moot.service");
  writeFileSync(unit, readFileSync("deploy/moot.service"));
  const verified = spawnSync("systemd-analyze", ["verify", "--man=no", unit], { encoding: "utf8" });
  const ours = verified.stderr.split("\n").filter((line) => line.includes("moot.service"));
  // The machine of a test has no such folder and user.
  expect(ours.filter((line) => !/\/srv\/moot|user/i.test(line))).toEqual([]);
  const security = execFileSync(
    "systemd-analyze",
    ["security", "--offline=true", "--no-pager", "--threshold=20", unit],
    { encoding: "utf8" },
  );
  expect(Number(/exposure level for moot\.service: (\d+\.\d+)/.exec(security)?.[1])).toBeLessThanOrEqual(2);
});
