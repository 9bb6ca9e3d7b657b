import fc from "fast-check";
import { expect, it } from "vitest";
import { singleFlight } from "./single-flight";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("answers who asks the same at once with two runs, and who asks later with another", async () => {
  let runs = 0;
  const ask = singleFlight<number>();
  const run = async () => {
    const nth = ++runs;
    await pause(1);
    return nth;
  };
  expect(await Promise.all([ask("a", run), ask("a", run), ask("b", run), ask("a", run)])).toEqual([
    1, 3, 2, 3,
  ]);
  expect(await ask("a", run)).toBe(4);
});

it("never answers with what was read before the question, and a refusal is only told to those it is for", async () => {
  const asks = fc.array(fc.record({ after: fc.nat(8), what: fc.constantFrom("a", "b") }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(asks, fc.array(fc.boolean(), { minLength: 1 }), async (all, fails) => {
      let runs = 0;
      const ask = singleFlight<{ what: string; began: number }>();
      await Promise.all(
        all.map(async ({ after, what }) => {
          await pause(after);
          const asked = performance.now();
          const told = await ask(what, async () => {
            const began = performance.now();
            const failed = fails[runs++ % fails.length];
            await pause(2);
            if (failed) throw Object.assign(new Error("refused"), { what, began });
            return { what, began };
          }).catch((refusal: unknown) => refusal as { what: string; began: number });
          expect(told.what).toBe(what);
          expect(told.began).toBeGreaterThanOrEqual(asked);
        }),
      );
      if (all.length > 0) expect(runs).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: 30 },
  );
});

it("is not held up by a run that never ends", async () => {
  const ask = singleFlight<string>();
  void ask("a", () => new Promise(() => undefined));
  expect(await ask("a", () => Promise.resolve("told"))).toBe("told");
});
