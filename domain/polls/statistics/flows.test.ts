import fc from "fast-check";
import { expect, test } from "vitest";
import { flows, suppressionLimit } from "./flows";

test("a full table is shown in full", () => {
  const table = flows(
    ["for", "against"],
    [
      { from: "for", to: "for", members: 40 },
      { from: "for", to: "against", members: 12 },
      { from: "against", to: "for", members: 7 },
      { from: "against", to: "against", members: 30 },
    ],
  );
  expect(table).toMatchObject({ total: 89, everyMoveShown: true });
  expect(table.cells).toEqual([
    [40, 12],
    [7, 30],
  ]);
});

test("one small cell takes the next smallest with it", () => {
  const { cells, everyMoveShown } = flows(
    ["for", "against"],
    [
      { from: "for", to: "for", members: 40 },
      { from: "for", to: "against", members: 12 },
      { from: "against", to: "for", members: 3 },
      { from: "against", to: "against", members: 30 },
    ],
  );
  expect(cells).toEqual([
    [40, null],
    [null, 30],
  ]);
  expect(everyMoveShown).toBe(false);
});

test("of four members nothing is told, not even that they are four", () => {
  expect(flows(["a", "b"], [{ from: "a", to: "a", members: 4 }])).toMatchObject({ total: null });
});

test("an option of another poll, a pair twice and half a member are refused", () => {
  expect(() => flows(["a", "b"], [{ from: "a", to: "c", members: 9 }])).toThrow(RangeError);
  const move = { from: "a", to: "b", members: 9 };
  expect(() => flows(["a", "b"], [move, move])).toThrow(RangeError);
  expect(() => flows(["a", "b"], [{ ...move, members: 0.5 }])).toThrow(RangeError);
});

test("no figure below five is ever shown, and one is never kept back alone", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 36 }), (counts) => {
      const limit = suppressionLimit(counts);
      expect(limit).toBeGreaterThanOrEqual(4);
      expect(counts.filter((count) => count <= limit).length).not.toBe(1);
    }),
  );
});

test.each([
  [2, 30],
  [3, 14],
  [4, 11],
])("whoever knows the method and the total cannot work out one kept-back figure of %i", (size, largest) => {
  // Every possible table, sorted by what its readers would see; then what they may still believe of each cell.
  const beliefs = new Map<string, Set<number>[]>();
  for (const counts of tables(size, largest)) {
    const limit = suppressionLimit(counts);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const seen = JSON.stringify([total, counts.map((count) => (count > limit ? count : null))]);
    const possible = beliefs.get(seen) ?? counts.map(() => new Set<number>());
    counts.forEach((count, cell) => possible[cell]?.add(count > limit ? Number.NaN : count));
    beliefs.set(seen, possible);
  }
  const solved = [...beliefs].filter(([, cells]) =>
    cells.some((values) => values.size === 1 && !values.has(Number.NaN)),
  );
  // The empty table keeps no secret: there is nobody in it (and its total is not shown).
  expect(solved.map(([seen]) => seen)).toEqual([JSON.stringify([0, new Array(size).fill(null)])]);
});

function* tables(size: number, largest: number): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const rest of tables(size - 1, largest)) {
    for (let count = 0; count <= largest; count++) yield [...rest, count];
  }
}
