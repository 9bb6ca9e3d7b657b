import fc from "fast-check";
import { expect, test } from "vitest";
import { uniqueIds } from "./unique-ids";

class CountingSet extends Set<string> {
  lookups = 0;
  override has(id: string): boolean {
    this.lookups += 1;
    return super.has(id);
  }
}

test("headings of one word are numbered in the order they come", () => {
  expect(["s-aims", "s-aims", "s-ends", "s-aims"].map(uniqueIds())).toEqual([
    "s-aims",
    "s-aims-again-1",
    "s-ends",
    "s-aims-again-2",
  ]);
});

test("no two headings share an id, even where one is called what another was given", () => {
  const wanted = fc.constantFrom("s-a", "s-a-again-1", "s-a-again-2", "s-a-again-1-again-1", "s-b");
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 30 }), (all) => {
      expect(new Set(all.map(uniqueIds())).size).toBe(all.length);
    }),
  );
});

test("19,000 headings of one word cost three lookups each at most", () => {
  const taken = new CountingSet();
  const idOf = uniqueIds(taken);
  for (let i = 0; i < 19_000; i += 1) idOf("s-again");
  expect(taken.size).toBe(19_000);
  expect(taken.lookups).toBeLessThanOrEqual(3 * 19_000);
});
