import "server-only";

import { z } from "zod";
import { END, FIRST } from "@/domain/moment";
import { Malformed } from "@/platform/refusal";
import * as t from "#messages/search";

/** Where a walk through hits stands: `asOf` is when it began, by which ages are taken, and `value` the last rank or time. Milliseconds since 1970. */
export type Cursor = { asOf: number; value: number; id: string };

const Written = z.tuple([z.int().min(0).max(END), z.number().min(FIRST).max(END), z.uuid()]);

export const writeCursor = ({ asOf, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([asOf, value, id])).toString("base64url");

/** @throws Malformed when it is not a cursor of ours */
export function readCursor(text: string): Cursor {
  const parsed = Written.safeParse(decode(text));
  if (!parsed.success) throw new Malformed(t.noSuchPlace);
  const [asOf, value, id] = parsed.data;
  return { asOf, value, id };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
  } catch {
    return null;
  }
}
