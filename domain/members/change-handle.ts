import "server-only";

import type { Member } from "./member";
import { refuseLikenessToStaff, refuseWatchedWords } from "./profile";
import { isStaff } from "./policy";
import { isSanctioned } from "./queries";
import { refuseReservedHandle } from "./reserved-handle";
import type { NewHandle } from "./schema";
import { nameSkeleton } from "./name-skeleton";
import { whyCannotWrite } from "@/domain/comments/policy";
import { type Database, database, Prisma, transaction } from "@/platform/database";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/** Whom one argues with is known by their handle: it does not change in the middle of a debate. Days. */
export const HANDLE_DAYS = 30;

/**
 * Another handle. The earlier one stays the actor's: it is nobody else's, and leads to them where they want that.
 * @throws NotAllowed to whoever may not write; Conflict within a month of the last change; Unacceptable by field
 */
export async function changeHandle({ handle, leads }: NewHandle, actor: Member): Promise<void> {
  const silent = whyCannotWrite(actor);
  if (silent !== null) throw new NotAllowed(silent);
  if (actor.sample) throw new NotAllowed(t.theSampleKeepsItsNames);
  if (handle === actor.handle) throw new Unacceptable(t.thatIsYourHandle, { handle: t.thatIsYourHandle });
  if (nameSkeleton(handle) !== nameSkeleton(actor.handle) && !isStaff(actor))
    await refuseLikenessToStaff({ handle });
  await refuseWatchedWords({ handle });
  await transaction(async (tx) => {
    const before = await heldHandle(tx, actor.id);
    if (await isSanctioned(actor.id)) throw new NotAllowed(t.yourAccountWasSuspended);
    await tx.earlierHandle.deleteMany({ where: { handle, memberId: actor.id } });
    await take(tx, handle, actor.id);
    await refuseReservedHandle(tx, handle);
    await tx.earlierHandle.create({ data: { handle: before, memberId: actor.id, leads } });
  });
}

/** Whether one's earlier handles lead here. */
export async function setEarlierHandles({ leads }: { leads: boolean }, actor: Member): Promise<void> {
  await database().earlierHandle.updateMany({ where: { memberId: actor.id }, data: { leads } });
}

/** Whether this member was called so before. */
export const wasHandleOf = async (handle: string, { id }: Member): Promise<boolean> =>
  (await database().earlierHandle.count({ where: { handle, memberId: id } })) > 0;

/** `until` when the next change is possible, in ISO 8601 UTC; null where it is now. */
export type OwnHandles = { until: string | null; earlier: { handle: string; leads: boolean }[] };

export async function handlesOf(viewer: Member): Promise<OwnHandles> {
  const { handleChangedAt, earlierHandles } = await database().member.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      handleChangedAt: true,
      earlierHandles: { orderBy: { at: "desc" }, take: SHOWN, select: { handle: true, leads: true } },
    },
  });
  const next = nextChange(handleChangedAt);
  return { until: next && next > new Date() ? next.toISOString() : null, earlier: earlierHandles };
}

/** More than anybody has after some years. */
const SHOWN = 50;

const nextChange = (last: Date | null): Date | null =>
  last && new Date(last.getTime() + HANDLE_DAYS * 86_400_000);

/** The handle as it is, with the row held; refused while the last change is too young. */
async function heldHandle(tx: Database, id: string): Promise<string> {
  await tx.$executeRaw`SELECT FROM member WHERE id = ${id}::uuid FOR UPDATE`;
  const { handle, handleChangedAt } = await tx.member.findUniqueOrThrow({ where: { id } });
  const next = nextChange(handleChangedAt);
  if (next && next > new Date())
    throw new Conflict(say(t.oneHandleAMonth, { when: next.toISOString().slice(0, 10) }));
  return handle;
}

async function take(tx: Database, handle: string, id: string): Promise<void> {
  try {
    await tx.member.update({ where: { id }, data: { handle, handleChangedAt: new Date() } });
  } catch (problem) {
    // Of two who want it at once one is told by the database.
    const isTaken = problem instanceof Prisma.PrismaClientKnownRequestError && problem.code === "P2002";
    if (!isTaken) throw problem;
    throw new Unacceptable(t.somebodyHasThatHandleAlready, { handle: t.somebodyHasThatHandleAlready });
  }
}
