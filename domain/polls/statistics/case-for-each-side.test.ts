import fc from "fast-check";
import { expect, test } from "vitest";
import { caseForEachSide, sidesInOrder, type Candidate } from "./case-for-each-side";

const comment = (
  id: string,
  stance: string,
  respectOfOthers: number,
  reactedOfOthers: number,
): Candidate => ({
  id,
  stance,
  respectOfOthers,
  reactedOfOthers,
});

const SIDES = ["for", "against"];

test("each side is argued by the comment the other side respects most", () => {
  const candidates = [comment("a", "for", 3, 3), comment("b", "for", 9, 10), comment("c", "against", 2, 6)];
  expect(caseForEachSide(SIDES, candidates)).toEqual([
    { side: "for", comment: "b", chosenBy: "the other side" },
    { side: "against", comment: "c", chosenBy: "the other side" },
  ]);
});

test("two reactors of the other side are not enough, and the gap is shown", () => {
  expect(caseForEachSide(SIDES, [comment("a", "for", 2, 2)])).toEqual([
    { side: "for", comment: null, chosenBy: null },
    { side: "against", comment: null, chosenBy: null },
  ]);
});

test("an editor's pin goes first and is labelled, but cannot move a comment to the other side", () => {
  const candidates = [comment("a", "for", 30, 30), comment("b", "for", 0, 0), comment("c", "against", 5, 5)];
  expect(caseForEachSide(SIDES, candidates, { for: "b", against: "a" })).toEqual([
    { side: "for", comment: "b", chosenBy: "an editor or a moderator" },
    { side: "against", comment: "c", chosenBy: "the other side" },
  ]);
});

test("equals are decided by age, whatever order they come in", () => {
  const candidates = [comment("02", "for", 4, 5), comment("01", "for", 4, 5)];
  expect(caseForEachSide(["for"], candidates)[0]?.comment).toBe("01");
  expect(caseForEachSide(["for"], candidates.reverse())[0]?.comment).toBe("01");
});

test("the order of the sides holds for the hour, and each side stands first in half of them", () => {
  const hour = (n: number, minute: number) => new Date(Date.UTC(2026, 2, 1, n, minute));
  let forFirst = 0;
  for (let n = 0; n < 2_000; n++) {
    const order = sidesInOrder(SIDES, "cats-or-dogs", hour(n, 0));
    expect(sidesInOrder(SIDES, "cats-or-dogs", hour(n, 59))).toEqual(order);
    if (order[0] === "for") forFirst++;
  }
  expect(Math.abs(forFirst - 1_000)).toBeLessThan(112);
});

test("the chosen comment always argues for its side and was weighed by three others", () => {
  const candidate = fc
    .tuple(fc.uuid(), fc.constantFrom(...SIDES), fc.nat(40), fc.nat(40))
    .map(([id, stance, respect, more]) => comment(id, stance, respect, respect + more));
  fc.assert(
    fc.property(fc.array(candidate), (candidates) => {
      for (const { side, comment: id } of caseForEachSide(SIDES, candidates)) {
        const chosen = candidates.find((one) => one.id === id);
        if (id === null) continue;
        expect(chosen?.stance).toBe(side);
        expect(chosen?.reactedOfOthers).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});
