import "server-only";

import { readFileSync } from "node:fs";
import { z } from "zod";

/** What the build says of its pages: the folder of each, and the path it answers to. */
const MANIFEST = ".next/app-path-routes-manifest.json";

type Page = Readonly<{ pattern: string; fits: RegExp }>;
let pages: readonly Page[] | undefined;

/**
 * The page that answers at a path, by its name alone: "/articles/[slug]". What stands in its place says which article or whose page
 * was read, and is left out; "page" for what is none.
 */
export function pageRoute(path: string): string {
  pages ??= pagesIn(MANIFEST);
  return pages.find(({ fits }) => fits.test(path))?.pattern ?? "page";
}

/** The pages with the fewest names to fill in first. None where nothing was built, as in development. */
export function pagesIn(manifest: string): Page[] {
  const patterns = z.record(z.string(), z.string()).safeParse(jsonIn(manifest)).data ?? {};
  return Object.values(patterns)
    .sort((one, other) => namesIn(one) - namesIn(other))
    .map((pattern) => ({
      pattern,
      fits: new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/\[[^\]]*\]/g, "[^/]+")}$`),
    }));
}

const namesIn = (pattern: string): number => pattern.split("[").length;

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
