import "server-only";

import type { IncomingMessage, ServerResponse } from "node:http";
import { answerToClientError } from "./client-error";

/**
 * Ends a request whose body takes longer than this many milliseconds, as Node itself does after the longest time that any request may
 * take (`requestTimeout`). Most requests have no body, and cost nothing here.
 */
export function endSlowBody(request: IncomingMessage, response: ServerResponse, within: number): void {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) return;
  const late = setTimeout(() => {
    const { socket } = request;
    if (request.complete || socket.destroyed) return;
    const error = Object.assign(new Error("The body did not come."), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
    if (response.headersSent) socket.destroy();
    else socket.end(answerToClientError(error), () => socket.destroy());
  }, within);
  late.unref();
  const arrived = () => clearTimeout(late);
  request.once("end", arrived);
  response.once("close", arrived);
}
