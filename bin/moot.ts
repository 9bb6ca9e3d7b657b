import "./without-timeouts";
import { obeyWords } from "./obey-words";
import { closeDatabase } from "@/platform/database";

try {
  await obeyWords(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
