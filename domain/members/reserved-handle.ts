import "server-only";

import type { Database } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import { sign, signatures } from "@/platform/signature";
import * as t from "#messages/members";

/** The handle of an erased account is known by a keyed hash of 22 characters. */
const PURPOSE = "handle of an erased account";

/** Nobody else gets the handle of somebody who is gone, and nobody reads in the table which one it was. */
export async function reserveHandle(tx: Database, handle: string): Promise<void> {
  await tx.reservedHandle.createMany({ data: [{ mark: sign(PURPOSE, handle) }], skipDuplicates: true });
}

/**
 * Also what somebody was called before is nobody else's. Asked once the new row is there: whoever is erased at that moment leaves the handle and reserves it in one step, for which the insertion
 * has waited. @throws Unacceptable, in the words of a handle that somebody has
 */
export async function refuseReservedHandle(tx: Database, handle: string): Promise<void> {
  const kept =
    (await tx.reservedHandle.findFirst({ where: { mark: { in: signatures(PURPOSE, handle) } } })) ??
    (await tx.earlierHandle.findUnique({ where: { handle } }));
  if (kept)
    throw new Unacceptable(t.somebodyHasThatHandleAlready, { handle: t.somebodyHasThatHandleAlready });
}
