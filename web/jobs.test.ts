import { expect, test } from "vitest";
import { database } from "@/platform/database";
import { once } from "@/platform/jobs";
import { jobs } from "./jobs";

test("what the door kept for a day is gone the day after, a form an hour after, and not before", async () => {
  const db = database();
  const day = 24 * 60 * 60 * 1000;
  const [older, newer] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day / 2)];
  for (const [name, at] of [
    ["older", older],
    ["newer", newer],
  ] as const) {
    await db.idempotency.create({ data: { who: "tidy", key: name, request: Buffer.from("x"), at } });
    await db.rateWindow.create({ data: { key: `tidy ${name}`, start: at, count: 1 } });
  }
  const minutes = (many: number) => new Date(Date.now() - many * 60_000);
  for (const at of [minutes(61), minutes(59)])
    await db.keptForm.create({ data: { sealed: Buffer.from("x"), at } });
  const tidy = jobs.find((job) => job.name === "tidy the door");
  if (!tidy) throw new Error("Nobody tidies the door.");
  expect(await once(tidy)).toBe(true);
  expect((await db.idempotency.findMany({ where: { who: "tidy" } })).map((row) => row.key)).toEqual([
    "newer",
  ]);
  expect(await db.keptForm.count()).toBe(1);
  expect((await db.rateWindow.findMany({ where: { key: { startsWith: "tidy" } } })).length).toBe(1);
});
