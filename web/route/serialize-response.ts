import "server-only";

import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Answer } from "./answer";
import { compressQuickly, isCompressible, type Encoding } from "@/web/server/compression";

/** An answer as it goes out. */
export type Serialized = { status: number; headers: Record<string, string | string[]>; bytes: Buffer | null };

/** `wish` is the encoding the asker takes best; what is too short for it is sent as it is. */
export async function serialize({ status, body, ...result }: Answer, wish: Encoding): Promise<Serialized> {
  const headers: Serialized["headers"] = { "cache-control": "private, no-store", ...result.headers };
  if (result.cookies?.length) headers["set-cookie"] = result.cookies;
  if (result.location) headers.location = result.location;
  if (body === undefined) return { status, headers, bytes: null };
  const whole = Buffer.from(JSON.stringify(body));
  const encoding = isCompressible("application/json", whole.length) ? wish : "identity";
  const bytes = await compressQuickly(whole, encoding);
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
