/** `npm run release [FOLDER]`: all that running the site needs, and nothing that only builds it, in a folder of its own. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

const called = process.cwd();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing();
  const { register } = await import("tsx/esm/api");
  register();
  const { makeRelease } = await import("./release-folder.ts");
  const { resolve } = await import("node:path");
  await makeRelease(resolve(called, process.argv[2] ?? "release"));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
