import localFont from "next/font/local";

/*
 * Source Serif 4, the face of people's words, from our own origin under names that change with the files.
 * CSS sees one family, `MootSerif` (styles/fonts.css has what stands in until it is here). The roman is asked for
 * together with the page, since every page shows it; the others are fetched by a page that has such letters.
 * All of them name the same weights: of files that do not, a browser takes one and never looks for a letter in the others. The first two are
 * cut to the weights and features that our pages use (scripts/subset-fonts.ts). The compiler wants literals here.
 */

export const roman = localFont({
  src: "../styles/fonts/serif-roman.woff2",
  weight: "400 600",
  style: "normal",
  preload: true,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "MootSerif" },
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    },
  ],
});

export const italic = localFont({
  src: "../styles/fonts/serif-italic.woff2",
  weight: "400 600",
  style: "italic",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "MootSerif" },
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    },
  ],
});

/** Beyond Latin-1: Polish, Turkish, Czech, … */
export const romanBeyond = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
  weight: "400 600",
  style: "normal",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "MootSerif" },
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

export const italicBeyond = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2",
  weight: "400 600",
  style: "italic",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "font-family", value: "MootSerif" },
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});
