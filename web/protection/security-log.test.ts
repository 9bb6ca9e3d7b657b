import { afterEach, expect, test, vi } from "vitest";
import { LINES_A_MINUTE, logRefusal, logSecurity } from "./security-log";
import { asClient } from "@/platform/client";
import { log } from "@/platform/log";

const lines: unknown[] = [];
vi.spyOn(log, "info").mockImplementation((line: unknown) => void lines.push(line));
vi.useFakeTimers({ now: new Date("2026-11-29T12:00:30Z") });
afterEach(() => void (lines.length = 0));

const from = (address: string, run: () => void) => asClient({ address, network: address, agent: "" }, run);
const refusedFrom = (address: string, times: number, status = 401) =>
  from(address, () => {
    for (let nth = 0; nth < times; nth++) logRefusal(status, { route: "get /account" });
  });

test("whoever is refused a thousand times fills no log, and the next line says how often there was none", () => {
  refusedFrom("10.0.0.1", 1_000);
  expect(lines).toHaveLength(LINES_A_MINUTE);
  refusedFrom("10.0.0.2", 1);
  refusedFrom("10.0.0.1", 1, 403);
  expect(lines).toHaveLength(LINES_A_MINUTE + 2);
  vi.advanceTimersByTime(60_000);
  refusedFrom("10.0.0.1", 2);
  expect(lines.slice(-2)).toEqual([
    expect.objectContaining({ status: 401, more: 1_000 - LINES_A_MINUTE }),
    expect.not.objectContaining({ more: expect.anything() as number }),
  ]);
});

test("what was done leaves a line each", () => {
  from("10.0.0.3", () => {
    for (let nth = 0; nth < 2 * LINES_A_MINUTE; nth++) logSecurity("signed in", { member: "m" });
  });
  expect(lines).toHaveLength(2 * LINES_A_MINUTE);
});

test("what no client of ours sends leaves a line; what a person mistypes leaves none", () => {
  for (const status of [400, 413, 415]) refusedFrom("10.0.0.4", 1, status);
  expect(lines).toHaveLength(3);
  for (const status of [404, 409, 422]) refusedFrom("10.0.0.4", 1, status);
  expect(lines).toHaveLength(3);
});
