/** `npm run bench`: how fast this is, beside the least one could do. `npm run bench -- quick` takes a minute; `-- posts votes` runs those scenes only. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "../scripts/install.mjs";
import { complain } from "../scripts/progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { runBench } = await import("./bench.ts");
  await runBench(process.argv.slice(2));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
