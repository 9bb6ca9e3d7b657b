/** `npm run structure`: writes prisma/structure.sql anew, from a fresh database. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { complain } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing({ tools: true });
  const { register } = await import("tsx/esm/api");
  register();
  const { writeStructure } = await import("./structure.ts");
  await writeStructure();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
