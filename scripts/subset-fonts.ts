/**
 * `npx tsx scripts/subset-fonts.ts`: writes styles/fonts from the typeface's own files, with what our pages show of it.
 *
 * The package has each face with every weight from 200 to 900 and with small capitals, swashes and fractions, 51 kB. Our style sheets ask
 * for three weights (styles/tokens.css) and for tabular figures: with those alone, and with every letter the package has for Western
 * Europe, it is 31 kB. The axis of optical sizes, which would more than double the bytes, is in neither.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import fontverter from "fontverter";
import subsetFont from "subset-font";

const FROM = "node_modules/@fontsource-variable/source-serif-4/files";
const TO = "styles/fonts";

/** The faces, and how the package calls them. */
export const FACES = { roman: "normal", italic: "italic" } as const;
export type Face = keyof typeof FACES;

/** As styles/tokens.css has them, the least and the most. */
export const WEIGHTS = { min: 400, max: 600 };
/** What a browser does by itself (composing, kerning, ligatures, the forms of a language), and what style sheets ask for. */
const FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "rlig", "tnum", "lnum"];
/** The letters of the package's file, which Google Fonts calls "latin". */
export const RANGE =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";

/**
 * The licence (OFL 1.1) keeps the name "Source" for the typeface as it was published, so what is cut from it has a name of the same
 * length: the table of names then stays as long as it is.
 */
const RENAMED: readonly (readonly [was: string, is: string])[] = [
  ["Source Serif 4", "Mooted Serif 4"],
  ["SourceSerif4", "MootedSerif4"],
];

/** A face as it is sent to readers. @returns the bytes of a WOFF2 file */
export async function subset(face: Face): Promise<Buffer> {
  const whole = readFileSync(`${FROM}/source-serif-4-latin-wght-${FACES[face]}.woff2`);
  const cut = await subsetFont(whole, lettersOf(RANGE), {
    targetFormat: "truetype",
    variationAxes: { wght: { ...WEIGHTS, default: WEIGHTS.min } },
    keepFeatures: FEATURES,
  });
  return Buffer.from(await fontverter.convert(renamed(cut), "woff2", "truetype"));
}

export const subsetPath = (face: Face): string => `${TO}/serif-${face}.woff2`;

function lettersOf(range: string): string {
  let letters = "";
  for (const part of range.split(", ")) {
    const [first = 0, last = first] = part
      .slice("U+".length)
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    for (let code = first; code <= last; code++) letters += String.fromCodePoint(code);
  }
  return letters;
}

/** Names stand in the file as two bytes a letter; the checksums are made anew with the WOFF2. */
function renamed(font: Buffer): Buffer {
  const bytes = Buffer.from(font);
  for (const [was, is] of RENAMED) {
    const name = inTwoBytes(was);
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at)) inTwoBytes(is).copy(bytes, at);
  }
  return bytes;
}

const inTwoBytes = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const face of ["roman", "italic"] as const) writeFileSync(subsetPath(face), await subset(face));
