import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transaction } from "./database";
import { transpose, byPosition, batched } from "./batching";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("together", () => {
  it("asks alone what comes alone, and in one what comes meanwhile", async () => {
    const asked: string[] = [];
    const ask = batched<number, number>({
      many: async (numbers) => {
        asked.push(`together ${numbers.join(" ")}`);
        await pause(1);
        return numbers.map((one) => one * 10);
      },
      one: async (one) => {
        asked.push(`alone ${one}`);
        await pause(1);
        return one * 10;
      },
    });
    expect(await Promise.all([1, 2, 3, 2].map(ask))).toEqual([10, 20, 30, 20]);
    expect(await ask(4)).toBe(40);
    expect(asked).toEqual(["alone 1", "together 2 3 2", "alone 4"]);
  });

  it("takes null for an answer", async () => {
    let alone = 0;
    const ask = batched<number, number | null>({
      many: (numbers) => Promise.resolve(numbers.map(() => null)),
      one: (one) => Promise.resolve(++alone && one),
    });
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([1, null, null]);
    expect(alone).toBe(1);
  });

  it("begins each statement after everything it answers was asked, and gives everybody their own answer", async () => {
    const one = fc.record({ after: fc.nat(6), refused: fc.boolean(), leftOut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { maxLength: 80 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        async (asks, fails) => {
          let statements = 0;
          type Ask = (typeof asks)[number] & { at: number; nth: number };
          const check = (those: readonly Ask[], began: number) => {
            for (const { at } of those) expect(began).toBeGreaterThanOrEqual(at);
          };
          const ask = batched<Ask, number>({
            many: async (those) => {
              check(those, performance.now());
              const failed = fails[statements++ % fails.length];
              await pause(1);
              if (failed || those.some(({ refused }) => refused)) throw new Error("All of it failed.");
              return those.map(({ leftOut, nth }) => (leftOut ? undefined : nth));
            },
            one: async (that) => {
              check([that], performance.now());
              await pause(0);
              if (that.refused) throw new Error(`${that.nth} was refused.`);
              return that.nth;
            },
          });
          const told = await Promise.allSettled(
            asks.map(async (those, nth) => {
              await pause(those.after);
              return ask({ ...those, nth, at: performance.now() });
            }),
          );
          told.forEach((answer, nth) => {
            if (asks[nth]?.refused)
              expect(answer).toMatchObject({ reason: { message: `${nth} was refused.` } });
            else expect(answer).toEqual({ status: "fulfilled", value: nth });
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is not held up by a statement that never ends", async () => {
    const ask = batched<string, string>({
      many: (words) => Promise.resolve(words),
      one: (word) => (word === "for ever" ? new Promise(() => undefined) : Promise.resolve(word)),
    });
    void ask("for ever");
    expect(await Promise.all([ask("one"), ask("two")])).toEqual(["one", "two"]);
  });

  it("is a part of the transaction it is asked in", async () => {
    const asked: string[] = [];
    const ask = batched<string, string>({
      many: (words) => Promise.resolve(words),
      one: (word) => Promise.resolve(asked.push(word)).then(() => word),
    });
    await transaction(() => Promise.all([ask("one"), ask("two"), ask("three")]));
    expect(asked).toEqual(["one", "two", "three"]);
  });
});

it("columns and rows are in the order of what was asked", () => {
  const asks = [
    { id: "a", kind: 1 },
    { id: "b", kind: 2 },
  ];
  expect(transpose(asks, "kind", "id")).toEqual([
    [1, 2],
    ["a", "b"],
  ]);
  expect(byPosition(asks, [{ nth: 2, word: "second" }])).toEqual([undefined, { nth: 2, word: "second" }]);
});
