import "server-only";

import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Answer } from "./answer";
import { gzipApart, joined, secretParts } from "./secret-values";
import { compressQuickly, encodingFor, isCompressible } from "@/web/server/compression";

/** The quality that `compressQuickly` uses. */
const QUICK_GZIP = 2;
/** Brotli's streams cannot be put together by hand. */
const withoutBrotli = (accepts: string | string[] | undefined) =>
  encodingFor(String(accepts ?? "").replaceAll(/\bbr\b/g, "none"));

/** An answer as it goes out. */
export type Serialized = { status: number; headers: Record<string, string | string[]>; bytes: Buffer | null };

/**
 * What is too short to compress is sent as it is, and what holds a member's choice so that its length does not tell which.
 * @param accepts the request's Accept-Encoding
 */
export async function serialize(
  { status, body, ...result }: Answer,
  accepts: string | string[] | undefined,
): Promise<Serialized> {
  const headers: Serialized["headers"] = { "cache-control": "private, no-store", ...result.headers };
  if (result.cookies?.length) headers["set-cookie"] = result.cookies;
  if (result.location) headers.location = result.location;
  if (body === undefined) return { status, headers, bytes: null };
  const json = JSON.stringify(body);
  const parts = secretParts(json);
  const whole = parts ? joined(parts) : Buffer.from(json);
  const wish = parts ? withoutBrotli(accepts) : encodingFor(accepts);
  const encoding = isCompressible("application/json", whole.length) ? wish : "identity";
  const bytes =
    parts && encoding === "gzip" ? gzipApart(parts, QUICK_GZIP) : await compressQuickly(whole, encoding);
  headers["content-type"] ??= "application/json; charset=utf-8";
  headers.vary = "accept-encoding";
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  headers["content-length"] = String(bytes.length);
  return { status, headers, bytes };
}

/**
 * Writes an answer to Node's own response: to make a `Response` of it, which is then read again, takes longer than a
 * short query.
 */
export function send({ status, headers, bytes }: Serialized, outgoing: HttpBindings["outgoing"]): Response {
  outgoing.writeHead(status, headers).end(bytes);
  return RESPONSE_ALREADY_SENT;
}
