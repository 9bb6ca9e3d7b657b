import "server-only";

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import next from "next";
import { asClient } from "@/platform/client";
import { asRequest } from "@/platform/current-request";
import { concurrencyLimit } from "@/platform/concurrency-limit";
import { logTheConsole } from "@/platform/console-log";
import { closeDatabase } from "@/platform/database";
import { env } from "@/platform/env";
import { holds } from "@/platform/held";
import { startWorkers } from "@/platform/job-queue";
import { startJobs } from "@/platform/jobs";
import { logFailure } from "@/platform/failure-log";
import { log } from "@/platform/log";
import { measureLoad } from "@/platform/load";
import { metrics } from "@/platform/metrics";
import { isRefusal, Refusal } from "@/platform/refusal";
import { asProblem, problemFrom, type Problem } from "@/web/route/problem";
import { refusalAsPage } from "@/web/route/refusal-page";
import { clientIp, clientOf, wasPassedOn } from "@/web/protection/client-ip";
import { BODY_LIMIT, takesAFile, tooLarge } from "@/web/route/read-body";
import { doorListener, openDoor } from "@/web/door";
import { accessLog } from "./access-log";
import { bodyArrived } from "./body-arrived";
import { ADDRESS_LIMIT, answerToClientError, answerToConnect } from "./client-error";
import { maxConnections, openStreams } from "./connection-limit";
import { maySeeMetrics, sendMetrics } from "./metrics-answer";
import { alive, ballotsAreWalledOff, ready } from "./health";
import { readHost } from "./host";
import { jobs, workers } from "@/web/jobs";
import { readsHtml } from "@/web/pages/bare-page";
import { makePages } from "@/web/pages/pages";
import { refuseOtherSites } from "@/web/protection/csrf";
import { DOOR } from "@/web/pages/paths";
import { EVERYWHERE, NOTHING_RUNS } from "@/web/protection/security-headers";
import { logRefusal } from "@/web/protection/security-log";
import { AUTH_ROUTES, prepareAuthRequest } from "@/web/sessions/auth-routes";
import { answerProvider, providerStep } from "@/web/sessions/providers/answer";
import { shutdown, runShutdownListeners } from "./shutdown";
import { abortPlainly } from "./plain-aborts";
import { endSlowBody } from "./slow-bodies";
import { isStaticFile, sendStaticFile } from "./static-files";
import * as t from "#messages/api";
import { say } from "@/messages/say";

const dev = process.env.NODE_ENV === "development";

/** Milliseconds a client may take to send its headers, and then the whole request. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;
/** The same for a picture, which a phone sends over a slow line. */
const UPLOAD_WITHIN = 120_000;
/** Milliseconds in which at least something must be read of what is sent; whoever reads nothing is cut. Streams send a beat every 25 s. */
const READ_WITHIN = 60_000;
/** Longer than the idle time of usual proxies, so that they, not we, end a quiet connection. */
const KEEP_ALIVE = 65_000;
const HEADER_BYTES = 16 * 1024;
/** Milliseconds for answers under way when we are asked to end. */
const DRAIN_WITHIN = 5_000;

/**
 * Requests to the door that one client has under way: a browser opens six. The database's connections are shared by all, and
 * hundreds of requests of one client, each waiting for one, made everybody else wait until they gave up.
 */
const ASKED_AT_ONCE = 32;
const METRICS = "/metrics";
/** Pictures have short addresses of their own, and are the door's. */
const PICTURES = ["/pictures/", "/drawings/"];
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

abortPlainly();
logTheConsole();
const app = next({ dev, dir: ".", hostname: env.host, port: env.port });
await app.prepare();
const nextHandler = app.getRequestHandler();
const door = doorListener(
  openDoor(),
  env.limits
    ? concurrencyLimit({ maxConcurrent: Infinity, maxQueued: Infinity, maxPerClient: ASKED_AT_ONCE })
    : undefined,
);
const pages = makePages((request, response) => nextHandler(request, response), { dev });
measureLoad(() => ({ pages: pages.load(), streams: openStreams() }));

const server = createServer(
  {
    headersTimeout: HEADERS_WITHIN,
    requestTimeout: UPLOAD_WITHIN,
    keepAliveTimeout: KEEP_ALIVE,
    maxHeaderSize: HEADER_BYTES,
    connectionsCheckingInterval: 1_000,
    // Who names no host is told so in words (`hostsOf`).
    requireHostHeader: false,
  },
  (request, response) => void handle(request, response),
);
holds("connections", maxConnections, promisify(server.getConnections.bind(server)));
// RFC 9110, section 10.1.1: whatever else is expected may be ignored, and the request is answered.
server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
  void handle(request, response);
});

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = randomUUID();
  for (const [name, value] of Object.entries(EVERYWHERE)) response.setHeader(name, value);
  response.setHeader("x-request-id", id);
  if (shutdown.begun) response.setHeader("connection", "close");
  if (!takesAFile(request.url)) endSlowBody(request, response, REQUEST_WITHIN);
  // Before the headers that say where it came from are taken out.
  const about: Parameters<typeof asRequest>[0] = { id, route: kindOf(request) };
  const answered = metrics.requests.startTimer({
    method: METHODS.has(request.method ?? "") ? request.method : "other",
  });
  const logged = accessLog(request, response, id);
  response.once("close", () => {
    const took = answered({ route: about.route ?? "page", status: response.statusCode });
    logged?.(about.route, took);
  });
  await asRequest(about, () => asClient(clientOf(request), () => answer(request, response)));
}

/** The kind of request, for logs and metrics; the door names its own routes there. */
function kindOf(request: IncomingMessage): string {
  const path = pathOf(request);
  if (path === DOOR || path.startsWith(`${DOOR}/`)) return "api";
  if (path === "/healthz" || path === "/readyz" || path === METRICS) return path;
  if (isStaticFile(path)) return "file";
  return path.startsWith(AUTH_ROUTES) ? "auth" : "page";
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(request, response);
  } catch (error) {
    const problem = problemFrom(error);
    if (!isRefusal(error)) logFailure(error, { method: request.method }, "a request failed");
    logRefusal(problem.status, { route: request.method ?? "" });
    fail(request, response, problem);
  }
}

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  takeApartAbsoluteForm(request);
  // A browser sends a backslash in a query as it was typed (WHATWG URL), and takes one in a path for a slash before it asks.
  request.url = request.url?.replace(/\?.*/s, (query) => query.replaceAll("\\", "%5C"));
  const path = pathOf(request);
  if (!METHODS.has(request.method ?? "")) {
    refuse(request, response, 405, t.thisMethodIsNotKnown, { allow: [...METHODS].join(", ") });
    return;
  }
  // RFC 9110, section 9.3.7: what the server as a whole can do.
  if (request.method === "OPTIONS" && request.url === "*") {
    response.writeHead(204, { allow: [...METHODS].join(", ") }).end();
    return;
  }
  if ((request.url ?? "").length > ADDRESS_LIMIT) {
    refuse(request, response, 414, say(t.theAddressIsTooLong, { limit: ADDRESS_LIMIT }));
    return;
  }
  const single = (request.url ?? "").replace(/^\/{2,}/, "/");
  if (single !== request.url && isRead(request) && isReadable(single)) {
    response.writeHead(301, { location: single, "cache-control": "no-store", "content-length": 0 }).end();
    return;
  }
  // RFC 9112, section 3.2: with two of them, whoever stands between may have read the other one, and without one it is not HTTP/1.1.
  if (
    !isReadable(request.url ?? "") ||
    hostsOf(request) > 1 ||
    (hostsOf(request) === 0 && request.httpVersion === "1.1")
  ) {
    refuse(request, response, 400, t.thisAddressCannotBeRead);
    return;
  }
  const host = readHost(request.headers.host);
  if (host === null) {
    refuse(request, response, 400, t.theHostCannotBeRead);
    return;
  }
  request.headers.host = host;
  if (path === "/healthz" || path === "/readyz") {
    if (!isRead(request)) refuseToWrite(request, response);
    else if (path === "/healthz") alive(response);
    else await ready(response);
    return;
  }
  // To whoever may not see it there is no such page.
  if (path === METRICS && isRead(request) && maySeeMetrics(request)) return sendMetrics(response);
  const isPicture = PICTURES.some((place) => path.startsWith(place));
  if (isPicture) request.url = `${DOOR}${request.url}`;
  if (isPicture || path === DOOR || path.startsWith(`${DOOR}/`)) {
    response.setHeader("content-security-policy", NOTHING_RUNS);
    return door(request, response);
  }
  if (!dev && isStaticFile(path)) return sendStaticFile(request, response, path);
  const step = providerStep(path);
  if (step) return answerProvider(request, response, step);
  noteAndForget(request);
  if (path.startsWith(AUTH_ROUTES)) prepareAuthRequest(request);
  if (dev && (path.startsWith("/_next/") || path.startsWith("/__next")))
    return nextHandler(request, response);
  if (!isRead(request)) {
    if (!path.startsWith(AUTH_ROUTES)) {
      refuseToWrite(request, response);
      return;
    }
    refuseOtherSites(request);
    refuseLongBody(request);
    await bodyArrived(request);
  }
  return pages(request, response);
}

const isRead = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

function refuseToWrite(request: IncomingMessage, response: ServerResponse): void {
  refuse(request, response, 405, t.aPageCanOnlyBeRead, { allow: "GET, HEAD" });
}

/** Node passes on the first of several. `rawHeaders` alternates names and values. */
const hostsOf = ({ rawHeaders }: IncomingMessage): number =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;

/** next-auth reads a body whole, so it must say before how long it is. */
function refuseLongBody({ headers }: IncomingMessage): void {
  if (headers["transfer-encoding"] !== undefined) throw new Refusal(t.sendAContentLength, 411);
  if (Number(headers["content-length"] ?? 0) > BODY_LIMIT) throw tooLarge(BODY_LIMIT);
}

/** RFC 9112, section 3.2.2: a server takes the form that is meant for proxies, too. */
function takeApartAbsoluteForm(request: IncomingMessage): void {
  const there = /^https?:\/\//i.test(request.url ?? "") ? URL.parse(request.url ?? "") : null;
  if (there) request.url = there.pathname + there.search;
}

/** A path that decodes, without NUL, that cannot be read as another host or as another path (dots that lead elsewhere). */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) return false;
  try {
    const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
    return !path.includes("\0") && !/(^|[/\\])\.\.?([/\\]|$)/.test(path);
  } catch {
    return false;
  }
}

/**
 * Headers that steer Next from inside, or tell where a request came from, are only ever set by us. In production a page is
 * always a whole page: partial (RSC) answers would be a second form of every address to keep, and to guard.
 */
function noteAndForget(request: IncomingMessage): void {
  const address = clientIp(request);
  const passedOn = wasPassedOn(request.headers);
  for (const name of Object.keys(request.headers))
    if (
      name.startsWith("x-") ||
      name === "forwarded" ||
      (!dev && (name === "rsc" || name.startsWith("next-")))
    )
      Reflect.deleteProperty(request.headers, name);
  request.headers["x-address"] = address;
  if (passedOn) request.headers["x-passed-on"] = "1";
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  fail(request, response, { type: "about:blank", title: detail, status, detail });
}

/** A problem, or a page for whoever reads pages. */
function fail({ headers }: IncomingMessage, response: ServerResponse, problem: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (readsHtml(headers.accept)) {
    const page = refusalAsPage(problem);
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.statusCode = page.status;
    response.end(page.html);
    return;
  }
  response.setHeader("content-security-policy", NOTHING_RUNS);
  for (const [name, value] of asProblem(problem).headers) response.setHeader(name, value);
  response.statusCode = problem.status;
  response.end(JSON.stringify(problem));
}

server.maxConnections = maxConnections;
server.timeout = READ_WITHIN;

server.on("clientError", (error, socket) => {
  if (socket.writable) socket.end(answerToClientError(error));
});
// This is no proxy. Node would hang up without a word.
server.on("connect", (_request, socket) => socket.end(answerToConnect()));
// Only hot reload speaks WebSocket. Where nobody listens, Node answers as if nothing else had been offered, as a server should whose
// client or proxy would rather speak HTTP/2 (RFC 9110, section 7.8). Next listens with its first request, and would hang up.
if (dev) server.on("upgrade", (request, socket, head) => void app.getUpgradeHandler()(request, socket, head));
else
  server.on("newListener", (event: string | symbol, listener: (...args: unknown[]) => void) => {
    if (event === "upgrade") process.nextTick(() => server.off(event, listener));
  });

server.listen(env.port, env.host, () => log.info({ port: env.port, host: env.host }, "Moot is listening"));
void ballotsAreWalledOff().then(
  (walled) => {
    if (!walled)
      log.warn(
        "The database's user may not act as the site's role, so only Moot's own code keeps ballots secret. See docs/PRIVACY.md.",
      );
  },
  () => undefined,
);

if (env.mail === "none")
  log.warn(
    "MOOT_SMTP is not set, so no mail is sent: nobody can choose a new password or prove an address by themselves. See docs/OPERATING.md.",
  );
if (env.mail === "mailbox")
  log.info({ page: "/mailbox" }, "mails are not sent; they are kept for this machine");

const stopJobs = startJobs(jobs);
const stopWorkers = startWorkers(workers);

async function end(): Promise<void> {
  if (shutdown.begun) return;
  shutdown.begun = true;
  log.info("ending");
  const drained = new Promise<void>((resolve) => server.close(() => resolve()));
  runShutdownListeners();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN).unref();
  await Promise.all([drained, stopJobs(), stopWorkers()]);
  await Promise.race([closeDatabase(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
process.on("unhandledRejection", (error) =>
  log.error({ err: error }, "a promise was left alone with its error"),
);
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "an error nobody caught");
  process.exit(1);
});
// Node would print them itself, over several lines.
process.removeAllListeners("warning");
process.on("warning", (warning) => log.warn({ err: warning }, "a warning"));
