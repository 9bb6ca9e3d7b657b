import "server-only";

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isUnmodified, refuseUnmatched } from "./conditional";
import type { Page } from "./page";
import type { Served } from "./page-cache";
import { FRESH_FOR } from "./page-cache";
import { holdsAVote } from "./public-pages";
import { EVERYWHERE, forTheWorld } from "@/web/protection/security-headers";
import {
  compress,
  compressQuickly,
  encodingFor,
  isCompressible,
  type Encoding,
} from "@/web/server/compression";

/** Brotli's quality for a page somebody waits for: 5 ms for 80 KB here. */
const PAGE_EFFORT = 5;

/** What the answer depends on besides the page: noted before the reader's cookies are removed from the request. */
export type PageRequest = Readonly<{
  head: boolean;
  /** Neither GET nor HEAD. */
  written: boolean;
  encodings: string | undefined;
  /** Not to be compressed: its length must tell nothing of what is in it. */
  plain: boolean;
  ifMatch: string | undefined;
  ifNoneMatch: string | undefined;
}>;

export const pageRequestOf = ({ method, headers, url = "/" }: IncomingMessage): PageRequest => ({
  head: method === "HEAD",
  written: method !== "GET" && method !== "HEAD",
  encodings: headers["accept-encoding"]?.toString(),
  plain: holdsAVote(url),
  ifMatch: headers["if-match"],
  ifNoneMatch: headers["if-none-match"],
});

/** Sends a page, compressed once for all who get it; a public one with its ETag, and as stale when it is (RFC 9211, `ttl`). */
export async function sendPage(
  response: ServerResponse,
  asked: PageRequest,
  { page, stale }: Served,
  isPublic: boolean,
): Promise<void> {
  const type = page.headers["content-type"];
  const compressed = !asked.plain && isCompressible(String(type), page.body.length);
  const encoding = compressed ? encodingFor(asked.encodings) : "identity";
  const body = await encodedBody(page, encoding);
  const headers: Record<string, string | string[]> = {
    ...page.headers,
    ...EVERYWHERE,
    ...forTheWorld(String(type)),
    vary: "accept-encoding",
  };
  if (page.status === 200 && isPublic) {
    page.etag ??= `W/"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    headers.etag = page.etag;
    headers["cache-control"] = `public, max-age=0, ${stale ? "" : "s-maxage=1, "}must-revalidate`;
    if (stale) headers["cache-status"] = `moot; hit; ttl=-${secondsStale(page.asOf)}`;
    refuseUnmatched(asked.ifMatch, page.etag);
    if (isUnmodified(asked.ifNoneMatch, page.etag)) {
      end(response, 304, headers);
      return;
    }
  }
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  // Next draws no body for HEAD, so of what is drawn for each request nobody knows its length (RFC 9110, section 8.6).
  if (!asked.head || page.body.length > 0) headers["content-length"] = String(body.length);
  end(response, page.status, headers, asked.head ? undefined : body);
}

/**
 * Many pages are drawn for one reader, who waits: what is compressed for them takes a third of the time and is a quarter longer. Whoever asks
 * for the same page after them gets it as short as it can be, and it is kept so.
 */
function encodedBody(page: Page, encoding: Encoding): Buffer | Promise<Buffer> {
  if (encoding === "identity") return page.body;
  if (page.encoded[encoding] === undefined) {
    page.encoded[encoding] = null;
    return compressQuickly(page.body, encoding);
  }
  return (page.encoded[encoding] ??= compress(page.body, encoding, PAGE_EFFORT));
}

const secondsStale = (asOf: number): number =>
  Math.max(1, Math.ceil((Date.now() - asOf - FRESH_FOR) / 1_000));

function end(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | string[]>,
  body?: Buffer,
): void {
  delete headers["transfer-encoding"];
  response.writeHead(status, headers);
  response.end(body);
}
