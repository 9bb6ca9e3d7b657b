import "server-only";

import { onePerProcess } from "@/platform/one-per-process";
import type { Database } from "@/platform/database";
import {
  NO_WORDS,
  wordFinder,
  type WordFinder,
  type WordLists,
} from "@/domain/moderation/checks/words/word-finder";
import { linesOf } from "@/domain/moderation/checks/words/schema";

/** The automaton of the version in force: compiled once a process and version, since 100,000 entries take about a second. */
const compiled = onePerProcess("watched-words", () => ({ version: -1, find: wordFinder(NO_WORDS) }));

export async function watchedWordFinder(tx: Database, version: number | null): Promise<WordFinder> {
  if (compiled.version !== (version ?? 0)) {
    const lists = version === null ? NO_WORDS : await wordLists(tx, version);
    Object.assign(compiled, { version: version ?? 0, find: wordFinder(lists) });
  }
  return compiled.find;
}

async function wordLists(tx: Database, version: number): Promise<WordLists> {
  const row = await tx.wordList.findUniqueOrThrow({ where: { version } });
  return { block: linesOf(row.block), hold: linesOf(row.hold), mark: linesOf(row.mark) };
}

/** The lists in force, as an admin edits them: one entry a line. */
export async function currentWordLists(
  tx: Database,
): Promise<{ version: number; block: string; hold: string; mark: string }> {
  const row = await tx.wordList.findFirst({ orderBy: { version: "desc" } });
  return row ?? { version: 0, block: "", hold: "", mark: "" };
}
