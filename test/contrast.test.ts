import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

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
