import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvFile } from "./csv-cell";

/** As a spreadsheet reads a cell that stands alone in its line. */
const read = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

const RISKY = [
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "\t",
  "\r",
  " ",
  "\u00a0",
  "\u200b",
  ";",
  ",",
  '"',
  "1",
];

test("no cell begins like a formula, in any width or behind blanks, and each stays one cell", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...RISKY), fc.string({ maxLength: 3 })))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (value) => {
      const cell = csvCell(value);
      expect(read(cell)).not.toMatch(/^[\p{Z}\p{C}]*[=+\-@＝＋－＠]/u);
      expect([value, `'${value}`]).toContain(read(cell));
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",;\t\r\n]/);
    }),
  );
});

test("a number is a number", () => {
  expect(csvCell(-3)).toBe("-3");
});

test("a file begins with the mark by which Excel knows UTF-8, and reads the same without", () => {
  const bytes = new TextEncoder().encode(csvFile("a,Größe\n"));
  expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe("a,Größe\n");
});
