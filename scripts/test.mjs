/** `npm test`: everything that is checked, from a fresh clone. `npm test -- style`, `-- unit` or `-- e2e` runs a part. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { runTests } = await import("./test.ts");
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
