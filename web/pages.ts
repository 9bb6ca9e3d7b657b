import "server-only";

import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CapturedResponse, type Captured } from "@/web/captured-response";
import { compress, encodingFor, isCompressible, type Encoding } from "@/web/compression";
import { WROTE_COOKIE } from "@/web/frame";
import { EVERYWHERE, pagePolicy } from "@/web/security-headers";
import { cookieNamed } from "@/web/session-cookie";
import { databaseAnswers } from "@/web/health";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A public page is kept so long before it is rendered again. Milliseconds. */
const KEPT_FOR = 2_000;
/** Pages kept at once: the front page, busy articles in every sort, and what crawlers ask for. */
const KEPT_AT_MOST = 300;
/** Brotli's quality for a page somebody waits for: 5 ms for 80 KB here. */
const PAGE_EFFORT = 5;

/**
 * Pages that are the same bytes for everyone. They are rendered without the reader's cookies, so nothing personal can
 * be in them, and kept. Every other page is personal: rendered for its reader, kept by nobody.
 */
const PUBLIC_PAGES = [
  /^\/$/,
  /^\/articles$/,
  /^\/articles\/[^/]+(\/comments|\/record(\.json|\.csv)?)?$/,
  /^\/comments\/[^/]+$/,
  /^\/members\/[^/]+$/,
  /^\/about(\/[^/]+)?$/,
  /^\/rules$/,
  /^\/moderation\/(log|transparency(\.json|\.csv)?)$/,
  /^\/(feed\.xml|sitemap\.xml|robots\.txt)$/,
];

export const isPublicPage = (path: string): boolean => PUBLIC_PAGES.some((pattern) => pattern.test(path));

type Kept = {
  page: Promise<Captured>;
  /** When its rendering began: what was written before that is in it. Milliseconds since 1970. */
  from: number;
  etag?: string;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
};

/** Answers every page: public ones kept for a moment and shared, personal ones rendered for their reader. */
export function makePages(next: Handler, { dev }: { dev: boolean }): Handler {
  const kept = new Map<string, Kept>();

  return async (request, response) => {
    const path = pathOf(request);
    if (request.method !== "GET" && request.method !== "HEAD")
      return send(request, response, fresh(render(request)));
    if (dev || !isPublicPage(path)) return send(request, response, fresh(render(request)));
    delete request.headers.cookie;
    return send(request, response, keep(request));
  };

  /** One rendering at a time an address; whoever asks meanwhile waits for it, unless they wrote after it began. */
  function keep(request: IncomingMessage): Kept {
    const address = `${request.headers.host ?? ""} ${request.url ?? ""}`;
    const there = kept.get(address);
    const now = Date.now();
    if (there && now - there.from < KEPT_FOR && there.from > wroteAt(request, now)) return there;
    const one = fresh(render(request));
    kept.delete(address);
    kept.set(address, one);
    if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? "");
    // Only a whole page is worth keeping; an error is shown to those who wait and forgotten.
    one.page.then(
      (page) => page.status !== 200 && kept.get(address) === one && kept.delete(address),
      () => kept.get(address) === one && kept.delete(address),
    );
    return one;
  }

  async function render(request: IncomingMessage): Promise<Captured> {
    const nonce = randomBytes(16).toString("base64");
    const policy = pagePolicy(nonce, dev);
    // Next reads the nonce for its own scripts from this header; our pages read x-nonce.
    request.headers["content-security-policy"] = policy;
    request.headers["x-nonce"] = nonce;
    const capture = new CapturedResponse(request);
    capture.setHeader("content-security-policy", policy);
    await next(request, capture);
    const page = await capture.captured;
    return page.status >= 500 && !(await databaseAnswers()) ? awayPage() : page;
  }
}

function fresh(page: Promise<Captured>): Kept {
  return { page, from: Date.now(), encoded: {} };
}

/** When this browser last wrote, by the cookie the door gave it; nobody can have written in the future. */
function wroteAt(request: IncomingMessage, now: number): number {
  const when = Number(request.headers["x-wrote"] ?? 0);
  return Number.isFinite(when) && when <= now ? when : 0;
}

async function send(request: IncomingMessage, response: ServerResponse, kept: Kept): Promise<void> {
  const page = await kept.page;
  const shared = page.status === 200 && isPublicPage(pathOf(request));
  const type = page.headers["content-type"];
  const encoding = isCompressible(String(type), page.body.length)
    ? encodingFor(request.headers["accept-encoding"])
    : "identity";
  const body = await (kept.encoded[encoding] ??= compress(page.body, encoding, PAGE_EFFORT));
  const headers: Record<string, string | string[]> = {
    ...page.headers,
    ...EVERYWHERE,
    vary: "accept-encoding",
  };
  if (shared) {
    kept.etag ??= `W/"${createHash("sha256").update(page.body).digest("base64url").slice(0, 22)}"`;
    headers.etag = kept.etag;
    headers["cache-control"] = "public, max-age=0, s-maxage=1, must-revalidate";
    if (request.headers["if-none-match"] === kept.etag) {
      end(response, 304, headers);
      return;
    }
  }
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  headers["content-length"] = String(body.length);
  end(response, page.status, headers, request.method === "HEAD" ? undefined : body);
}

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

function awayPage(): Captured {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Back in a moment</title><h1>Back in a moment</h1>
<p>Moot cannot reach its database just now. It keeps trying by itself; please load this page again in a few seconds.</p></html>`;
  return {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "2", "cache-control": "no-store" },
    body: Buffer.from(html),
  };
}

export const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

/** Before the cookies of a public page are forgotten: whether this browser wrote a moment ago. */
export function noteWriter(request: IncomingMessage): void {
  const wrote = cookieNamed(WROTE_COOKIE, request.headers.cookie);
  if (wrote) request.headers["x-wrote"] = wrote;
}
