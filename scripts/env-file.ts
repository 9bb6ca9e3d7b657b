import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

const FILE = ".env";

/** Where a setting came from, by its name: the file, the environment, or both, and then the environment's stands. */
export type Sources = Readonly<{ file: ReadonlySet<string>; both: ReadonlySet<string> }>;

/** Takes what `.env` says into this process's environment, where that does not say it already. */
export function loadEnvFile(): Sources {
  if (!existsSync(FILE)) return { file: new Set(), both: new Set() };
  const said = Object.entries(parseEnv(readFileSync(FILE, "utf8")));
  const file = new Set<string>();
  const both = new Set<string>();
  for (const [name, value] of said) {
    const there = process.env[name];
    if (there === undefined) file.add(name);
    else if (there !== value) both.add(name);
  }
  process.loadEnvFile(FILE);
  return { file, both };
}
