import "server-only";

import type { Member } from "@/domain/members/member";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { authorize } from "@/platform/refusal";
import { processSingleton } from "@/platform/process-singleton";
import { database, type Database } from "@/platform/database";
import { NO_WORDS, WORD_EFFECTS, wordFinder, type WordFinder, type WordLists } from "./word-finder";
import { linesOf } from "./schema";
import * as t from "#messages/house-rules";

/** The finder of the version in force: compiled once a process and version, since 100,000 entries take about a second. */
const compiled = processSingleton("watched-words", () => ({ version: -1, find: wordFinder(NO_WORDS) }));

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

/** Longer lists come from a file and are not sent to a page to be edited there (characters, of what one form may send). */
const EDITABLE = 30_000;

export type WordListsView = {
  version: number;
  block: string;
  hold: string;
  mark: string;
  entries: number;
  editable: boolean;
};

/** The lists as the desk shows them; a long one is only counted. */
export async function wordListsFor(viewer: Member): Promise<WordListsView> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  const lists = await currentWordLists(database());
  const entries = WORD_EFFECTS.reduce((sum, effect) => sum + linesOf(lists[effect]).length, 0);
  const editable = WORD_EFFECTS.reduce((sum, effect) => sum + lists[effect].length, 0) <= EDITABLE;
  return {
    ...(editable ? lists : { version: lists.version, block: "", hold: "", mark: "" }),
    entries,
    editable,
  };
}
