import type { Env } from "markdown-it";

/** What is wrong with an article's text: the line (from 1) it stands on, and a sentence for its author. */
export type TextProblem = { line: number; reason: string };

const kept = new WeakMap<Env, TextProblem[]>();

/** Starts the list that the rules of one rendering add to. */
export function collectProblems(env: Env): TextProblem[] {
  const problems: TextProblem[] = [];
  kept.set(env, problems);
  return problems;
}

/** Notes a problem; `line` counts from 0 as markdown-it does. */
export function complain(env: Env, line: number | undefined, reason: string) {
  kept.get(env)?.push({ line: (line ?? 0) + 1, reason });
}
