import "server-only";

import type { Sort } from "@/domain/comments/comment";
import { Malformed } from "@/platform/refusal";
import { seal, unseal } from "@/platform/seal";

/**
 * One level of one tree in one order: a cursor is good for that and nothing else. With a `side` it is no level but the whole
 * discussion, of which only comments that show this answer are taken.
 */
export type Level = { article: string; parent: string | null; sort: Sort; side?: string };

/**
 * Where a walk stands. `after` is the last comment seen with the rank it had, null at the beginning.
 * `fence` is the database's snapshot (`pg_current_snapshot()`) when the walk began: ranks are taken as they were then, so
 * that a comment whose rank moves meanwhile is still met exactly once.
 */
export type Cursor = { after: { rank: number; id: string } | null; fence: string };

const SEPARATOR = "~";
const FENCE = /^\d{1,20}:\d{1,20}:[\d,]*$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A sealed cursor: the rank in it is made from figures that readers may not see yet (reactions in the first hour, how the sides
 * of a hidden poll react), and one who could write it could ask for any rank, or for the longest walk back.
 * It opens for this level only, so a foreign, cut or mistyped one is refused instead of quietly showing something else.
 */
export function writeCursor(level: Level, { after, fence }: Cursor): string {
  return seal(purposeOf(level), [after ? String(after.rank) : "", after?.id ?? "", fence].join(SEPARATOR));
}

/** @throws Malformed (400) for anything `writeCursor` did not make for this level. */
export function readCursor(level: Level, text: string): Cursor {
  const parts = unseal(purposeOf(level), text)?.split(SEPARATOR) ?? [];
  const [rank, id, fence] = parts;
  if (
    parts.length !== 3 ||
    rank === undefined ||
    id === undefined ||
    fence === undefined ||
    !FENCE.test(fence)
  )
    throw foreign();
  if (id === "" && rank === "") return { after: null, fence };
  if (!ID.test(id) || rank === "" || !Number.isFinite(Number(rank))) throw foreign();
  return { after: { rank: Number(rank), id }, fence };
}

const foreign = () =>
  new Malformed("This page marker does not belong to this list. Please begin again from its first page.");

const purposeOf = ({ article, parent, sort, side }: Level): string =>
  ["comments", article, parent ?? "", sort, ...(side === undefined ? [] : [side])].join("\n");
