import { z } from "zod";
import { momentOf } from "@/domain/moment";
import { Malformed } from "@/platform/refusal";
import * as t from "#messages/articles";

type Cursor = { publishedAt: Date; id: string };

const Cursor = z.tuple([momentOf(), z.uuid()]);

/** A place in the list of articles, as a word that says nothing to whoever carries it. */
export const writeCursor = ({ publishedAt, id }: Cursor): string =>
  btoa(`${publishedAt.toISOString()} ${id}`).replaceAll("=", "");

/** @throws Malformed when it is not a cursor of ours. */
export function readCursor(cursor: string): Cursor {
  const parsed = Cursor.safeParse(decode(cursor));
  if (!parsed.success) throw new Malformed(t.noSuchPage);
  const [publishedAt, id] = parsed.data;
  return { publishedAt: new Date(publishedAt), id };
}

function decode(cursor: string): string[] {
  try {
    return atob(cursor).split(" ");
  } catch {
    return [];
  }
}
