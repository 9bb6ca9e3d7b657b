import "server-only";

import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CapturedResponse, type Captured } from "@/web/captured-response";
import { compress, encodingFor, isCompressible, type Encoding } from "@/web/compression";
import { WROTE_COOKIE } from "@/web/route/wrote-cookie";
import { EVERYWHERE, NOTHING_RUNS, pagePolicy } from "@/web/protection/security-headers";
import { cookieNamed } from "@/web/sessions/session-cookie";
import { clientIp, rateLimitKey } from "@/web/protection/client-ip";
import { databaseAnswers } from "@/web/health";
import { drawWhole } from "@/web/set-aside";
import { turns } from "@/web/turns";
import { isRefusal, Refusal } from "@/platform/refusal";
import { env } from "@/platform/env";
import * as t from "#messages/api";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A public page is kept so long before it is rendered again. Milliseconds. */
const KEPT_FOR = 2_000;
/** Pages kept at once: the front page, busy articles in every sort, and what crawlers ask for. */
const KEPT_AT_MOST = 300;
/** What they may weigh together, uncompressed: a long thread's page has about 160 KB, and anyone may ask for many. */
const KEPT_BYTES = 48 * 1024 * 1024;
/** Rendering is work for one core; more at once only makes each of them slower. The rest wait, or come again. */
const RENDERED = { atOnce: 16, inAll: 200, perClient: 40 };
/** A body may take its time to arrive, so what is posted (next-auth's forms) waits in a row of its own and holds up no page. */
const POSTED = { atOnce: Infinity, inAll: 400, perClient: 16 };
/** Milliseconds: longer than every wait a page has (the database's is 5 s), so what takes longer will never end. */
const RENDERED_WITHIN = 20_000;
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
  /^\/(feed\.xml|sitemap\.xml|robots\.txt)$/,
];

export const isPublicPage = (path: string): boolean => PUBLIC_PAGES.some((pattern) => pattern.test(path));

type Kept = {
  page: Promise<Captured>;
  /** When its rendering began: what was written before that is in it. Milliseconds since 1970; infinite while it waits for its turn. */
  from: number;
  bytes: number;
  etag?: string;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
};

/** Answers every page: public ones kept for a moment and shared, personal ones rendered for their reader. */
export function makePages(next: Handler, { dev }: { dev: boolean }): Handler {
  const kept = new Map<string, Kept>();
  const toRead = turns(RENDERED);
  const toPost = turns(POSTED);
  let bytes = 0;

  return async (request, response) => {
    const asked = askedOf(request);
    if (dev || !asked.shared) return send(asked, response, fresh(request));
    const wrote = wroteAt(request, Date.now());
    forgetTheReader(request);
    return send(asked, response, keep(request, wrote));
  };

  /** One rendering at a time an address; whoever asks meanwhile waits for it, unless they wrote after it began. */
  function keep(request: IncomingMessage, wrote: number): Kept {
    const address = request.url ?? "";
    const there = kept.get(address);
    if (there && Date.now() - there.from < KEPT_FOR && there.from > wrote) return there;
    const one = fresh(request);
    forget(address);
    kept.set(address, one);
    // Only a whole page is worth keeping; an error is shown to those who wait and forgotten.
    one.page.then(
      (page) => {
        if (kept.get(address) !== one) return;
        if (page.status !== 200) return forget(address);
        one.bytes = page.body.length;
        bytes += one.bytes;
        while (kept.size > KEPT_AT_MOST || bytes > KEPT_BYTES) forget(kept.keys().next().value ?? "");
      },
      () => kept.get(address) === one && forget(address),
    );
    return one;
  }

  function forget(address: string): void {
    bytes -= kept.get(address)?.bytes ?? 0;
    kept.delete(address);
  }

  function fresh(request: IncomingMessage): Kept {
    const client = rateLimitKey(clientIp(request));
    const inTurn = request.method === "POST" ? toPost : toRead;
    const one: Kept = {
      from: Infinity,
      bytes: 0,
      encoded: {},
      page: inTurn(client, () => {
        one.from = Date.now();
        return render(request);
      }).catch((problem: unknown) => {
        if (isRefusal(problem)) return laterPage(problem.message);
        throw problem;
      }),
    };
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
    const page = await drawWhole(async () => {
      await next(request, capture);
      return within(RENDERED_WITHIN, capture.captured);
    });
    return page.status >= 500 && !(await databaseAnswers()) ? awayPage() : page;
  }
}

/** What the answer depends on besides the page: taken down before the reader is forgotten. */
type Asked = {
  shared: boolean;
  head: boolean;
  encodings: string | undefined;
  ifNoneMatch: string | undefined;
};

function askedOf(request: IncomingMessage): Asked {
  const head = request.method === "HEAD";
  return {
    head,
    shared: (head || request.method === "GET") && isPublicPage(pathOf(request)),
    encodings: request.headers["accept-encoding"]?.toString(),
    ifNoneMatch: request.headers["if-none-match"],
  };
}

/**
 * A public page is rendered for nobody: without cookies, and without any other header that could make it another page
 * (a condition, a range, a language, a host, a crawler's name), for whoever asks first would decide what all others get.
 * HEAD is answered from the whole page.
 */
function forgetTheReader(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) Reflect.deleteProperty(request.headers, name);
  request.headers.host = new URL(env.siteUrl).host;
  request.headers.accept = "*/*";
  request.method = "GET";
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal("This page took too long to draw.", 503)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** When this browser last wrote, by the cookie the door gave it; nobody can have written in the future. */
function wroteAt(request: IncomingMessage, now: number): number {
  const when = Number(request.headers["x-wrote"] ?? 0);
  return Number.isFinite(when) && when <= now ? when : 0;
}

async function send(asked: Asked, response: ServerResponse, kept: Kept): Promise<void> {
  const page = await kept.page;
  const shared = page.status === 200 && asked.shared;
  const type = page.headers["content-type"];
  const encoding = isCompressible(String(type), page.body.length) ? encodingFor(asked.encodings) : "identity";
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
    if (asked.ifNoneMatch === kept.etag) {
      end(response, 304, headers);
      return;
    }
  }
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  headers["content-length"] = String(body.length);
  end(response, page.status, headers, asked.head ? undefined : body);
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

const awayPage = (): Captured => laterPage(t.pageCannotReachDatabase);

/** `sentence` is one of our own. */
function laterPage(sentence: string): Captured {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Back in a moment</title><h1>Back in a moment</h1>
<p>${sentence}</p></html>`;
  return {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": NOTHING_RUNS,
      "retry-after": "2",
      "cache-control": "no-store",
    },
    body: Buffer.from(html),
  };
}

export const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

/** Before the cookies of a public page are forgotten: whether this browser wrote a moment ago. */
export function noteWriter(request: IncomingMessage): void {
  const wrote = cookieNamed(WROTE_COOKIE, request.headers.cookie);
  if (wrote) request.headers["x-wrote"] = wrote;
}
