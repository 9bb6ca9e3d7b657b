import "server-only";

import type { Database } from "@/platform/database";
import { sign } from "@/platform/signature";

/** By what the handle of an erased account is known: a keyed hash. 22 characters */
const handleMark = (handle: string): string => sign("handle of an erased account", handle);

/** Nobody else gets the handle of somebody who is gone, and nobody reads in the table which one it was. */
export async function reserveHandle(tx: Database, handle: string): Promise<void> {
  await tx.reservedHandle.createMany({ data: [{ mark: handleMark(handle) }], skipDuplicates: true });
}

export async function isReservedHandle(tx: Database, handle: string): Promise<boolean> {
  return (await tx.reservedHandle.findUnique({ where: { mark: handleMark(handle) } })) !== null;
}
