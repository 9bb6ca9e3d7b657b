/**
 * Brings in the packages when they are missing or are not those of the lock file. Runs before there is a
 * `node_modules`, so it may use nothing but Node itself.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { step } from "./progress.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The oldest Node that Next and Prisma run on. */
const OLDEST_NODE = [20, 19];

/**
 * @param {{ tools?: boolean }} [wish] whether what only developers need must be there too
 * @throws {Error} with a sentence when Node is too old, or npm fails
 */
export async function installWhatIsMissing({ tools = false } = {}) {
  refuseOldNode();
  if (isInstalled(tools)) return;
  await step("Installing the packages", () => npm("ci", "--include=dev", "--loglevel=error"));
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
function isInstalled(tools) {
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(([path, wanted]) => {
    const found = installed[path];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    return path === "" || wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !tools);
  });
}

function packagesIn(file) {
  const path = new URL(`../${file}`, import.meta.url);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

async function npm(...args) {
  // Within `npm start` this names the very npm that runs us; otherwise there is one on the path, as a rule.
  const own = process.env.npm_execpath;
  const [command, ...first] = own?.endsWith(".js") ? [process.execPath, own] : ["npm"];
  const child = spawn(command, [...first, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const failed = once(child, "error").then(() => {
    throw new Error("npm was not found; it comes with Node and must be on the PATH.");
  });
  const [code] = await Promise.race([once(child, "close"), failed]);
  if (code !== 0) throw new Error("npm could not install the packages; it says why above.");
}
