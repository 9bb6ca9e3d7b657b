import type { TextProblem } from "@/domain/prose/problems";
import { normaliseText } from "@/domain/prose/text";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Blanks behind the hyphens are not seen, and mean nothing to Jekyll, Pandoc and YAML itself. */
const FENCE = /^---\s*$/u;
/** YAML may end in three points, too. */
const END = /^(?:---|\.\.\.)\s*$/u;
/** What editors make of three hyphens, and what people type for them. */
const LIKE_A_FENCE = /^(?:[—–-]{1,2}|-{4,}|[—–]-|\+{3}|={3,})\s*$/u;

/** The two parts of an article's file; `headLine` and `bodyLine` are the lines they begin on, from 1. */
export type Parts = { head: string; source: string; headLine: number; bodyLine: number };

/** Finds the front matter, or says what is wrong with the lines around it. */
export function splitAtFences(text: string): Parts | TextProblem {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|[\n\u000B\u000C\u0085\u2028\u2029]/);
  const begin = lines.findIndex((line) => line.trim() !== "");
  const opening = lines[begin];
  if (opening === undefined) return { line: 1, reason: t.anArticleBeginsWithItsFront };
  if (!FENCE.test(opening)) return { line: begin + 1, reason: notAFence(opening, lines) };
  const end = lines.findIndex((line, at) => at > begin && END.test(line));
  if (end === -1) return unclosed(lines, begin);
  const below = lines.slice(end + 1);
  const blanks = below.findIndex((line) => line.trim() !== "");
  const skipped = Math.max(blanks, 0);
  return {
    head: normaliseText(["#", ...lines.slice(begin + 1, end)].join("\n")) + "\n",
    source: normaliseText(below.slice(skipped).join("\n")),
    headLine: begin + 1,
    bodyLine: end + 2 + skipped,
  };
}

function notAFence(opening: string, lines: string[]): string {
  if (LIKE_A_FENCE.test(opening)) return say(t.thatLineIsNotThreeHyphens, { found: opening.trim() });
  if (lines.some((line) => FENCE.test(line))) return t.somethingStandsAboveTheFrontMatter;
  return t.anArticleBeginsWithItsFront;
}

function unclosed(lines: string[], begin: number): TextProblem {
  const like = lines.findIndex((line, at) => at > begin && LIKE_A_FENCE.test(line));
  if (like !== -1)
    return { line: like + 1, reason: say(t.thatLineIsNotThreeHyphens, { found: lines[like]?.trim() ?? "" }) };
  return { line: begin + 1, reason: t.theFrontMatterIsNotClosed };
}
