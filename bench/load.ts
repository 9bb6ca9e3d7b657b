import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { answerLength, type Ask, type Load, type Measured } from "./asks";

/**
 * A process of its own that asks, for as long as it is told, over connections kept alive, one request after the other on
 * each. Written on bare sockets, so that on a small machine most of the processor is left for who answers.
 */
process.on("message", (load: Load) => {
  void press(load).then((measured) => process.send?.(measured));
});

/** Nothing but this machine is ever asked. */
const HERE = "127.0.0.1";
/** Whatever was asked for, a load ends. */
const SECONDS_AT_MOST = 30;
const REQUESTS_AT_MOST = 1_000_000;

let n = Date.now();

async function press({ port, connections, seconds, pace, ask }: Load): Promise<Measured> {
  const times: number[] = [];
  const sum = { refused: 0, bytes: 0 };
  const began = performance.now();
  const until = began + Math.min(seconds, SECONDS_AT_MOST) * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, nth) => {
      // Each connection has its own turns, and they are spread over the second.
      const turn = pace === undefined ? 0 : (connections / pace) * 1_000;
      let next = began + (turn * nth) / connections;
      const socket = connect(port, HERE).setNoDelay(true);
      await once(socket, "connect");
      while (performance.now() < until && times.length < REQUESTS_AT_MOST) {
        if (turn > 0) await pause(Math.max(0, next - performance.now()));
        next += turn;
        const sent = performance.now();
        const { status, bytes } = await exchange(socket, draw(ask));
        times.push(performance.now() - sent);
        sum.bytes += bytes;
        if (status >= 400) sum.refused++;
      }
      socket.destroy();
    }),
  );
  const lasted = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    rate: times.length / lasted,
    p50: at(0.5),
    p99: at(0.99),
    refused: sum.refused,
    bytes: Math.round(sum.bytes / Math.max(1, times.length)),
  };
}

function draw({ method, paths, cookies, bodies, keyed, inTurn }: Ask): string {
  const unique = String(n++);
  const path = (inTurn ? (paths[n % paths.length] ?? "") : anyOf(paths)).replace("{n}", unique);
  const body = bodies ? anyOf(bodies).replace("{n}", unique) : "";
  const cookie = cookies ? `Cookie: ${anyOf(cookies)}\r\n` : "";
  const key = keyed ? `Idempotency-Key: ${unique}\r\n` : "";
  const what =
    method === "GET"
      ? ""
      : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nHost: ${HERE}\r\nAccept-Encoding: br\r\n${cookie}${key}${what}\r\n${body}`;
}

const anyOf = (some: readonly string[]): string => some[Math.floor(Math.random() * some.length)] ?? "";

function exchange(socket: Socket, request: string): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const leave = () => {
      socket.off("data", hear).off("error", reject).off("close", gone);
    };
    const hear = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = answerLength(received);
      if (!answer) return;
      leave();
      resolve({ status: answer.status, bytes: answer.length });
    };
    const gone = () => {
      leave();
      reject(new Error(`The server closed the connection after ${received.length} bytes of an answer.`));
    };
    socket.on("data", hear).on("error", reject).on("close", gone);
    socket.write(request);
  });
}
