/** What a load is made of: plain data, because it is sent to another process. `{n}` in a path or body becomes a number nobody else gets. */
export type Ask = Readonly<{
  method: "GET" | "POST" | "PUT";
  paths: readonly string[];
  /** Cookie headers to draw from; none for a reader who is signed out. */
  cookies?: readonly string[];
  /** JSON bodies to draw from. */
  bodies?: readonly string[];
  /** Each path in its turn, and not by chance: of more paths than are kept none is found kept. */
  inTurn?: boolean;
  /** With an Idempotency-Key of its own on every request, as a browser sends it. */
  keyed?: boolean;
}>;

/** With a `pace`, so many requests a second in all, as far as the answers keep up; without, as many as can be. */
export type Load = Readonly<{
  port: number;
  connections: number;
  seconds: number;
  pace?: number;
  ask: Ask;
}>;

/** Rates a second, times in milliseconds, bytes as they came over the wire. */
export type Measured = Readonly<{
  rate: number;
  p50: number;
  p99: number;
  refused: number;
  bytes: number;
}>;

/** An answer's head and its body's end, as far as a load generator has to understand HTTP. */
export function answerLength(received: Buffer): { status: number; length: number } | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const whole = end + 4 + Number(length);
    return received.length >= whole ? { status, length: whole } : null;
  }
  if (!head.includes("transfer-encoding: chunked")) return { status, length: end + 4 };
  const last = received.indexOf("\r\n0\r\n\r\n", end + 2);
  return last < 0 ? null : { status, length: last + 7 };
}
