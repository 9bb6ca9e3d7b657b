import "server-only";

import type { IncomingMessage } from "node:http";
import { Refusal } from "@/platform/refusal";
import * as t from "#messages/api";

/**
 * Waits until a request's body lies in Node's buffer, or as much of it as fits in there, without reading it: whoever sends
 * slowly waits before the line and holds no place in it.
 */
export async function bodyArrived(request: IncomingMessage): Promise<void> {
  const length = Number(request.headers["content-length"] ?? 0);
  const enough = Math.min(length, request.readableHighWaterMark);
  if (request.readableLength >= enough) return;
  await new Promise<void>((resolve, reject) => {
    const leave = () => request.off("readable", look).off("close", gone).off("error", gone);
    const look = () => {
      if (request.readableLength < enough) return;
      leave();
      resolve();
    };
    const gone = () => {
      leave();
      reject(new Refusal(t.theRequestBrokeOff, 400));
    };
    request.on("readable", look).on("close", gone).on("error", gone);
  });
}
