import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import { ARTICLE_LIMIT, renderArticle, type Body } from "@/domain/prose/article";
import type { TextProblem } from "@/domain/prose/problems";
import { isBlank, normaliseText, readableLength } from "@/domain/prose/text";
import { FrontMatter } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** An article's file, read: what it says of itself, its Markdown and the HTML of that. */
export type ArticleFile = { front: FrontMatter; source: string; body: Body };

export type Reading = { file: ArticleFile; problems: [] } | { file: null; problems: TextProblem[] };

const FENCED = /^---\n([\s\S]*?\n)---(?:\n|$)([\s\S]*)$/;

/**
 * Reads an article's file: YAML front matter between two lines of `---`, then Markdown. Nothing is half right: a file
 * has either no problems or no content. Problems name the line of the file, from 1, in order.
 */
export function readArticleFile(text: string): Reading {
  if (text.length > 2 * ARTICLE_LIMIT)
    return broken(1, say(t.anArticleHasAtMostCharacters, { articleLimit: ARTICLE_LIMIT }));
  const [, head, source] = FENCED.exec(normaliseText(text.replace(/^\uFEFF/, ""))) ?? [];
  if (head === undefined || source === undefined) return broken(1, t.anArticleBeginsWithItsFront);
  const { front, problems } = readFrontMatter(head);
  const firstLine = head.split("\n").length + 2;
  if (isBlank(source)) problems.push({ line: firstLine, reason: t.thereIsNoTextBelow });
  if (readableLength(source) > ARTICLE_LIMIT)
    return broken(firstLine, say(t.anArticleHasAtMostCharacters, { articleLimit: ARTICLE_LIMIT }));
  const body = renderArticle(source);
  for (const { line, reason } of body.problems) problems.push({ line: line + firstLine - 1, reason });
  if (!front || problems.length > 0)
    return { file: null, problems: problems.sort((a, b) => a.line - b.line) };
  return { file: { front, source, body }, problems: [] };
}

const broken = (line: number, reason: string): Reading => ({ file: null, problems: [{ line, reason }] });

/** The front matter begins on the file's second line. */
const BEFORE = 1;

function readFrontMatter(head: string): { front: FrontMatter | null; problems: TextProblem[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(head, { lineCounter: lines, prettyErrors: false });
  if (yaml.errors.length > 0)
    return {
      front: null,
      problems: yaml.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line + BEFORE,
        reason: say(t.thisIsNotYaml, { reason: error.message }),
      })),
    };
  const aliases = aliasesOf(yaml).map((offset) => ({
    line: lines.linePos(offset).line + BEFORE,
    reason: WRITE_OUT,
  }));
  if (aliases.length > 0) return { front: null, problems: aliases };
  const parsed = FrontMatter.safeParse(yaml.toJS());
  if (parsed.success) return { front: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => complaints(issue, yaml, lines));
  return { front: null, problems };
}

/** Ten lines of aliases can say a thousand million words. */
const WRITE_OUT = t.writeItOut;

function aliasesOf(yaml: Document): number[] {
  const found: number[] = [];
  visit(yaml, { Alias: (_key, { range }) => void found.push(range?.[0] ?? 0) });
  return found;
}

function complaints(issue: z.core.$ZodIssue, yaml: Document, lines: LineCounter): TextProblem[] {
  const line = (offset: number | undefined) => lines.linePos(offset ?? 0).line + BEFORE;
  const here = offsetOf(yaml, issue.path);
  if (issue.code !== "unrecognized_keys") return [{ line: line(here), reason: sentence(issue, yaml) }];
  return issue.keys.map((key) => ({
    line: line(keyOffset(yaml, issue.path, key)),
    reason: say(t.thereIsNoFieldCalled, { key }),
  }));
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

/** zod's own words are for developers; our schema's sentences are passed on as they are. */
function sentence(issue: z.core.$ZodIssue, yaml: Document): string {
  const name = issue.path.join(".") || t.theFrontMatter;
  if (issue.code === "invalid_type" && !yaml.hasIn(issue.path)) return say(t.isMissing, { name });
  if (issue.code === "invalid_type") return say(t.shouldBeA, { name, expected: issue.expected });
  if (issue.code === "invalid_value") return say(t.isOneOf, { name, values: issue.values.join(", ") });
  return issue.message;
}
