import "server-only";

import { createHash } from "node:crypto";
import type { Sort } from "@/domain/comments/comment";
import { Malformed } from "@/platform/refusal";

/** One level of one tree in one order: a cursor is good for that and nothing else. */
export type Level = { article: string; parent: string | null; sort: Sort };

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
 * An opaque cursor. It carries no secret and opens nothing, so it is not signed: its check value says that it was made for
 * this level, so that a foreign, cut or mistyped one is refused instead of quietly showing something else.
 */
export function writeCursor(level: Level, { after, fence }: Cursor): string {
  const words = [after ? String(after.rank) : "", after?.id ?? "", fence].join(SEPARATOR);
  return Buffer.from([words, checkOf(level, words)].join(SEPARATOR)).toString("base64url");
}

/** @throws Malformed (400) for anything `writeCursor` did not make for this level. */
export function readCursor(level: Level, text: string): Cursor {
  const parts = Buffer.from(text, "base64url").toString().split(SEPARATOR);
  const check = parts.pop();
  const [rank, id, fence] = parts;
  if (parts.length !== 3 || check !== checkOf(level, parts.join(SEPARATOR))) throw foreign();
  if (rank === undefined || id === undefined || fence === undefined || !FENCE.test(fence)) throw foreign();
  if (id === "" && rank === "") return { after: null, fence };
  if (!ID.test(id) || rank === "" || !Number.isFinite(Number(rank))) throw foreign();
  return { after: { rank: Number(rank), id }, fence };
}

const foreign = () =>
  new Malformed("This page marker does not belong to this list. Please begin again from its first page.");

function checkOf({ article, parent, sort }: Level, words: string): string {
  const all = ["comments", article, parent ?? "", sort, words].join("\n");
  return createHash("sha256").update(all).digest("base64url").slice(0, 12);
}
