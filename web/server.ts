import "server-only";

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import next from "next";
import { closeDatabase } from "@/platform/database";
import { env } from "@/platform/env";
import { startJobs } from "@/platform/jobs";
import { log } from "@/platform/log";
import { isRefusal, Refusal } from "@/platform/refusal";
import { asProblem, problemFrom } from "@/web/route/problem";
import { clientIp } from "@/web/protection/client-ip";
import { BODY_LIMIT } from "@/web/route/read-body";
import { doorListener, openDoor } from "@/web/door";

import { alive, ballotsAreWalledOff, ready } from "@/web/health";
import { jobs } from "@/web/jobs";
import { makePages, noteWriter, pathOf } from "@/web/pages";
import { refuseOtherSites } from "@/web/protection/csrf";
import { DOOR } from "@/web/paths";
import { EVERYWHERE, NOTHING_RUNS } from "@/web/protection/security-headers";
import { closing, runClosers } from "@/web/closing";
import { turns } from "@/web/turns";
import { isStaticFile, sendStaticFile } from "@/web/static-files";

const dev = process.env.NODE_ENV === "development";

/** Milliseconds a client may take to send its headers, and then the whole request. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;
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
/** next-auth's own: the only addresses besides the door that may be posted to. */
const SIGN_IN_ROUTES = "/api/auth/";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const app = next({ dev, dir: ".", hostname: env.host, port: env.port });
await app.prepare();
const nextHandler = app.getRequestHandler();
const door = doorListener(
  openDoor(),
  env.limits ? turns({ atOnce: Infinity, inAll: Infinity, perClient: ASKED_AT_ONCE }) : undefined,
);
const pages = makePages((request, response) => nextHandler(request, response), { dev });

const server = createServer(
  {
    headersTimeout: HEADERS_WITHIN,
    requestTimeout: REQUEST_WITHIN,
    keepAliveTimeout: KEEP_ALIVE,
    maxHeaderSize: HEADER_BYTES,
    connectionsCheckingInterval: 1_000,
  },
  (request, response) => void handle(request, response),
);

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = randomUUID();
  for (const [name, value] of Object.entries(EVERYWHERE)) response.setHeader(name, value);
  response.setHeader("x-request-id", id);
  if (closing.begun) response.setHeader("connection", "close");
  try {
    await route(request, response);
  } catch (error) {
    if (!isRefusal(error))
      log.error(
        { err: error, requestId: id, method: request.method, path: pathOf(request) },
        "a request failed",
      );
    fail(response, problemFrom(error));
  }
}

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (!METHODS.has(request.method ?? "")) {
    refuse(response, 405, "This method is not known here.", { allow: [...METHODS].join(", ") });
    return;
  }
  if (!isReadable(request.url ?? "")) {
    refuse(response, 400, "This address cannot be read.");
    return;
  }
  if (path === "/healthz") {
    alive(response);
    return;
  }
  if (path === "/readyz") return ready(response);
  if (path === DOOR || path.startsWith(`${DOOR}/`)) {
    response.setHeader("content-security-policy", NOTHING_RUNS);
    return door(request, response);
  }
  if (!dev && isStaticFile(path)) return sendStaticFile(request, response, path);
  noteAndForget(request);
  if (dev && (path.startsWith("/_next/") || path.startsWith("/__next")))
    return nextHandler(request, response);
  if (request.method !== "GET" && request.method !== "HEAD") {
    if (!path.startsWith(SIGN_IN_ROUTES)) {
      refuse(response, 405, "A page can only be read.", { allow: "GET, HEAD" });
      return;
    }
    refuseOtherSites(request);
    refuseLongBody(request);
  }
  return pages(request, response);
}

/** next-auth reads a body whole, so it must say before how long it is. */
function refuseLongBody({ headers }: IncomingMessage): void {
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > BODY_LIMIT)
    throw new Refusal("That is too large: at most 64 KiB can be sent at once.", 413);
}

/**
 * A path that decodes, without NUL, that cannot be read as another host or as another path (dots that lead elsewhere),
 * and no longer than links that are shared get.
 */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\") || url.length > 4_096) return false;
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
  for (const name of Object.keys(request.headers))
    if (
      name.startsWith("x-") ||
      name === "forwarded" ||
      (!dev && (name === "rsc" || name.startsWith("next-")))
    )
      Reflect.deleteProperty(request.headers, name);
  request.headers["x-address"] = address;
  noteWriter(request);
}

function refuse(
  response: ServerResponse,
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  fail(response, { type: "about:blank", title: detail, status, detail });
}

function fail(response: ServerResponse, problem: Parameters<typeof asProblem>[0]): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader("content-security-policy", NOTHING_RUNS);
  for (const [name, value] of asProblem(problem).headers) response.setHeader(name, value);
  response.statusCode = problem.status;
  response.end(JSON.stringify(problem));
}

/** More sockets than readers at once; whoever opens them for nothing is cut off before memory is. */
server.maxConnections = 10_000;

server.on("clientError", (_error, socket) => {
  if (socket.writable)
    socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
});
server.on("upgrade", (request, socket, head) => {
  // Only hot reload speaks WebSocket.
  if (dev) void app.getUpgradeHandler()(request, socket, head);
  else socket.destroy();
});

server.listen(env.port, env.host, () => log.info({ port: env.port, host: env.host }, "Moot is listening"));
void ballotsAreWalledOff().then(
  (walled) => {
    if (!walled)
      log.warn(
        "The database's user may not act as moot_app, so only Moot's own code keeps ballots secret. See docs/PRIVACY.md.",
      );
  },
  () => undefined,
);

const stopJobs = startJobs(jobs);

async function end(): Promise<void> {
  if (closing.begun) return;
  closing.begun = true;
  log.info("ending");
  const drained = new Promise<void>((resolve) => server.close(() => resolve()));
  runClosers();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN).unref();
  await Promise.all([drained, stopJobs()]);
  await Promise.race([closeDatabase(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
process.on("unhandledRejection", (error) =>
  log.error({ err: error }, "a promise was left alone with its error"),
);
