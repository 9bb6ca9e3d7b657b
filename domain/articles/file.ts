import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from "yaml";
import type { z } from "zod";
import { ARTICLE_LIMIT, renderArticle, type Body } from "@/domain/prose/article";
import type { TextProblem } from "@/domain/prose/problems";
import { isBlank, readableLength } from "@/domain/prose/text";
import { splitAtFences } from "./fences";
import { fieldProblem, yamlProblems } from "./front-matter-problems";
import { FrontMatter } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** An article's file, read: what it says of itself, its Markdown and the HTML of that. `lineOf` is where a field stands. */
export type ArticleFile = {
  front: FrontMatter;
  source: string;
  body: Body;
  lineOf: (...path: string[]) => number;
};

export type Reading = { file: ArticleFile; problems: [] } | { file: null; problems: TextProblem[] };

/**
 * Reads an article's file: YAML front matter between two lines of `---`, then Markdown. Nothing is half right: a file
 * has either no problems or no content. Problems name the line of the file, from 1, in order.
 * @param language what it is written in
 */
export function readArticleFile(text: string, language?: string): Reading {
  if (text.length > 2 * ARTICLE_LIMIT)
    return broken(1, say(t.anArticleHasAtMostCharacters, { articleLimit: ARTICLE_LIMIT }));
  const parts = splitAtFences(text);
  if ("reason" in parts) return { file: null, problems: [parts] };
  const { head, source, headLine, bodyLine } = parts;
  const { front, problems, lineOf } = readFrontMatter(head, headLine);
  if (isBlank(source)) problems.push({ line: bodyLine, reason: t.thereIsNoTextBelow });
  if (readableLength(source) > ARTICLE_LIMIT)
    return broken(bodyLine, say(t.anArticleHasAtMostCharacters, { articleLimit: ARTICLE_LIMIT }));
  const body = renderArticle(source, language);
  for (const { line, reason } of body.problems) problems.push({ line: line + bodyLine - 1, reason });
  if (!front || problems.length > 0)
    return { file: null, problems: problems.sort((a, b) => a.line - b.line) };
  return { file: { front, source, body, lineOf }, problems: [] };
}

const broken = (line: number, reason: string): Reading => ({ file: null, problems: [{ line, reason }] });

type Front = { front: FrontMatter | null; problems: TextProblem[]; lineOf: (...path: string[]) => number };

/** @param first the line of the file that `head` begins on */
function readFrontMatter(head: string, first: number): Front {
  const lines = new LineCounter();
  const yaml = parseDocument(head, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line + first - 1;
  const lineOf = (...path: PropertyKey[]) => lineAt(offsetOf(yaml, path));
  const failed = (problems: TextProblem[]): Front => ({ front: null, problems, lineOf });
  if (yaml.errors.length > 0) return failed(yamlProblems(yaml.errors, head, first, lines));
  const unread = [
    ...aliasesOf(yaml).map((offset) => ({ line: lineAt(offset), reason: WRITE_OUT })),
    ...tagged(yaml).map((offset) => ({ line: lineAt(offset), reason: t.tagsAndAnchorsAreNotRead })),
    ...cutOff(yaml).map((offset) => ({ line: lineAt(offset), reason: t.whatFollowsIsNotRead })),
  ];
  if (unread.length > 0) return failed(unread);
  const parsed = FrontMatter.safeParse(yaml.toJS(), { reportInput: true });
  if (parsed.success) return { front: parsed.data, problems: [], lineOf };
  const meant = unseenIn(parsed.error.issues);
  return failed(
    parsed.error.issues
      .filter(({ code, path }) => code !== "invalid_type" || !meant.has(path.join(".")))
      .flatMap((issue) => complaints(issue, yaml, lineAt)),
  );
}

/** Ten lines of aliases can say a thousand million words. */
const WRITE_OUT = t.writeItOut;

function aliasesOf(yaml: Document): number[] {
  const found: number[] = [];
  visit(yaml, { Alias: (_key, { range }) => void found.push(range?.[0] ?? 0) });
  return found;
}

function tagged(yaml: Document): number[] {
  const found: number[] = [];
  visit(yaml, {
    Value: (_key, { tag, anchor, range }) => {
      if (tag !== undefined || anchor !== undefined) found.push(range?.[0] ?? 0);
    },
  });
  return found;
}

/** Words behind a # and a blank are a remark in YAML: `title: One # two` would lose its end. */
function cutOff(yaml: Document): number[] {
  const found: number[] = [];
  visit(yaml, {
    Scalar: (_key, { type, comment, range }) => {
      if (type === "PLAIN" && typeof comment === "string") found.push(range?.[0] ?? 0);
    },
  });
  return found;
}

/** What nobody sees in the name of a field, copied along with it. */
const UNSEEN = /[\p{Cf}\u00a0\u2000-\u200f\u202f\u3000]/gu;

/** The fields that are there but for something invisible in their names. */
const unseenIn = (issues: readonly z.core.$ZodIssue[]): Set<string> =>
  new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key.replace(UNSEEN, "")].join("."))
        : [],
    ),
  );

type LineAt = (offset: number | undefined) => number;

function complaints(issue: z.core.$ZodIssue, yaml: Document, lineAt: LineAt): TextProblem[] {
  const here = offsetOf(yaml, issue.path);
  if (issue.code !== "unrecognized_keys") {
    const node: unknown = yaml.getIn(issue.path, true);
    const written = isScalar(node) ? node.source : inBrackets(node);
    return [{ line: lineAt(here), reason: fieldProblem(issue, written) }];
  }
  return issue.keys.map((key) => ({
    line: lineAt(keyOffset(yaml, issue.path, key)),
    reason: UNKNOWN.test(key)
      ? say(t.anInvisibleSignInAName, { key: key.replace(UNSEEN, "") })
      : say(t.thereIsNoFieldCalled, { key }),
  }));
}

const UNKNOWN = new RegExp(UNSEEN.source, "u");

/** The bracket that a value in brackets begins with. */
function inBrackets(node: unknown): string | undefined {
  if (!isCollection(node) || node.flow !== true) return undefined;
  return isMap(node) ? "{" : "[";
}

/** Where the value at `path` begins, or the nearest thing around it that is there. */
function offsetOf(yaml: Document, path: PropertyKey[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = yaml.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(yaml: Document, path: PropertyKey[], name: string): number | undefined {
  const map: unknown = yaml.getIn(path, true);
  if (!isMap(map)) return offsetOf(yaml, path);
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
