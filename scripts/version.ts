import { readFileSync } from "node:fs";
import { z } from "zod";

/** Of the Moot whose folder we are in. */
export const versionHere = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8"))).version;
