import "server-only";

import type { Leaving } from "./leaving";
import type { Member } from "./member";
import { mayEraseMember } from "./policy";
import { demandFreshProof } from "./reauthentication";
import { isLastAdmin } from "./roles";
import type { AskedErasure } from "./schema";
import { noteSecurity } from "./security-events";
import { endSessions } from "./sessions";
import { tellErasureAsked } from "./security-mails";
import { type Database, database, transaction } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/members";

type Due = { due: Date | null };

/**
 * Hides the actor's account and signs it out everywhere; in a week it is erased, unless its holder signs in before.
 * @returns when that will be
 * @throws ReauthenticateFirst; Conflict for the last admin
 */
export async function askErasure({ texts }: AskedErasure, actor: Member): Promise<Date> {
  if (actor.sample) throw new NotAllowed(t.theSampleIsNotErased);
  await demandFreshProof(actor);
  return asked(async (tx) => {
    const [row] = await tx.$queryRaw<
      Due[]
    >`SELECT ask_erasure(${actor.sessionToken}, ${texts === "go"}) AS due`;
    if (!row?.due) throw new Conflict(t.justSignedOut);
    return { id: actor.id, due: row.due };
  });
}

/** The same for a member who asked an admin to. @throws Conflict where it is under way, and for the last admin */
export async function askErasureOf(
  handle: string,
  { texts }: AskedErasure,
  actor: Member,
): Promise<{ id: string; due: Date }> {
  const person = await found(handle, actor);
  await demandFreshProof(actor);
  if (person.sample) throw new NotAllowed(t.theSampleIsNotErased);
  const due = await asked(async (tx) => {
    const [row] = await tx.$queryRaw<Due[]>`
      SELECT ask_erasure_of(${person.id}::uuid, ${actor.sessionToken}, ${texts === "go"}) AS due`;
    if (!row?.due) throw new Conflict(t.isBeingErasedAlready);
    return { id: person.id, due: row.due };
  });
  return { id: person.id, due };
}

/** Takes it back for a member who cannot sign in, while the week lasts. @returns their id */
export async function keepAccountOf(handle: string, actor: Member): Promise<string> {
  const { id } = await found(handle, actor);
  await transaction(async (tx) => {
    const { count } = await tx.erasure.deleteMany({ where: { memberId: id, dueAt: { gt: new Date() } } });
    if (count === 0) throw new Conflict(t.isNotBeingErased);
    await tx.member.update({ where: { id }, data: { hiddenAt: null } });
    await noteSecurity(tx, id, "erasure-taken-back-by-admin");
  });
  return id;
}

async function found(handle: string, actor: Member): Promise<{ id: string; sample: boolean }> {
  const person = await database().member.findUnique({
    where: { handle, erasedAt: null },
    select: { id: true, sample: true },
  });
  authorize(mayEraseMember(actor, person), actor, t.onlyAnAdminErases);
  if (!person) throw new NotFound(t.thereIsNoMember);
  return person;
}

/** What follows once it is written down that an account goes. */
async function asked(ask: (tx: Database) => Promise<{ id: string; due: Date }>): Promise<Date> {
  try {
    return await transaction(async (tx) => {
      const { id, due } = await ask(tx);
      await signOutOfIt(tx, id, due);
      return due;
    });
  } catch (problem) {
    if (isLastAdmin(problem)) throw new Conflict(t.theLastAdminStays);
    throw problem;
  }
}

/** Ends what is open, and tells the member, for it may not have been them. */
export async function signOutOfIt(tx: Database, id: string, due: Date): Promise<void> {
  const { email } = await tx.member.findUniqueOrThrow({ where: { id }, select: { email: true } });
  await endSessions(tx, id);
  await noteSecurity(tx, id, "erasure-asked");
  if (email !== null) await tellErasureAsked(tx, id, email, due);
}

/** For whoever looks after the account: whether it is being erased. */
export async function leavingOf(handle: string, viewer: Member): Promise<Leaving | null> {
  if (!mayEraseMember(viewer, null)) return null;
  const row = await database().erasure.findFirst({ where: { member: { handle } } });
  return row && { until: row.dueAt.toISOString(), textsGo: row.textsGo };
}

/** Somebody who has signed in in the last minute has taken back that their account goes, and wants to read that it stays. */
export async function hasJustTakenItBack(viewer: Member): Promise<boolean> {
  const noted = await database().securityEvent.findFirst({
    where: { memberId: viewer.id, kind: "erasure-taken-back", at: { gt: new Date(Date.now() - JUST) } },
    select: { id: true },
  });
  return noted !== null;
}

/** Milliseconds. */
const JUST = 60_000;
