/** Zalgo stops being writing: no living script we know of puts more marks on one letter than this. */
export const MARKS_ON_A_LETTER = 4;

/** Normalising settles after two rounds on everything we tried; the bound is there so that it cannot run on. */
const ROUNDS = 8;

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Overrides and isolates turn the text around them; the plain direction marks U+200E, U+200F, U+061C only help. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
/** Invisible, and of no use in anything a person types: fillers, joiners of nothing, byte order marks. */
const INVISIBLE = /[\u00AD\u180E\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Tag characters spell the flags of regions behind a black flag; anywhere else they hide text. */
const HIDDEN_TAGS = /(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0000}-\u{E007F}]+/gu;
/** One joiner joins an emoji family or a Persian word; a run of them only hides something. */
const ZERO_WIDTH_RUNS = /([\u200B-\u200F\u061C])[\u200B-\u200F\u061C]+/g;
const TOWERS = new RegExp(
  `((?:\\p{M}[\\u200B-\\u200F]?){${MARKS_ON_A_LETTER}})(?:[\\u200B-\\u200F]?\\p{M})+`,
  "gu",
);

/**
 * A reader's text as we keep it: NFC, `\n` line ends, no control characters but tab and newline, lone surrogates
 * as U+FFFD, no bidirectional overrides, no hidden text, at most four marks on a letter, no blank end.
 * Doing it twice changes nothing.
 */
export function normaliseText(input: string): string {
  let text = input;
  for (let round = 0; round < ROUNDS; round++) {
    const next = pass(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

const pass = (text: string): string =>
  text
    .replace(LONE_SURROGATES, "\uFFFD")
    .replace(LINE_ENDS, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(HIDDEN_TAGS, "")
    .replace(ZERO_WIDTH_RUNS, "$1")
    .normalize("NFC")
    .replace(TOWERS, "$1")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();

/** Letters that are drawn as nothing: the Hangul fillers and the empty Braille cell. */
const BLANK_LETTERS = /[\u115F\u1160\u3164\uFFA0\u2800]/g;

/** Nothing in it can be seen: only spaces, marks without a letter, controls and invisible letters. */
export const isBlank = (text: string): boolean =>
  text.replace(BLANK_LETTERS, "").replace(/[\p{C}\p{Z}\p{M}\s]/gu, "") === "";

/**
 * How long a text is, in Unicode code points: what PostgreSQL's `char_length` counts too, and never more than
 * JavaScript's `length`. (What a person calls one character may be several: an emoji family is seven.)
 */
export function readableLength(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length; at++)
    if (isLead(text.charCodeAt(at)) && isTrail(text.charCodeAt(at + 1))) pairs++;
  return text.length - pairs;
}

const isLead = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
