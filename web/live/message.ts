import "server-only";

import { writeCursor } from "@/domain/events/cursor";
import type { Happened } from "@/domain/events/queries";

const encoder = new TextEncoder();

/** One message of a stream, with the id a browser says back after a break. */
export const message = (id: string, data: object): Uint8Array =>
  encoder.encode(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);

const made = new WeakMap<readonly Happened[], Uint8Array>();

/** What happened as messages: made once, however many listen. */
export function asMessages(happened: readonly Happened[]): Uint8Array {
  const bytes = made.get(happened) ?? encoder.encode(newestOfEach(happened).map(asText).join(""));
  made.set(happened, bytes);
  return bytes;
}

const asText = ({ tx, id, kind, subject_id, parent_id, root_id }: Happened): string => {
  const data = { kind, id: subject_id, parentId: parent_id, rootId: root_id };
  return `id: ${writeCursor({ tx, id })}\ndata: ${JSON.stringify(data)}\n\n`;
};

/** Ten reactions to one comment in the same batch are one message. */
function newestOfEach(happened: readonly Happened[]): Happened[] {
  const newest = new Map(happened.map((one) => [`${one.kind} ${one.subject_id ?? ""}`, one.id]));
  return happened.filter((one) => newest.get(`${one.kind} ${one.subject_id ?? ""}`) === one.id);
}
