import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSlowBody } from "./slow-bodies";

/** Milliseconds. */
const WITHIN = 200;

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    endSlowBody(request, response, WITHIN);
    request.resume().on("end", () => response.end("read"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

/** All that is answered until the connection ends. */
const answerTo = (words: string) =>
  new Promise<string>((resolve, reject) => {
    let said = "";
    connect((server.address() as AddressInfo).port, "127.0.0.1")
      .on("data", (some) => (said += String(some)))
      .on("end", () => resolve(said))
      .on("error", reject)
      .write(words);
  });

const HEAD = "POST / HTTP/1.1\r\nHost: moot\r\nConnection: close\r\n";

test.each([
  ["promised", `${HEAD}Content-Length: 10\r\n\r\nhalf`],
  ["in pieces", `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
])("a body %s that does not come is answered, and its connection ended", async (_, words) => {
  expect(await answerTo(words)).toMatch(/^HTTP\/1\.1 408 /);
});

test.each([
  ["that comes", `${HEAD}Content-Length: 4\r\n\r\ntext`],
  ["of nothing", `${HEAD}Content-Length: 0\r\n\r\n`],
])("a body %s is read", async (_, words) => {
  expect(await answerTo(words)).toMatch(/^HTTP\/1\.1 200 [\s\S]*read/);
});
