import "server-only";

import { ServerResponse, type IncomingMessage } from "node:http";

type Callback = (error?: Error | null) => void;

/** What Next wrote, whole: to be kept, compressed once and sent to everyone who asked meanwhile. */
export type Captured = { status: number; headers: Record<string, string | string[]>; body: Buffer };

/** A response that goes nowhere: it collects what is written, and its page goes on rendering if the reader leaves. */
export class CapturedResponse extends ServerResponse {
  readonly captured: Promise<Captured>;
  #chunks: Buffer[] = [];
  #finish: (page: Captured) => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.captured = new Promise((resolve) => (this.#finish = resolve));
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Callback, callback?: Callback): boolean {
    this.#keep(chunk, encoding);
    (typeof encoding === "function" ? encoding : callback)?.(null);
    return true;
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    if (typeof chunk !== "function") this.#keep(chunk, encoding);
    const headers: Captured["headers"] = {};
    for (const [name, value] of Object.entries(this.getHeaders()))
      if (value !== undefined) headers[name] = Array.isArray(value) ? value : String(value);
    this.#finish({ status: this.statusCode, headers, body: Buffer.concat(this.#chunks) });
    this.#chunks = [];
    super.end();
    (typeof encoding === "function" ? encoding : callback)?.();
    this.emit("finish");
    this.emit("close");
    return this;
  }

  override flushHeaders(): void {
    // Nothing to flush: the response stays in memory until it is whole.
  }

  /** Next may hand its headers over here instead of setting them one by one; they must be found by `end`. */
  override writeHead(status: number, reason?: unknown, headers?: unknown): this {
    this.statusCode = status;
    const given = typeof reason === "object" ? reason : headers;
    if (given && !Array.isArray(given))
      for (const [name, value] of Object.entries(given)) this.setHeader(name, value as string | string[]);
    return this;
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string")
      this.#chunks.push(
        Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"),
      );
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
  }
}
