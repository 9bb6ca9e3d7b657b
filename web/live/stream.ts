import "server-only";

import type { ServerResponse } from "node:http";
import { processSingleton } from "@/platform/process-singleton";
import { outsideRequests } from "@/platform/outside-requests";
import { onShutdown } from "@/web/server/shutdown";

/** Quieter than this, and proxies take a connection for dead. */
const HEARTBEAT = 25_000;
/** A stream ends after so long; its browser reconnects, with the session it has by then. Milliseconds. */
const LASTS = 60 * 60 * 1_000;
/** Bytes that may wait for a slow client; then it is dropped, and comes again with its Last-Event-ID. */
const WAITING = 64 * 1024;
/** Milliseconds a browser waits before it comes again. */
const RETRY = 3_000;
/** When we end all come at once, so each is told another moment of so many milliseconds, in which the next process starts. */
const RETRY_AT_END = { from: 1_000, spread: 4_000 };

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // A proxy that packed it would wait for more.
  "cache-control": "private, no-store, no-transform",
  // A proxy in front (nginx) is not to collect them.
  "x-accel-buffering": "no",
};

export type Stream = {
  send: (bytes: Uint8Array) => void;
  end: () => void;
  /** Called once, when the client is gone or we end. */
  onEnd: (then: () => void) => void;
};

const encoder = new TextEncoder();
const BEAT = encoder.encode(":\n\n");

type Hearts = { streams: Map<Stream, number>; timer: NodeJS.Timeout | null };
const hearts = processSingleton<Hearts>("live-hearts", () => ({ streams: new Map(), timer: null }));

/**
 * A stream of server-sent events that ends itself when its client is gone or too slow, after an hour, or when the process ends. It is written to
 * Node's own response: a web stream between takes as much memory again for as long as it is open.
 */
export function openStream(outgoing: ServerResponse, leave: () => void): Stream {
  let isOpen = true;
  const endings = [leave];
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    hearts.streams.delete(stream);
    for (const then of endings) then();
  };
  const stream: Stream = {
    send(bytes) {
      if (!isOpen || bytes.byteLength === 0) return;
      if (outgoing.writableLength > WAITING) stream.end();
      else outgoing.write(bytes);
    },
    end() {
      close();
      outgoing.end();
    },
    onEnd(then) {
      if (isOpen) endings.push(then);
      else then();
    },
  };
  outgoing.once("close", close).writeHead(200, HEADERS).write(retryHint(RETRY));
  keepAlive(stream);
  // Who has left by now closes nothing any more, and who asks for the head only waits for nothing: both would hold a seat for ever.
  if (outgoing.destroyed || outgoing.req.method === "HEAD") stream.end();
  return stream;
}

const retryHint = (milliseconds: number): string => `retry: ${Math.round(milliseconds)}\n\n`;

function keepAlive(stream: Stream): void {
  hearts.streams.set(stream, performance.now());
  if (hearts.timer) return;
  hearts.timer = outsideRequests(() =>
    setInterval(() => {
      for (const [one, since] of hearts.streams)
        if (performance.now() - since > LASTS) one.end();
        else one.send(BEAT);
    }, HEARTBEAT).unref(),
  );
  onShutdown(() => {
    for (const one of hearts.streams.keys()) {
      one.send(encoder.encode(retryHint(RETRY_AT_END.from + Math.random() * RETRY_AT_END.spread)));
      one.end();
    }
  });
}
