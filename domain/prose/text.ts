import { balanceIsolates } from "./isolates";
import { cutTowers } from "./marks";

/** Normalising settles after two rounds on everything we tried; the bound is there so that it cannot run on. */
const ROUNDS = 8;

const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
/** Word and PowerPoint break a line with VT, PDFs end a page with FF; NEL, LS and PS are Unicode's own (UAX 14, class BK). */
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Overrides and embeddings turn the text around them. Isolates are made for that and stay, each with its end; so do U+200E, U+200F, U+061C. */
const BIDI_CONTROLS = /[\u202A-\u202E]/g;
/** Invisible, and of no use in anything a person types: fillers, joiners of nothing, byte order marks. */
const INVISIBLE = /[\u00AD\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Mongolian parts its last vowel by it; anywhere else it is a blank nobody sees. */
const LOOSE_VOWEL_SEPARATORS = /(?<!\p{sc=Mongolian}[\u180B-\u180D\u180F]?)\u180E/gu;
/** Tag characters spell the flags of regions behind a black flag (UTS 51, ED-14a); anywhere else they hide text. */
const TAGS = /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]+/gu;
/** One joiner joins an emoji family or a Persian word; a run of them only hides something. */
const ZERO_WIDTH_RUNS = /([\u200B-\u200F\u061C])[\u200B-\u200F\u061C]+/g;

/**
 * What people write as we keep it: NFC, `\n` line ends, no control characters but tab and newline, lone surrogates
 * as U+FFFD, no bidirectional overrides and no isolate without its end, no hidden text, no towers of marks, no blank
 * end. Whatever the spelling of a living script needs stays as it is. Doing it twice changes nothing.
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
  balanceIsolates(
    cutTowers(
      text
        .replace(LONE_SURROGATES, "\uFFFD")
        .replace(LINE_ENDS, "\n")
        .replace(CONTROLS, "")
        .replace(BIDI_CONTROLS, "")
        .replace(INVISIBLE, "")
        .replace(LOOSE_VOWEL_SEPARATORS, "")
        .replace(TAGS, "$1")
        .replace(ZERO_WIDTH_RUNS, "$1")
        .normalize("NFC"),
    ),
  )
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();

/** No half of a letter in it (a lone surrogate), which JSON can spell and no database keeps. */
export const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

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
