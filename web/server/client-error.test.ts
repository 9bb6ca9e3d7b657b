import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerToClientError } from "./client-error";

const server = createServer(
  { maxHeaderSize: 2_048, headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 },
  (_request, response) => response.end(),
);
server.on("clientError", (error, socket) => socket.end(answerToClientError(error)));

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** @returns everything the server says to these bytes */
async function speak(words: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(words));
    let said = "";
    socket.on("data", (chunk) => (said += chunk.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(said));
  });
}

test.each([
  ["a cookie of many kilobytes", `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"x".repeat(4_000)}\r\n\r\n`, 431],
  ["an address of many kilobytes", `GET /${"x".repeat(5_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
  ["headers that never end", "GET / HTTP/1.1\r\nHost: x\r\n", 408],
  ["what is no HTTP", "HELO moot\r\n\r\n", 400],
  ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
])("%s is answered with a page that says what it is", async (_what, words, status) => {
  const said = await speak(words);
  expect(said.split("\r\n")[0]).toContain(`HTTP/1.1 ${status} `);
  const [head = "", body = ""] = said.split("\r\n\r\n");
  expect(head).toContain("content-type: text/html; charset=utf-8");
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(body).toMatch(/<p role="alert">[A-Z].+\.<\/p>/);
});
