import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, momentOf } from "./moment";

test("moments that the database does not take are refused with the sentence", () => {
  const hostile = [
    "0000-01-01",
    "0001-01-01",
    "0999-12-31",
    "9000-01-01",
    "9999-12-31",
    "2026-02-30",
    "x",
    "",
  ];
  for (const day of hostile) {
    expect(dayOf("No.").safeParse(day).error?.issues[0]?.message, day).toBe("No.");
    for (const zone of ["Z", "+23:59", "-23:59"])
      expect(momentOf("No.").safeParse(`${day}T00:00:00${zone}`).success, day + zone).toBe(
        day === "9000-01-01" && zone === "+23:59",
      );
  }
});

test("every moment of the years 1000 to 8999 is taken", () => {
  const at = fc.date({ min: new Date("1000-01-01"), max: new Date("8999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(at, (date) => {
      expect(momentOf().safeParse(date.toISOString()).success).toBe(true);
      expect(dayOf().safeParse(date.toISOString().slice(0, 10)).success).toBe(true);
    }),
  );
});
