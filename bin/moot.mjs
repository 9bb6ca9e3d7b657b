#!/usr/bin/env node
/** The operator's command. It finds the database, running or not, and then does as `bin/moot.ts` says. */
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "../scripts/install.mjs";
import { complain } from "../scripts/progress.mjs";

const called = process.cwd();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  await installWhatIsMissing();
  const { register } = await import("tsx/esm/api");
  register();
  const { runCommand } = await import("../scripts/command.ts");
  process.exitCode = await runCommand(process.argv.slice(2), called);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
