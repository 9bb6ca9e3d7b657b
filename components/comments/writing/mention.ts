import { mayBeginMention } from "@/domain/prose/mentions";
import type { Edit, Selected } from "./markdown-edit";

/** More than this is a list to read, not a help to write. */
const OFFERED = 5;
/** An @, also the wide one, and the beginning of a handle or of a name in any script, right before the caret. */
const BEGUN = /[@＠]([\p{L}\p{M}\p{N}_-]{0,30})$/u;

/** Where a mention begins that is being typed, in UTF-16 units, and what is typed of it, folded; undefined where none is. */
export function begunMention({ text, from }: Selected): { at: number; typed: string } | undefined {
  const before = text.slice(0, from);
  const begun = BEGUN.exec(before);
  if (!begun || !mayBeginMention(before.slice(0, begun.index))) return undefined;
  return { at: begun.index, typed: folded(begun[1] ?? "") };
}

/** Those whose handle, or a word of whose name, begins with what was typed. @param names by handle @param typed folded */
export const offeredFor = (names: Record<string, string>, typed: string): string[] =>
  Object.entries(names)
    .filter(
      ([handle, name]) =>
        handle.startsWith(typed) ||
        folded(name).startsWith(typed) ||
        folded(name)
          .split(/[^\p{L}\p{N}]+/u)
          .some((word) => word.startsWith(typed)),
    )
    .map(([handle]) => handle)
    .slice(0, OFFERED);

/** Puts the whole handle in the place of what was typed of it, or of the name. */
export function takeMention(selected: Selected, handle: string): Edit | null {
  const begun = begunMention(selected);
  if (!begun) return null;
  const insert = `@${handle} `;
  const behind = begun.at + insert.length;
  return { from: begun.at, to: selected.from, insert, selectFrom: behind, selectTo: behind };
}

/** Small and without accents, as people type names they do not have the keys for. */
const folded = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
