import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { startJobs } from "./jobs";

test("two processes with the same job never work at it at the same time", async () => {
  let working = 0;
  let most = 0;
  const job = {
    name: "alone",
    everySeconds: 0,
    run: async () => {
      most = Math.max(most, ++working);
      await wait(5);
      working--;
    },
  };
  const stops = [startJobs([job]), startJobs([job]), startJobs([job])];
  await wait(300);
  await Promise.all(stops.map((stop) => stop()));
  expect(most).toBe(1);
});

test("a job that fails comes round again, and no other notices", async () => {
  let failed = 0;
  let ran = 0;
  const stop = startJobs([
    {
      name: "fails",
      everySeconds: 0.01,
      run: () => {
        failed++;
        return Promise.reject(new Error("as played"));
      },
    },
    { name: "runs", everySeconds: 0.01, run: () => Promise.resolve(ran++) },
  ]);
  await wait(300);
  await stop();
  expect(failed).toBeGreaterThan(1);
  expect(ran).toBeGreaterThan(1);
  const after = ran;
  await wait(50);
  expect(ran).toBe(after);
});
