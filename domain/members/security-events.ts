import "server-only";

import { browserInWords } from "./browser";
import type { Member } from "./member";
import { isSecurityKind, type SecurityKind } from "./security-event";
import { currentClient } from "@/platform/client";
import { type Database, database } from "@/platform/database";

/** So many of the newest are shown to their owner. */
const SHOWN = 30;

/** `at` in ISO 8601 UTC; `browser` is empty for what the operator did. */
export type SecurityEvent = { kind: SecurityKind; at: string; browser: string };

/** Writes down what was done to an account, in the transaction that does it. */
export async function noteSecurity(tx: Database, memberId: string, kind: SecurityKind): Promise<void> {
  const browser = browserInWords(currentClient().agent ?? "");
  await tx.securityEvent.create({ data: { memberId, kind, browser } });
}

/** What was done to the viewer's own account, newest first. */
export const securityEventsOf = (viewer: Member): Promise<SecurityEvent[]> => eventsOf(viewer.id);

/** For the operator as well. */
export async function eventsOf(memberId: string): Promise<SecurityEvent[]> {
  const rows = await database().securityEvent.findMany({
    where: { memberId },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { kind: true, at: true, browser: true },
  });
  return rows.flatMap(({ kind, at, browser }) =>
    isSecurityKind(kind) ? [{ kind, at: at.toISOString(), browser }] : [],
  );
}
