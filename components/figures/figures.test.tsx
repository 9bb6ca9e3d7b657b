import { expect, test } from "vitest";
import { wholeReact } from "@/test/whole-react";
import { ColumnChart } from "./column-chart";
import { GainBars } from "./gain-bars";
import type { Series } from "./legend";
import { Scale } from "./scale";

const renderToStaticMarkup = wholeReact();

const SIDES: Series[] = [
  { key: "yes", label: "Yes", tone: "a" },
  { key: "no", label: "No", tone: "b" },
];

const columns = [
  { key: "1", days: "1 Nov", shares: [0.25, 0.75] },
  { key: "2", days: "2 – 4 Nov", shares: [0.5, 0.5] },
  { key: "3", days: "5 Nov", shares: [0.6, 0.4] },
];

const pictures = {
  columns: renderToStaticMarkup(<ColumnChart id="x" title="First votes" series={SIDES} columns={columns} />),
  gains: renderToStaticMarkup(
    <GainBars
      id="x"
      title="Gains"
      gains={SIDES.map((side, nth) => ({ ...side, members: nth === 0 ? 15 : -5 }))}
    />,
  ),
  scale: renderToStaticMarkup(
    <Scale
      id="x"
      title="Guesses"
      marks={[{ key: "truth", label: "The result", share: 0.4, shape: "full" }]}
    />,
  ),
};

const described = (picture: string) => /<desc id="x-d">(.*?)<\/desc>/.exec(picture)?.[1];

test("every picture is an image with a name and its figures in words", () => {
  for (const picture of Object.values(pictures))
    expect(picture).toMatch(/^<svg [^>]*role="img" aria-labelledby="x-t x-d"><title id="x-t">\w/);
  expect(described(pictures.columns)).toBe("1 Nov: Yes 25%, No 75%. 5 Nov: Yes 60%, No 40%.");
  expect(described(pictures.gains)).toContain("Yes: at least 15 more came than left");
  expect(described(pictures.gains)).toContain("No: at least 5 more left than came");
  expect(described(pictures.scale)).toBe("The result 40%");
});

test("a side is told by its pattern and not by its colour alone, and every fill is there", () => {
  for (const picture of [pictures.columns, pictures.gains]) {
    const fills = Array.from(picture.matchAll(/fill="url\(#([\w-]+)\)"/g), ([, id]) => id);
    expect(new Set(fills)).toEqual(new Set(["x-a", "x-b"]));
    for (const id of fills) expect(picture).toContain(`<pattern id="${id}"`);
    expect(picture.match(/<pattern .*?<\/pattern>/g)).toHaveLength(2);
  }
});

test("each column is filled from foot to top, and stays in the picture", () => {
  const blocks = Array.from(
    pictures.columns.matchAll(/x="([\d.]+)%" y="([\d.]+)%" width="([\d.]+)%" height="([\d.]+)%"/g),
    (found) => found.slice(1).map(Number),
  );
  expect(blocks).toHaveLength(6);
  const tallness = (from: number) => (blocks[from]?.[3] ?? 0) + (blocks[from + 1]?.[3] ?? 0);
  expect(tallness(0)).toBeCloseTo(tallness(2));
  expect(tallness(2)).toBeCloseTo(tallness(4));
  for (const [x = 0, , width = 0] of blocks) expect(x + width).toBeLessThanOrEqual(100.001);
});

test("a side that lost is drawn to the other side of the middle than one that gained", () => {
  const [gained, lost] = Array.from(pictures.gains.matchAll(/<rect fill="[^"]+" x="([\d.]+)%"/g), ([, x]) =>
    Number(x),
  );
  expect(gained).toBe(50);
  expect(lost).toBeLessThan(50);
});
