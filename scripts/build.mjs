/** `npm run build`: the typed database client, the programs and the pages, when they are missing or stale. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing();
  const { register } = await import("tsx/esm/api");
  register();
  await (await import("./schema.ts")).generateClient();
  await (await import("./programs.ts")).bundlePrograms();
  await (await import("./build.ts")).buildWhenStale();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
