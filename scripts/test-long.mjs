/** `npm run test:long`: the breadth of `npm test`, and what only shows after thousands of pages. Up to an hour; `npm test` does not include it. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { runLongTests } = await import("./long/long.ts");
  process.exitCode = await runLongTests(process.argv.slice(2));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
