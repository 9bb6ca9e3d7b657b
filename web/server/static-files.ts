import "server-only";

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { compress, encodingFor, isCompressible, type Encoding } from "./compression";
import { EVERYWHERE, NOTHING_RUNS } from "@/web/protection/security-headers";

const PLACE = "/_next/static/";
const FOLDER = ".next/static";
/** Named by their content, so they never change: compressed once, at the best quality. */
const STATIC_EFFORT = 11;

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

type File = { type: string; encoded: Partial<Record<Encoding, Promise<Buffer>>>; body: Buffer };
const files = new Map<string, Promise<File | null>>();

export const isStaticFile = (path: string): boolean => path.startsWith(PLACE);

/** Scripts, styles and fonts of the build: read once, compressed once, kept in memory, immutable in the browser. */
export async function sendStaticFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const file = await known(path);
  if (!file) {
    response.writeHead(404, { ...EVERYWHERE, "content-security-policy": NOTHING_RUNS }).end();
    return;
  }
  const encoding = isCompressible(file.type, file.body.length)
    ? encodingFor(request.headers["accept-encoding"])
    : "identity";
  const body = await (file.encoded[encoding] ??= compress(file.body, encoding, STATIC_EFFORT));
  response.writeHead(200, {
    ...EVERYWHERE,
    "content-type": file.type,
    "content-length": body.length,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function known(path: string): Promise<File | null> {
  const there = files.get(path);
  if (there) return there;
  const file = read(path);
  files.set(path, file);
  // A miss is not kept: anyone may ask for any name.
  if (!(await file)) files.delete(path);
  return file;
}

async function read(path: string): Promise<File | null> {
  const inside = normalize(path.slice(PLACE.length));
  const type = TYPES[extname(inside)];
  if (!type || inside.startsWith("..")) return null;
  const body = await readFile(join(FOLDER, inside)).catch(() => null);
  return body && { type, body, encoded: {} };
}
