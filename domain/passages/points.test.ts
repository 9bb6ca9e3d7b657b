import fc from "fast-check";
import { expect, test } from "vitest";
import { pointsOf } from "./points";

test("code points and code units are each other's, whatever signs a text has", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "😀", "𝒳", "מ") }), fc.nat(40), (text, at) => {
      const signs = Array.from(text);
      const points = Math.min(at, signs.length);
      const units = signs.slice(0, points).join("").length;
      expect(pointsOf(text).toUnits(points)).toBe(units);
      expect(pointsOf(text).toPoints(units)).toBe(points);
    }),
  );
});
