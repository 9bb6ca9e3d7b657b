import "server-only";

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

export type Stream = {
  body: ReadableStream<Uint8Array>;
  send: (bytes: Uint8Array) => void;
  end: () => void;
  /** Called once, when the client is gone or we end. */
  onEnd: (then: () => void) => void;
};

const encoder = new TextEncoder();
const BEAT = encoder.encode(":\n\n");

type Hearts = { streams: Map<Stream, number>; timer: NodeJS.Timeout | null };
const hearts = processSingleton<Hearts>("live-hearts", () => ({ streams: new Map(), timer: null }));

/** A stream of server-sent events that ends itself when its client is gone or too slow, after an hour, or when the process ends. */
export function openStream(leave: () => void): Stream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const endings = [leave];
  const close = () => {
    if (!controller) return;
    controller = null;
    hearts.streams.delete(stream);
    for (const then of endings) then();
  };
  const stream: Stream = {
    body: new ReadableStream<Uint8Array>(
      {
        start(opened) {
          controller = opened;
          opened.enqueue(encoder.encode(retryHint(RETRY)));
        },
        cancel: close,
      },
      { highWaterMark: WAITING, size: (chunk) => chunk.byteLength },
    ),
    send(bytes) {
      if (!controller || bytes.byteLength === 0) return;
      if ((controller.desiredSize ?? 0) <= 0) stream.end();
      else controller.enqueue(bytes);
    },
    end() {
      const open = controller;
      close();
      open?.close();
    },
    onEnd(then) {
      if (controller) endings.push(then);
      else then();
    },
  };
  keepAlive(stream);
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
