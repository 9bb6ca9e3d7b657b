import "server-only";

import { monitorEventLoopDelay } from "node:perf_hooks";
import { processSingleton } from "./process-singleton";

/** Pages being drawn and waiting to be, and open live streams. */
export type ServerLoad = Readonly<{ pages: Readonly<{ running: number; queued: number }>; streams: number }>;

/** How often the event loop's delay is looked at; milliseconds. */
const RESOLUTION = 20;

const measured = processSingleton("server load", () => ({
  read: (): ServerLoad => ({ pages: { running: 0, queued: 0 }, streams: 0 }),
  delay: monitorEventLoopDelay({ resolution: RESOLUTION }),
}));

/** The server says how to find out, once it serves. */
export function measureLoad(read: () => ServerLoad): void {
  measured.read = read;
  measured.delay.enable();
}

export const currentLoad = (): ServerLoad => measured.read();

/** By how many seconds the event loop was late at most in 99 of 100 looks, since this was last asked. */
export function eventLoopLag(): number {
  const { delay } = measured;
  const late = delay.count > 0 ? delay.percentile(99) / 1e9 - RESOLUTION / 1e3 : 0;
  delay.reset();
  return Math.max(0, late);
}
