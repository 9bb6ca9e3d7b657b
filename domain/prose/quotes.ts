/** Quotation marks, and those inside a quotation: the beginning and the end of each. */
export type Quotes = [string, string, string, string];

const ENGLISH: Quotes = ["“", "”", "‘", "’"];
const GERMAN: Quotes = ["„", "“", "‚", "‘"];
const GUILLEMETS: Quotes = ["«", "»", "“", "”"];
const RUSSIAN: Quotes = ["«", "»", "„", "“"];
const NORTHERN: Quotes = ["”", "”", "’", "’"];
const CORNERS: Quotes = ["「", "」", "『", "』"];
const NORWEGIAN: Quotes = ["«", "»", "‘", "’"];
const SWISS: Quotes = ["«", "»", "‹", "›"];

/** By the tag of a language, as Unicode has them (CLDR, "delimiters"); French with its narrow blanks that break no line. */
const BY_LANGUAGE: Readonly<Record<string, Quotes>> = {
  ...{ de: GERMAN, cs: GERMAN, sk: GERMAN, sl: GERMAN, et: GERMAN, lt: GERMAN, is: GERMAN },
  ...{ "de-CH": SWISS, "de-LI": SWISS, "fr-CH": SWISS, "it-CH": SWISS, fa: SWISS },
  ...{ fr: ["«\u202f", "\u202f»", "“", "”"], es: GUILLEMETS, it: GUILLEMETS, ca: GUILLEMETS, el: GUILLEMETS },
  ...{ "pt-PT": GUILLEMETS, ru: RUSSIAN, uk: RUSSIAN, be: RUSSIAN, bg: ["„", "“", "‘", "’"] },
  ...{ pl: ["„", "”", "«", "»"], ro: ["„", "”", "«", "»"], hu: ["„", "”", "»", "«"] },
  ...{ hr: ["„", "”", "‚", "‘"], sr: ["„", "”", "’", "’"] },
  ...{ sv: NORTHERN, fi: NORTHERN, nb: NORWEGIAN, nn: NORWEGIAN, no: NORWEGIAN },
  ...{ ja: CORNERS, "zh-TW": CORNERS, "zh-HK": CORNERS, "zh-Hant": CORNERS },
};

/** What straight quotation marks become in a text of this language, a tag of BCP 47. */
export const quotesOf = (language: string): Quotes =>
  BY_LANGUAGE[language] ?? BY_LANGUAGE[language.split("-")[0] ?? ""] ?? ENGLISH;
