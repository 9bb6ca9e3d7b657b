import { Agent, get } from "node:http";
import { connect } from "node:net";

export type Crowd = Readonly<{
  port: number;
  paths: Iterator<string>;
  /** Requests on their way at once. */
  atOnce: number;
  /** Of so many requests one is given up before its answer, as by a reader who goes on. */
  hangsUp?: number;
  /** Goes on until there are no more paths, or this says so. */
  until?: () => boolean;
  /** The last part of the loopback address (127.0.0.n) it comes from: a client of its own. */
  from?: number;
}>;

/** By status: 0 for those that were cut off, -1 for those that hung up. */
export type Outcome = Map<number, number>;

/** Milliseconds after which a reader who will not wait is gone: in the queue, while it is drawn, while it is sent. */
const PATIENCE = [1, 3, 9, 27, 81];

/** Many readers, each asking for one page after the other. */
export async function send({ port, paths, atOnce, hangsUp, until, from = 1 }: Crowd): Promise<Outcome> {
  const outcome: Outcome = new Map();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let n = 0;
  const reader = async () => {
    while (!until?.()) {
      const next = paths.next();
      if (next.done) return;
      n++;
      const patience = hangsUp !== undefined && n % hangsUp === 0 ? PATIENCE[n % PATIENCE.length] : undefined;
      const status = await ask({ port, path: next.value, agent, from, patience });
      outcome.set(status, (outcome.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  agent.destroy();
  return outcome;
}

/**
 * Asks for the same page so often on one connection, without waiting, and begins to read after so many milliseconds.
 * @returns how many answers began to arrive before the server hung up
 */
export function askAtOnce(port: number, path: string, times: number, readAfter: number): Promise<number> {
  return new Promise((resolve) => {
    let answers = 0;
    let rest = "";
    const socket = connect(port, "127.0.0.1", () => {
      const ask = (last: boolean) =>
        `GET ${path} HTTP/1.1\r\nHost: moot\r\n${last ? "Connection: close\r\n" : ""}\r\n`;
      for (let nth = 1; nth <= times; nth++) socket.write(ask(nth === times));
      socket.pause();
      setTimeout(() => socket.resume(), readAfter);
    });
    socket.setEncoding("latin1").on("data", (text: string) => {
      const parts = (rest + text).split("HTTP/1.1 ");
      answers += parts.length - 1;
      // What begins at the very end of a piece is counted with the next.
      rest = (parts.at(-1) ?? "").slice(-"HTTP/1.1 ".length);
    });
    socket.on("close", () => resolve(answers));
    socket.on("error", () => resolve(answers));
  });
}

type One = Readonly<{ port: number; path: string; agent: Agent; from: number; patience: number | undefined }>;

function ask({ port, path, agent, from, patience }: One): Promise<number> {
  return new Promise((resolve) => {
    const request = get(
      { host: "127.0.0.1", port, path, agent, localAddress: `127.0.0.${from}` },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("close", () => resolve(gone ? -1 : 0));
      },
    );
    let gone = false;
    request.on("error", () => resolve(gone ? -1 : 0));
    if (patience !== undefined)
      setTimeout(() => {
        gone = true;
        request.destroy();
      }, patience);
  });
}
