import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { backUp } from "@/domain/operations/backups";
import { held } from "@/platform/held";
import { metrics } from "@/platform/metrics";
import "@/domain/articles/share-picture";
import "@/platform/passwords";
import { makePages } from "@/web/pages/pages";
import "@/web/route/make-door";
import "@/web/sessions/session-cookie";
import { maySeeMetrics } from "./metrics-answer";

const TOKEN = vi.hoisted(() => {
  process.env.MOOT_TRUSTED_PROXIES = "127.0.0.2";
  process.env.MOOT_BACKUPS = "no-such-folder";
  return (process.env.MOOT_METRICS_TOKEN = "only the tests may see these numbers");
});

const asked = (remoteAddress: string, headers: IncomingMessage["headers"] = {}) =>
  maySeeMetrics({ headers, socket: { remoteAddress } });

test("this machine sees the numbers, and whoever says the token", () => {
  expect(asked("127.0.0.1")).toBe(true);
  expect(asked("::1")).toBe(true);
  expect(asked("192.0.2.7", { authorization: `Bearer ${TOKEN}` })).toBe(true);
});

test("nobody else does, and nobody by way of a proxy on this machine", () => {
  expect(asked("192.0.2.7")).toBe(false);
  expect(asked("192.0.2.7", { authorization: "Bearer something" })).toBe(false);
  expect(asked("127.0.0.1", { authorization: "Bearer something" })).toBe(false);
  expect(asked("127.0.0.1", { "x-forwarded-for": "192.0.2.7" })).toBe(false);
  expect(asked("127.0.0.1", { via: "1.1 proxy" })).toBe(false);
  expect(asked("127.0.0.2")).toBe(false);
  expect(asked("::ffff:127.0.0.2")).toBe(false);
});

test("what is shown has every kind of number, each with what it means", async () => {
  const text = await metrics.registry.metrics();
  for (const name of [
    ...["moot_request_seconds", "moot_pages_total", "moot_security_events_total", "moot_job_seconds"],
    ...[
      "moot_database_troubles_total",
      "moot_external_check_total",
      "moot_pool_waiting",
      "moot_streams_open",
    ],
    "moot_backup_timestamp_seconds",
    ...["moot_queue_jobs", "moot_queue_wait_seconds", "moot_moderation_queue"],
    ...["moot_nodejs_eventloop_lag_seconds", "moot_process_resident_memory_bytes"],
  ])
    expect(text).toMatch(new RegExp(`^# HELP ${name} .+$`, "m"));
});

test("what a process holds in memory is named, bounded, and in the operator's guide", async () => {
  makePages(() => Promise.resolve(), { dev: false });
  const guide = readFileSync("docs/OPERATING.md", "utf8");
  const [, table = ""] = /\n(\| held .*?)\n\n/s.exec(guide) ?? [];
  const told = [...table.matchAll(/^\| `([^`]+)` +\|[^|]+\| +([\d,]+)/gm)].map(
    ([, what, most]) => [what, Number(most?.replaceAll(",", ""))] as const,
  );
  // What depends on the machine, or is the server's own.
  const elsewhere = ["connections", "streams"];
  const here = [...held].filter(([what]) => !elsewhere.includes(what));
  expect(here.map(([what, { most }]) => [what, most]).sort()).toEqual(
    told.filter(([what = ""]) => !elsewhere.includes(what)).sort(),
  );
  for (const what of elsewhere) expect(told.map(([one]) => one)).toContain(what);
  for (const [what, { most, now }] of held) expect([what, (await now()) <= most]).toEqual([what, true]);
  const text = await metrics.registry.metrics();
  for (const [what, { most }] of held) {
    expect(text).toMatch(new RegExp(`^moot_held\\{what="${what}"\\} \\d+$`, "m"));
    expect(text).toContain(`moot_held_most{what="${what}"} ${most}\n`);
  }
});

test("when scheduled backups were made and tried are numbers, too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "moot backups "));
  await backUp({ folder, kept: 1 }, () => Promise.resolve());
  const text = await metrics.registry.metrics();
  expect(text).toMatch(/^moot_backup_timestamp_seconds\{run="backup",outcome="succeeded"\} [1-9]/m);
  expect(text).toMatch(/^moot_backup_timestamp_seconds\{run="verify",outcome="succeeded"\} 0$/m);
  rmSync(folder, { recursive: true });
});
