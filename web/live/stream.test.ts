import { createServer, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openStream } from "./stream";

let answered: ServerResponse;
const server = createServer((_request, response) => {
  answered = response;
  server.emit("asked");
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

/** A client that has asked and reads nothing. */
async function asked() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
  const came = once(server, "asked");
  socket.write("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
  await came;
  return socket;
}

test("a client that does not read what it is sent is let go", async () => {
  const socket = await asked();
  const left = vi.fn();
  const stream = openStream(answered, left);
  // More than the two kernels hold between them.
  for (let nth = 0; nth < 1_000 && left.mock.calls.length === 0; nth++) {
    stream.send(new Uint8Array(32 * 1_024));
    await new Promise(setImmediate);
  }
  expect(left).toHaveBeenCalledOnce();
  socket.destroy();
});

test("who leaves, or has left before the stream is open, holds no seat", async () => {
  for (const leavesFirst of [true, false]) {
    const socket = await asked();
    const leave = async () => {
      const closed = once(answered, "close");
      socket.destroy();
      await closed;
    };
    let left = 0;
    if (leavesFirst) await leave();
    const stream = openStream(answered, () => left++);
    if (!leavesFirst) await leave();
    stream.onEnd(() => left++);
    stream.send(new Uint8Array(1));
    expect(left).toBe(2);
  }
});
