/*
 * Whether a colour can be read on the site's paper, by WCAG 2.2, 1.4.3. The grounds are those of styles/tokens.css in sRGB;
 * test/contrast.test.ts compares them.
 */
export const GROUNDS = { light: ["#fcfaf6", "#f6f3ed"], dark: ["#121418", "#1b1e23"] } as const;
const LEAST = 4.5;
/** From one colour to black or white in so many steps. */
const STEPS = 32;

/** WCAG's contrast of two colours "#rrggbb": from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** The least contrast of words in that colour on the paper of a theme. */
export const contrastOnPaper = (colour: string, theme: keyof typeof GROUNDS): number =>
  Math.min(...GROUNDS[theme].map((ground) => contrast(colour, ground)));

export const isReadable = (colour: string, theme: keyof typeof GROUNDS): boolean =>
  contrastOnPaper(colour, theme) >= LEAST;

/** The nearest colour that can be read: darker by day, lighter by night. */
export function readable(colour: string, theme: keyof typeof GROUNDS): string {
  const end = theme === "light" ? 0 : 255;
  for (let step = 0; step < STEPS; step++) {
    const mixed = channels(colour).map((one) => Math.round(one + ((end - one) * step) / STEPS));
    const there = `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
    if (isReadable(there, theme)) return there;
  }
  return theme === "light" ? "#000000" : "#ffffff";
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => {
    const share = one / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
