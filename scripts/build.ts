import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SETTING_NAMES } from "@/platform/settings";
import { runNode } from "./child-process";
import { filesBelow, hashOf } from "./files";
import { isRelease } from "./install.mjs";
import { step } from "./progress.mjs";

/** Says which sources the build was made from. */
const STAMP = ".next/moot-build.json";

const ROOMS = [
  "app",
  "components",
  "client",
  "web",
  "domain",
  "messages",
  "platform",
  "styles",
  "public",
  "prisma/schema",
];
const FILES = ["next.config.js", "package.json", "package-lock.json", "tsconfig.json"];

/** What the site was told is no concern of a build, and could not go together with what stands in for it. */
const untold = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));

/**
 * What the modules look for when Next loads them to build, whatever the site will be started with. No page is rendered
 * then and no query is made, so none of this reaches what is built.
 */
const stoodIn = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing",
  MOOT_SECRET: "while building nothing is signed",
  MOOT_URL: "http://localhost:3000",
  MOOT_LIMITS: "on",
};

/** Builds the pages, unless the build that is there was made from these very sources. */
export async function buildWhenStale(): Promise<void> {
  if (isRelease()) return;
  const sources = hashOf([
    ...filesBelow(...ROOMS).filter(isSource),
    ...FILES.filter((file) => existsSync(file)),
  ]);
  if (builtFrom() === sources) return;
  await step("Building the pages", async () => {
    rmSync(STAMP, { force: true });
    await runNode(["node_modules/next/dist/bin/next", "build"], {
      environment: { ...process.env, ...untold, ...stoodIn, NODE_ENV: "production" },
    });
    writeFileSync(STAMP, JSON.stringify({ sources, builtAt: new Date().toISOString() }));
  });
}

function isSource(file: string): boolean {
  return !/\.test\.tsx?$/.test(file);
}

function builtFrom(): unknown {
  if (!existsSync(STAMP)) return undefined;
  const stamp: unknown = JSON.parse(readFileSync(STAMP, "utf8"));
  return typeof stamp === "object" && stamp !== null && "sources" in stamp ? stamp.sources : undefined;
}
