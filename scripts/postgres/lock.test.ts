import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holderOf, takeFolder } from "./lock";

const folder = () => mkdtempSync(join(tmpdir(), "moot lock "));

test("a folder is taken by one, and free again when it is given back", async () => {
  const place = folder();
  const giveBack = await takeFolder(place, "site");
  await expect(takeFolder(place, "site")).rejects.toThrow(/^Moot already runs on the data folder/);
  giveBack();
  (await takeFolder(place, "site"))();
});

test("a command waits for another command instead of being refused", async () => {
  const place = folder();
  const giveBack = await takeFolder(place, "command");
  const second = takeFolder(place, "command");
  setTimeout(giveBack, 300);
  (await second)();
  expect(holderOf(place)).toBeUndefined();
});

test("whoever was killed holds nothing, even when the number of the process is in use again", async () => {
  const place = folder();
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(killed, "spawn");
  const pid = killed.pid ?? 0;
  killed.kill("SIGKILL");
  await once(killed, "exit");
  writeFileSync(join(place, "moot.lock"), JSON.stringify({ pid, born: "1", as: "site" }));
  (await takeFolder(place, "site"))();

  writeFileSync(join(place, "moot.lock"), JSON.stringify({ pid: process.pid, born: "1", as: "site" }));
  (await takeFolder(place, "site"))();
});

test("a lock that was cut short while it was written holds nothing", async () => {
  const place = folder();
  writeFileSync(join(place, "moot.lock"), '{"pid":');
  const giveBack = await takeFolder(place, "site");
  expect(readFileSync(join(place, "moot.lock"), "utf8")).toContain(String(process.pid));
  giveBack();
});
