import { expect, test } from "vitest";
import { database } from "@/platform/database";
import { once } from "@/platform/jobs";
import { jobs } from "./jobs";

test("what the door kept for a day is gone the day after, and not before", async () => {
  const db = database();
  const day = 24 * 60 * 60 * 1000;
  const [older, newer] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day / 2)];
  for (const [name, at] of [
    ["older", older],
    ["newer", newer],
  ] as const) {
    await db.idempotency.create({ data: { who: "tidy", key: name, request: Buffer.from("x"), at } });
    await db.keptForm.create({ data: { fields: {}, problem: name, at } });
    await db.rateWindow.create({ data: { key: `tidy ${name}`, start: at, count: 1 } });
  }
  const tidy = jobs.find((job) => job.name === "tidy the door");
  if (!tidy) throw new Error("Nobody tidies the door.");
  expect(await once(tidy)).toBe(true);
  expect((await db.idempotency.findMany({ where: { who: "tidy" } })).map((row) => row.key)).toEqual([
    "newer",
  ]);
  expect((await db.keptForm.findMany()).map((row) => row.problem)).toEqual(["newer"]);
  expect((await db.rateWindow.findMany({ where: { key: { startsWith: "tidy" } } })).length).toBe(1);
});
