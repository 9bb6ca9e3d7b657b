declare module "subset-font" {
  /** Cuts a font to the characters of `text` and, where they are given, to features and a part of its axes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    wish?: {
      targetFormat?: "truetype" | "woff" | "woff2";
      variationAxes?: Record<string, { min: number; max: number; default?: number }>;
      keepFeatures?: readonly string[];
    },
  ): Promise<Buffer>;
}

declare module "fontverter" {
  type Format = "truetype" | "woff" | "woff2";
  const fontverter: { convert: (font: Uint8Array, to: Format, from?: Format) => Promise<Buffer> };
  export default fontverter;
}
