/**
 * Brings in the packages when they are missing or are not those of the lock file. Runs before there is a
 * `node_modules`, so it may use nothing but Node itself.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { step } from "./progress.mjs";

const root = new URL("../", import.meta.url);

/** What says that a folder was made by `npm run release`: packages, client and pages are there, as they are to be. */
export const RELEASE = "release.json";

/** @returns {boolean} */
export const isRelease = () => existsSync(new URL(RELEASE, root));

/** The oldest Node that Next and Prisma run on. */
const OLDEST_NODE = [20, 19];

/**
 * @param {{ tools?: boolean }} [wish] whether what only developers need must be there too
 * @throws {Error} with a sentence when Node is too old, or npm fails
 */
export async function installWhatIsMissing({ tools = false } = {}) {
  refuseOldNode();
  if (isRelease() || isInstalled(root, tools)) return;
  await step("Installing the packages", () => install(root, "--include=dev"));
}

/**
 * Brings in what only one kind of test needs, into a folder of its own, so that nobody who runs a site loads it.
 * @param {string} from a folder with a `package.json` and its lock file
 * @param {string} into made when it is missing
 * @throws {Error} with a sentence when npm fails
 */
export async function installApart(from, into) {
  mkdirSync(into, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(from, file), join(into, file));
  const folder = pathToFileURL(`${resolve(into)}/`);
  if (isInstalled(folder, true)) return;
  await step("Installing what these tests need", () => install(folder, "--ignore-scripts"));
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = OLDEST_NODE;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new Error(
      `Moot needs Node ${OLDEST_NODE.join(".")} or newer, and this is ${process.versions.node}.`,
    );
}

/** npm leaves a list of what it has installed, and writes it last; we compare it with what the lock file asks for. */
function isInstalled(folder, tools) {
  const installed = packagesIn(folder, "node_modules/.package-lock.json");
  return Object.entries(packagesIn(folder, "package-lock.json")).every(([path, wanted]) => {
    const found = installed[path];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    return path === "" || wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !tools);
  });
}

function packagesIn(folder, file) {
  const path = new URL(file, folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

async function install(folder, word) {
  // Within `npm start` this names the very npm that runs us; otherwise there is one on the path, as a rule.
  const own = process.env.npm_execpath;
  const [command, ...first] = own?.endsWith(".js") ? [process.execPath, own] : ["npm"];
  const child = spawn(command, [...first, "ci", "--loglevel=error", "--no-audit", "--no-fund", word], {
    cwd: fileURLToPath(folder),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const failed = once(child, "error").then(() => {
    throw new Error("npm was not found; it comes with Node and must be on the PATH.");
  });
  const [code] = await Promise.race([once(child, "close"), failed]);
  if (code !== 0) throw new Error("npm could not install the packages; it says why above.");
}
