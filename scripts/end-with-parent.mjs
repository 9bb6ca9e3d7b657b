/**
 * Preloaded into the server: when the process that started it is killed, the pipe to it closes, and the server ends in
 * good order instead of holding its port for ever. On a terminal or a file there is no such pipe, and nothing happens.
 */
import { fstatSync } from "node:fs";

if (fstatSync(0).isFIFO() || fstatSync(0).isSocket()) {
  process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
  process.stdin.unref?.();
}
