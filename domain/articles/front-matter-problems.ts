import type { LineCounter, YAMLError } from "yaml";
import type { z } from "zod";
import type { TextProblem } from "@/domain/prose/problems";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** What a library for YAML finds, in the words of whoever edits the file. `first` is the line of the file that `head` begins on. */
export function yamlProblems(
  errors: YAMLError[],
  head: string,
  first: number,
  lines: LineCounter,
): TextProblem[] {
  const rows = head.split("\n");
  const open = rows.findIndex((row) => OPEN.test(row));
  if (open !== -1 && errors.some(({ code }) => LEFT_OPEN.has(code)))
    return [{ line: open + first, reason: say(t.somethingIsNotClosed, { name: nameIn(rows[open] ?? "") }) }];
  const told = new Set<number>();
  return errors.flatMap(({ code, pos }) => {
    const { line: found } = lines.linePos(Math.min(pos[0], Math.max(0, head.trimEnd().length - 1)));
    const line = found + (goesOnAsAField(rows[found - 1], rows[found]) ? 1 : 0);
    if (told.has(line)) return [];
    told.add(line);
    return [{ line: line + first - 1, reason: reasonOf(code, rows[line - 1] ?? "") }];
  });
}

/** A quotation mark or bracket that is opened behind a field's name and not closed on its line. */
const OPEN = /:\s+(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*|\[[^\]]*|\{[^}]*)$/u;
const LEFT_OPEN = new Set<string>(["MISSING_CHAR", "BAD_INDENT", "UNEXPECTED_TOKEN"]);

const nameIn = (row: string): string => FIELD.exec(row)?.[1]?.trim() ?? row.trim();

const FIELD = /^\s*(?:- )?["']?([^:"']+?)["']?\s*:/;
/** Blanks that are none for YAML: no-break, full-width and the like. */
const ODD_BLANK = /:[\u00A0\u2000-\u200B\u202F\u3000]/u;

/** A list or fields in brackets in which a remark begins, and one in which an entry was forgotten. */
const REMARK_IN_BRACKETS = /:\s+[[{][^\]}"']*[\s,]#/;
const NOTHING_BETWEEN = /:\s+\[(?:\s*,|[^\]"']*,\s*,)/;

/** A blank before a field's name makes it a part of the value above it. */
const goesOnAsAField = (row = "", below = ""): boolean =>
  /^[^\s#].*?:\s+[^\s[{|>]/.test(row) && INDENTED_FIELD.test(below);
const INDENTED_FIELD = /^ +["']?[\w-]+["']?\s*:(?:\s|$)/;

/** What Markdown and word processors begin the entries of a list with. */
const BULLET = /^\s*[*•–—+]\s/;

function reasonOf(code: string, row: string): string {
  if (BULLET.test(row)) return t.anEntryBeginsWithAHyphen;
  if (INDENTED_FIELD.test(row) && code !== "DUPLICATE_KEY") return t.notIndentedAlike;
  const name = nameIn(row);
  if (ODD_BLANK.test(row)) return say(t.anOddBlank, { name });
  if (REMARK_IN_BRACKETS.test(row)) return t.whatFollowsIsNotRead;
  if (NOTHING_BETWEEN.test(row)) return t.anEntryIsMissing;
  switch (code) {
    case "DUPLICATE_KEY":
      return say(t.thatFieldStandsTwice, { name });
    case "BLOCK_AS_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
    case "BAD_SCALAR_START":
    case "BLOCK_IN_FLOW":
    case "BAD_PROP_ORDER":
    case "BAD_ALIAS":
      return say(t.putItInQuotationMarks, { name });
    case "BAD_DQ_ESCAPE":
      return t.aBackslashBetweenQuotes;
    case "MISSING_CHAR":
      return /["'[{]/.test(row) ? say(t.somethingIsNotClosed, { name }) : t.aFieldIsItsName;
    case "TAB_AS_INDENT":
      return t.indentedByTabs;
    case "BAD_INDENT":
    case "BAD_COLLECTION_TYPE":
      return t.notIndentedAlike;
    default:
      return t.aFieldIsItsName;
  }
}

/**
 * zod's own words are for developers; our schema's sentences are passed on as they are.
 * @param written the value as it stands in the file, where it is one word: YAML reads `1e3` as 1000, and `{` and `[` for what stands in brackets
 */
export function fieldProblem(issue: z.core.$ZodIssue, written?: string): string {
  const name = nameOf(issue.path);
  if (issue.code === "invalid_type" && issue.input !== undefined && issue.input !== null) {
    // In quotation marks it would be no date either.
    if (issue.path.at(-1) === "date") return t.looksLikeADate;
    if (issue.expected === "string" && issue.path.length === 1 && (written === "{" || written === "["))
      return say(t.putItInQuotationMarks, { name: String(issue.path.at(-1)) });
  }
  if (issue.code === "invalid_type" && issue.path.length === 0) return t.aFieldIsItsName;
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return say(t.isMissing, { name });
    if (issue.input === null && issue.expected !== "string") return say(t.isLeftEmpty, { name });
    if (issue.expected === "string") return notWords(name, issue.input, written);
    return say(t.shouldBe, { name, expected: KINDS[issue.expected] ?? t.somethingElse });
  }
  if (issue.code === "invalid_value") return say(t.isOneOf, { name, values: issue.values.join(", ") });
  if (issue.code === "invalid_key" || issue.code === "invalid_union")
    return say(t.shouldBe, { name, expected: t.somethingElse });
  return issue.message;
}

function notWords(name: string, input: unknown, written: string | undefined): string {
  if (input === null) return say(t.isReadAsNothing, { name });
  if (typeof input === "object") return say(t.shouldBe, { name, expected: t.wordsOnOneLine });
  return say(t.isReadAsSomethingElse, { name, input: written ?? JSON.stringify(input) });
}

const KINDS: Record<string, string> = {
  array: t.aListWithHyphens,
  object: t.fieldsBelow,
  boolean: t.trueOrFalse,
};

/** `poll.options.1.label` as an editor says it: the label of option 2. */
function nameOf(path: PropertyKey[]): string {
  if (path.length === 0) return t.theFrontMatter;
  const [first = "", second, third, fourth] = path.map(String);
  if (first === "tags" && second !== undefined) return say(t.theTag, { number: Number(second) + 1 });
  if (first === "author" && second !== undefined && second !== "0")
    return say(t.theAuthor, { number: Number(second) + 1 });
  if (first === "author") return '"author"';
  if (first === "poll" && second === "options" && third !== undefined) {
    const number = Number(third) + 1;
    return fourth === undefined
      ? say(t.theOption, { number })
      : say(t.theFieldOfOption, { field: fourth, number });
  }
  return `"${path.map(String).join(".")}"`;
}
