import { z } from "zod";
import { momentOf } from "@/domain/moment";
import { Malformed } from "@/platform/refusal";
import * as t from "#messages/desk";

const Cursor = z.tuple([momentOf(), z.uuid()]);

/** Where a walk through a queue stands: the time and the subject of the last item seen. */
export const writeCursor = (since: Date, subject: string): string =>
  Buffer.from(JSON.stringify([since.toISOString(), subject])).toString("base64url");

/** @throws Malformed (400) for anything else */
export function readCursor(text: string): { since: string; subject: string } {
  try {
    const [since, subject] = Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { since, subject };
  } catch {
    throw new Malformed(t.thisPageMarkerDoesNotBelong);
  }
}
