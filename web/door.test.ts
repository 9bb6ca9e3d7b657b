import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { doorListener } from "./door";
import { DOOR } from "./pages/paths";
import { ok } from "./route/answer";
import { makeDoor } from "./route/make-door";
import { anyone } from "./route/who";
import { concurrencyLimit } from "@/platform/concurrency-limit";

const door = makeDoor();
let letGo: () => void = () => undefined;
const held = new Promise<void>((resolve) => (letGo = resolve));
door.get("/slow", {
  who: anyone,
  summary: "",
  output: { 200: z.string() },
  run: () => held.then(() => ok("done")),
});

const listener = doorListener(
  door,
  concurrencyLimit({ maxConcurrent: Infinity, maxQueued: Infinity, maxPerClient: 3 }),
);
const server = createServer((request, response) => void listener(request, response));
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${DOOR}/slow`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a client with too much under way is told to come again, until some of it is done", async () => {
  const early = [fetch(url), fetch(url), fetch(url)];
  await new Promise((resolve) => setTimeout(resolve, 200));
  const late = await fetch(url);
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(late.headers.get("content-type")).toContain("application/problem+json");
  letGo();
  for (const answer of await Promise.all(early)) expect(answer.status).toBe(200);
  expect((await fetch(url)).status).toBe(200);
});
