import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "./client";
import { concurrencyLimit } from "./concurrency-limit";

const at = (address: string, network = address): Client => ({ address, network });

/** Work that goes on until it is told to end, and says when it began. */
function job(began: string[] = [], name = "") {
  let end: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  const work = () => {
    began.push(name);
    return promise;
  };
  return { work, end: () => end() };
}

test("so much is done at once, and the rest waits for its turn", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 2, maxQueued: 100, maxPerClient: 100 });
  let now = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
  };
  await Promise.all(Array.from({ length: 20 }, () => limit(at("a"), work)));
  expect(most).toBe(2);
});

test("a client has so many places, and gets them again when its work is done", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 1, maxQueued: 10, maxPerClient: 3 });
  const first = job();
  const three = [1, 2, 3].map(() => limit(at("greedy"), first.work));
  await expect(limit(at("greedy"), first.work)).rejects.toMatchObject({ status: 503 });
  first.end();
  await Promise.all(three);
  await expect(limit(at("greedy"), () => Promise.resolve("yes"))).resolves.toBe("yes");
});

test("whoever has nothing under way goes before those who have", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 1, maxQueued: 100, maxPerClient: 50 });
  const began: string[] = [];
  const first = job(began, "first");
  const all = [limit(at("busy"), first.work)];
  for (let n = 1; n <= 3; n++) all.push(limit(at("busy"), job(began, `busy ${n}`).work));
  const rest = ["honest", "other"].map((name) => limit(at(name), () => Promise.resolve(began.push(name))));
  first.end();
  await Promise.all(rest);
  expect(began.slice(0, 3)).toEqual(["first", "honest", "other"]);
});

test("a full queue has room for whoever has less in it than the others", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 1, maxQueued: 4, maxPerClient: 10 });
  const held = job();
  const running = limit(at("a"), held.work);
  const queued = [1, 2, 3, 4].map(() => limit(at("a"), () => Promise.resolve("done")));
  const outcome = Promise.allSettled(queued);
  const newcomer = limit(at("b"), () => Promise.resolve("served"));
  await expect(limit(at("a"), () => Promise.resolve("one more"))).rejects.toMatchObject({ status: 503 });
  held.end();
  await expect(newcomer).resolves.toBe("served");
  await running;
  expect((await outcome).map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
  ]);
});

test("however many addresses a network has, it has a bound of its own, and one turn like others", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 1, maxQueued: 100, maxPerClient: 2 });
  const held = job();
  const running = limit(at("elsewhere"), held.work);
  const many = Array.from({ length: 12 }, (_, n) =>
    limit(at(`2001:db8:1:${n}`, "2001:db8:1"), () => Promise.resolve()),
  );
  const outcome = Promise.allSettled(many);
  held.end();
  await running;
  expect((await outcome).filter(({ status }) => status === "fulfilled")).toHaveLength(8);
});

test("work that fails gives its place back", async () => {
  const limit = concurrencyLimit({ maxConcurrent: 1, maxQueued: 0, maxPerClient: 1 });
  await expect(limit(at("a"), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(limit(at("a"), () => Promise.resolve("yes"))).resolves.toBe("yes");
});

test("whatever comes in whatever order, bounds hold, all is answered once, and no place is lost", async () => {
  const wish = fc.record({ client: fc.integer({ min: 0, max: 5 }), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { maxLength: 60 }), async (wishes) => {
      const limit = concurrencyLimit({ maxConcurrent: 2, maxQueued: 8, maxPerClient: 6 });
      let now = 0;
      const outcomes = await Promise.allSettled(
        wishes.map(({ client, fails }) =>
          limit(at(String(client), String(client % 3)), async () => {
            expect(++now).toBeLessThanOrEqual(2);
            await Promise.resolve();
            now--;
            if (fails) throw new Error("of its own");
          }),
        ),
      );
      expect(outcomes).toHaveLength(wishes.length);
      await expect(limit(at("afterwards"), () => Promise.resolve("served"))).resolves.toBe("served");
    }),
  );
});
