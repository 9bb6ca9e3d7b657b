import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast as contrastOf, GROUNDS as HEX, isReadable, readable } from "@/domain/site/colour";

/** What WCAG 2.2 asks of words (1.4.3) and of the edges of what is pressed or typed in (1.4.11). */
const WORDS = 4.5;
const EDGES = 3;

const tokens = readFileSync("styles/tokens.css", "utf8");
const GROUNDS = ["paper", "raised"];

for (const [scheme, half] of [
  ["light", 0],
  ["dark", 1],
] as const) {
  test(`every colour of words can be read on every ground, ${scheme}`, () => {
    for (const ground of GROUNDS)
      for (const ink of ["ink", "muted", "link", "problem", "side-a", "side-b", "side-c", "side-d"])
        expect(contrast(ink, ground, half), `${ink} on ${ground}`).toBeGreaterThanOrEqual(WORDS);
    expect(contrast("ink", "mark", half), "marked words").toBeGreaterThanOrEqual(WORDS);
    expect(contrast("paper", "ink", half), "a button's words").toBeGreaterThanOrEqual(WORDS);
    expect(contrast("paper", "link", half), "a badge's number").toBeGreaterThanOrEqual(WORDS);
  });

  test(`an edge of what can be pressed is seen on paper, ${scheme}`, () => {
    expect(contrast("edge", "paper", half)).toBeGreaterThanOrEqual(EDGES);
  });
}

test("what an accent is measured against is the paper of the tokens", () => {
  for (const [scheme, half] of [
    ["light", 0],
    ["dark", 1],
  ] as const)
    for (const [nth, ground] of GROUNDS.entries()) {
      const fromHex = contrastOf("#808080", HEX[scheme][nth] ?? "");
      const [dim = 0, bright = 0] = [luminance(colour(ground, half)), 0.2159].sort((a, b) => a - b);
      expect(fromHex, `${ground}, ${scheme}`).toBeCloseTo((bright + 0.05) / (dim + 0.05), 1);
    }
});

test("every colour has a readable one near it, which is itself where it can be read", () => {
  for (const one of ["#ffffff", "#ffff00", "#808080", "#2b5fa8", "#000000", "#7a3b12"])
    for (const theme of ["light", "dark"] as const) {
      const near = readable(one, theme);
      expect(isReadable(near, theme), `${one} as ${near}, ${theme}`).toBe(true);
      if (isReadable(one, theme)) expect(near).toBe(one);
    }
});

function contrast(one: string, other: string, half: 0 | 1): number {
  const [dim = 0, bright = 0] = [luminance(colour(one, half)), luminance(colour(other, half))].sort(
    (a, b) => a - b,
  );
  return (bright + 0.05) / (dim + 0.05);
}

/** Lightness, chroma and hue (degrees) of a token, in OKLCH. */
function colour(name: string, half: 0 | 1): [number, number, number] {
  const [, both = ""] = new RegExp(`--${name}: light-dark\\((.*)\\);`).exec(tokens) ?? [];
  const [l = NaN, c = NaN, h = NaN] =
    (both.match(/oklch\(([^)]*)\)/g)?.[half] ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
  return [l, c, h];
}

/** OKLCH to linear sRGB (B. Ottosson, "A perceptual color space for image processing", 2020), then WCAG's relative luminance. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  return 0.2126 * clamp(red) + 0.7152 * clamp(green) + 0.0722 * clamp(blue);
}

const clamp = (channel: number): number => Math.min(1, Math.max(0, channel));
