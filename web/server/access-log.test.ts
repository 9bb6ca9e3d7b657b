import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as pinoModule from "pino";
import { afterAll, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.MOOT_ACCESS_LOG = "on";
  process.env.MOOT_LOG = "warn";
});
const written = vi.hoisted(() => ({ lines: [] as string[] }));
vi.mock("pino", async (original) => {
  const real = await original<typeof pinoModule>();
  const write = (line: string) => written.lines.push(line);
  const pino = Object.assign((options: object) => real.default(options, { write }), real.default);
  return { ...real, default: pino };
});

const { accessLog, lineOf } = await import("./access-log");
const { pagesIn } = await import("./page-route");

const server = createServer((request, response) => {
  const logged = accessLog(request, response, "the-id");
  response.once("close", () => logged?.("get /articles/{slug}", 0.0314));
  response.statusCode = 404;
  response.end("x".repeat(5_000));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());

test("a request is one line of JSON: route, status, time, bytes and its id; nothing that was asked, sent or said", async () => {
  const { port } = server.address() as AddressInfo;
  const secret = "kettledrum";
  await fetch(`http://127.0.0.1:${port}/articles/${secret}?q=${secret}`, {
    method: "POST",
    body: secret,
    headers: { cookie: secret, "user-agent": secret },
  }).then((answer) => answer.text());
  await vi.waitFor(() => expect(written.lines).toHaveLength(1));
  const [line = ""] = written.lines;
  expect(line).toMatch(/^[^\n]+\n$/);
  expect(line).not.toContain(secret);
  expect(line).not.toContain("127.0.0.1");
  const { bytes, ...told } = JSON.parse(line) as { bytes: number };
  expect(bytes).toBeGreaterThan(5_000);
  expect(told).toEqual({
    level: "info",
    time: expect.any(String) as string,
    requestId: "the-id",
    route: "get /articles/{slug}",
    method: "POST",
    status: 404,
    ms: 31,
    msg: "request",
  });
});

const answered = { id: "i", route: "api", asked: "/api/v1/me?x=1", took: 0, bytes: 1, from: "192.0.2.7" };

test("whence it came is said only where that was asked for", () => {
  expect(lineOf(answered, false)).not.toHaveProperty("address");
  expect(lineOf(answered, true)).toMatchObject({ address: "192.0.2.7" });
});

test("a page is told by its pattern, the more special before the more general", () => {
  const manifest = join(mkdtempSync(join(tmpdir(), "moot manifest ")), "routes.json");
  writeFileSync(
    manifest,
    JSON.stringify({
      "/a/[slug]/page": "/a/[slug]",
      "/a/new/page": "/a/new",
      "/page": "/",
      "/a/[slug]/feed.xml/route": "/a/[slug]/feed.xml",
    }),
  );
  const at = (path: string) => pagesIn(manifest).find(({ fits }) => fits.test(path))?.pattern;
  expect(["/", "/a/new", "/a/tea", "/a/tea/feed.xml", "/a/tea/feedxxml", "/b"].map(at)).toEqual([
    "/",
    "/a/new",
    "/a/[slug]",
    "/a/[slug]/feed.xml",
    undefined,
    undefined,
  ]);
  expect(pagesIn("no-such-file.json")).toEqual([]);
});
