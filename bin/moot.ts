import "./without-timeouts";
import { runCommandLine } from "./run-command-line";
import { closeDatabase } from "@/platform/database";

try {
  await runCommandLine(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
