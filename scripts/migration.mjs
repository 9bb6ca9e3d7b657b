/** `npm run migration -- NAME`: writes the next migration, as the difference between the schema now and as committed. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { writeMigration } = await import("./migration.ts");
  await writeMigration(process.argv[2]);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
