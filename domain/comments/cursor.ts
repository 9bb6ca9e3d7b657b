import "server-only";

import type { Sort } from "./comment";
import { Malformed } from "@/platform/refusal";
import { isSigned, sign } from "@/platform/signature";
import * as t from "#messages/comments";

/**
 * One level of one tree in one order: a cursor is good for that and nothing else. With a `side` it is no level but the whole
 * discussion, of which only comments that show this answer are taken; with a `block` it is the comments about that block of the article.
 */
export type Level = { article: string; parent: string | null; sort: Sort; side?: string; block?: number };

/**
 * Where a walk stands. `after` is the last comment seen, null at the beginning; where it stood in the order, the database knows.
 * `snapshot` is the database's snapshot (`pg_current_snapshot()`) when the walk began: ranks are taken as they were then, so
 * that a comment whose rank moves meanwhile is still met exactly once.
 */
export type Cursor = { after: string | null; snapshot: string };

const SEPARATOR = "~";
const SNAPSHOT = /^\d{1,20}:\d{1,20}:[\d,]*$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes cursors of one article (and side or block), order and beginning: for its roots (`parent` null) and for the replies of any comment.
 * A page writes one for many comments, so what all of them share is signed once. No rank is in them, because ranks are made
 * from figures that readers may not see yet (reactions in the first hour, how the sides of a hidden poll react); a
 * snapshot is signed because one who could write it could ask for the longest walk back.
 */
export function cursorWriter(
  level: Omit<Level, "parent">,
  snapshot: string,
): (parent: string | null, after: string | null) => string {
  const signature = sign(purposeOf(level), snapshot);
  return (parent, after) =>
    Buffer.from([signature, snapshot, parent ?? "", after ?? ""].join(SEPARATOR)).toString("base64url");
}

/** @throws Malformed (400) for anything `cursorWriter` did not write for this level. */
export function readCursor(level: Level, text: string): Cursor {
  const [signature = "", snapshot = "", parent = "", after = "", more] = Buffer.from(text, "base64url")
    .toString()
    .split(SEPARATOR);
  const ours =
    more === undefined &&
    SNAPSHOT.test(snapshot) &&
    parent === (level.parent ?? "") &&
    (after === "" || ID.test(after)) &&
    isSigned(purposeOf(level), snapshot, signature);
  if (!ours) throw foreign();
  return { after: after || null, snapshot };
}

export const foreign = () => new Malformed(t.thisPageMarkerDoesNotBelong);

const purposeOf = ({ article, sort, side, block }: Omit<Level, "parent">): string =>
  [
    "comments",
    article,
    sort,
    ...(side === undefined ? [] : [side]),
    // No side begins with a figure.
    ...(block === undefined ? [] : [block]),
  ].join("\n");
