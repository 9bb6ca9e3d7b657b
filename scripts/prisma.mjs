/**
 * Writes the typed client of the schema, with nothing fetched and nothing reported: `npm run generate`. Prisma's command line wants a
 * schema engine before it generates, and would download one; generating does not run it, so it is shown Node instead.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../node_modules/prisma/build/index.js", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

const quiet = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

/**
 * @returns {Promise<void>}
 * @throws {Error} with what Prisma printed, when it fails
 */
export async function generate() {
  const child = spawn(process.execPath, [command, "generate"], {
    cwd: root,
    env: { ...quiet, ...process.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [closed, output, complaint] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (closed[0] !== 0) throw new Error(`prisma generate failed.\n${output}${complaint}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
