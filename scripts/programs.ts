import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { typescript } from "./child-process";
import { hashOf } from "./files";
import { isRelease } from "./install.mjs";

/** The web server, what `npx moot` does, and whoever does that for the stories. */
const SOURCES = { server: "web/server/server.ts", moot: "bin/moot.ts", operator: "e2e/operator.ts" } as const;
type Program = keyof typeof SOURCES;
/** A folder that only serves has no stories. */
const here = (): Program[] =>
  (Object.keys(SOURCES) as Program[]).filter((program) => existsSync(SOURCES[program]));

const FOLDER = "generated/programs";
/** Says what the bundles were made from. */
const STAMP = `${FOLDER}/made-from.json`;
const Stamp = z.strictObject({ inputs: z.array(z.string()), hash: z.string() });

const bundleOf = (program: Program): string => `${FOLDER}/${program}.js`;

/** `server-only` is no error to a program that asks as a server does. */
const AS_A_SERVER = "--conditions=react-server";

/**
 * Bundles each program into one file of plain JavaScript, unless those that are there were made from these very sources: a quarter of a second,
 * where reading several hundred files of TypeScript takes every process two. Packages stay outside of it. Several processes may do it at once.
 */
export async function bundlePrograms(): Promise<void> {
  if (isRelease() || isFresh()) return;
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: Object.fromEntries(here().map((program) => [program, SOURCES[program]])),
    outdir: FOLDER,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    jsx: "automatic",
    keepNames: true,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  for (const { path, contents } of outputFiles) replace(path, contents);
  const inputs = Object.keys(metafile.inputs).sort();
  replace(STAMP, JSON.stringify({ inputs, hash: hashOf(inputs) }));
  fresh = true;
}

/** What Node is told to run a program: its bundle where that is of these sources, else the sources themselves. */
export const program = (name: Program): readonly string[] =>
  isRelease() || isFresh() ? [AS_A_SERVER, bundleOf(name)] : [...typescript, SOURCES[name]];

/** Asked once: sources do not change under a process that has read them. */
let fresh: boolean | null = null;
const isFresh = (): boolean => (fresh ??= isMadeFromThese());

function isMadeFromThese(): boolean {
  if (!existsSync(STAMP) || !here().every((program) => existsSync(bundleOf(program)))) return false;
  const { success, data } = Stamp.safeParse(JSON.parse(readFileSync(STAMP, "utf8")));
  return success && data.inputs.every(existsSync) && hashOf(data.inputs) === data.hash;
}

/** Whole or not at all, whoever reads it meanwhile. */
function replace(file: string, contents: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}
