import { SettingsProblem, type Environment } from "@/platform/settings";
import { inForce, settingsAsMarkdown } from "@/platform/settings-table";
import { checkSettings } from "./database";
import type { Sources } from "./env-file";
import * as t from "#messages/settings";

const MARKDOWN = "--markdown";

/**
 * `moot settings`: what is in force and where each value comes from, secrets hidden, and below what is wrong with it.
 * @returns lines to print, and the exit code
 */
export function showSettings(
  args: readonly string[],
  given: Environment,
  from: Sources,
): { lines: string[]; code: number } {
  if (args.includes(MARKDOWN)) return { lines: settingsDocument(), code: 0 };
  const settings = inForce(given);
  const widest = Math.max(...settings.map(({ name }) => name.length));
  const lines = settings.map(
    (one) =>
      `${one.name.padEnd(widest)}  ${one.value}  (${one.given ? sourceOf(one.name, from) : t.fromDefault})`,
  );
  const wrong = problemsOf(given);
  return { lines: [...lines, ...(wrong.length > 0 ? ["", ...wrong] : [])], code: wrong.length > 0 ? 1 : 0 };
}

/** `docs/SETTINGS.md`, which a test compares with this. */
export function settingsDocument(): string[] {
  return [t.documentTitle, "", t.documentWords, "", settingsAsMarkdown(), "", t.documentEnd];
}

function sourceOf(name: string, { file, both }: Sources): string {
  if (file.has(name)) return t.fromFile;
  return both.has(name) ? t.fromEnvironmentBefore : t.fromEnvironment;
}

function problemsOf(given: Environment): readonly string[] {
  try {
    checkSettings(given);
    return [];
  } catch (error) {
    if (error instanceof SettingsProblem) return error.sentences;
    throw error;
  }
}
