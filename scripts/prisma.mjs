/**
 * Prisma's command line, with nothing fetched and nothing reported: `node scripts/prisma.mjs migrate status`.
 * The schema engine is our own stand-in unless PRISMA_SCHEMA_ENGINE_BINARY names another.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../node_modules/prisma/build/index.js", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

const quiet = {
  PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL("schema-engine.mjs", import.meta.url)),
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

/**
 * Runs one Prisma command.
 * @param {string[]} args the command as one would type it, for example `["migrate", "deploy"]`
 * @param {Record<string, string | undefined>} [environment] added to our own, for example a DATABASE_URL
 * @returns {Promise<{ code: number, output: string, complaint: string }>} what it printed on either stream
 */
export async function prisma(args, environment = {}) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    env: { ...quiet, ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [closed, output, complaint] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: closed[0] ?? 1, output, complaint };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { code, output, complaint } = await prisma(process.argv.slice(2));
  process.stdout.write(output);
  process.stderr.write(complaint);
  process.exitCode = code;
}
