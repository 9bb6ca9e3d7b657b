/**
 * `npm run test:deploy`: the site as it is deployed, behind the system's own programs, and ended as its service would be. Some minutes; as root it installs
 * what is missing, else it names it. `npm test` does not include it.
 */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { runDeployTests } = await import("./deploy/deploy.ts");
  process.exitCode = await runDeployTests(process.argv.slice(2));
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
