/** `npm start`: from a fresh clone to a site that answers. Node is all it needs; what is missing it brings in. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing();
  const { register } = await import("tsx/esm/api");
  register();
  const { runSite } = await import("./site.ts");
  await runSite({ dev: process.argv.includes("--dev") });
} catch (error) {
  complain(error);
  process.exit(1);
}
