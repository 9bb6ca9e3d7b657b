import "server-only";

import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { clientIp } from "@/web/protection/client-ip";
import { pageRoute } from "./page-route";

/** Whoever switches it on wants it, however little else is logged. */
const lines = log.child({}, { level: "info" });

type Answered = Readonly<{
  id: string;
  /** By our own name for it; of a page only that it is one. */
  route: string | undefined;
  /** As it came, with its query. */
  asked: string;
  /** Seconds. */
  took: number;
  /** On the wire, with headers. */
  bytes: number;
  from: string;
}>;

/**
 * One line for a request, once its answer has ended, where `MOOT_ACCESS_LOG` asks for it: what was asked for by our own name, never a path, a
 * query or what somebody sent; whence it came only where that is asked for, too.
 * @returns what is called when the answer has ended, with its route, which is not known before
 */
export function accessLog(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): ((route: string | undefined, took: number) => void) | null {
  if (env.accessLog === "off") return null;
  const { socket, url: asked = "" } = request;
  const [before, from] = [socket.bytesWritten, clientIp(request)];
  return (route, took) => {
    const line = lineOf({ id, route, asked, took, bytes: socket.bytesWritten - before, from });
    lines.info({ ...line, method: request.method, status: response.statusCode }, "request");
  };
}

/** What such a line says beside method and status. */
export function lineOf(
  { id, route = "page", asked, took, bytes, from }: Answered,
  addresses = env.accessLog === "addresses",
) {
  return {
    requestId: id,
    route: route === "page" ? pageRoute(asked.split("?", 1)[0] ?? "") : route,
    ms: Math.round(took * 1_000),
    bytes,
    ...(addresses && { address: from }),
  };
}
