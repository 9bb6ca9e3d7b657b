import "server-only";

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { compress, encodingFor, isCompressible, type Encoding } from "./compression";
import { isUnmodified, refuseUnmatched } from "@/web/pages/conditional";
import { EVERYWHERE, forTheWorld, NOTHING_RUNS } from "@/web/protection/security-headers";

const PLACE = "/_next/static/";
const FOLDER = ".next/static";
const PUBLIC_FOLDER = "public";
/** Compressed once, at the best quality. */
const STATIC_EFFORT = 11;
/** Named by their content, so they never change. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "public, max-age=0, must-revalidate";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
  ".map": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

type File = { type: string; etag: string; encoded: Partial<Record<Encoding, Promise<Buffer>>>; body: Buffer };
const files = new Map<string, Promise<File | null>>();

/** The addresses of what lies in `public`: what is not there when the process begins is not found. */
const published = new Set(
  readdirSync(PUBLIC_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(PUBLIC_FOLDER.length).split(sep).join("/")),
);

export const isStaticFile = (path: string): boolean => path.startsWith(PLACE) || published.has(path);

/**
 * Scripts, styles and fonts of the build, and what lies in `public`: read once, compressed once, kept in memory. A part of one (Range)
 * is not sent: none is larger than a page (RFC 9110, section 14.2).
 */
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
  refuseUnmatched(request.headers["if-match"], file.etag);
  const headers = {
    ...EVERYWHERE,
    ...forTheWorld(file.type),
    etag: file.etag,
    "cache-control": path.startsWith(PLACE) ? FOR_EVER : ASK_AGAIN,
    vary: "accept-encoding",
  };
  if (isUnmodified(request.headers["if-none-match"], file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = isCompressible(file.type, file.body.length)
    ? encodingFor(request.headers["accept-encoding"])
    : "identity";
  const body = await (file.encoded[encoding] ??= compress(file.body, encoding, STATIC_EFFORT));
  response.writeHead(200, {
    ...headers,
    "content-type": file.type,
    "content-length": body.length,
    "content-security-policy": NOTHING_RUNS,
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
  const type = TYPES[extname(path)];
  const inside = normalize(path.startsWith(PLACE) ? path.slice(PLACE.length) : path.slice(1));
  if (!type || inside.startsWith("..")) return null;
  const folder = path.startsWith(PLACE) ? FOLDER : PUBLIC_FOLDER;
  const body = await readFile(join(folder, inside)).catch(() => null);
  return body && { type, body, etag: tagOf(body), encoded: {} };
}

const tagOf = (body: Buffer): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
