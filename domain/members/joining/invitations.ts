import "server-only";

import type { Invitation } from "./joining";
import type { NewInvitation } from "./schema";
import { notify } from "@/domain/inbox/commands";
import type { Member } from "@/domain/members/member";
import { mayInvite, OPERATOR, type Operator } from "@/domain/members/policy";
import { type Database, database } from "@/platform/database";
import { decrypt, encrypt, reseal, type Resealed } from "@/platform/encryption";
import { env } from "@/platform/env";
import { authorize, NotAllowed, NotFound } from "@/platform/refusal";
import { newToken, tokenHash } from "@/platform/tokens";
import * as t from "#messages/joining";

const PURPOSE = "invitation";
const DAY = 86_400_000;
/** More at once are read by nobody. */
const SHOWN = 100;

/** A link for so many people, until so many days from now. @returns it, and the id to end it by */
export async function makeInvitation(
  { uses, days, note }: NewInvitation,
  actor: Member | Operator,
): Promise<{ id: string; link: string }> {
  if (actor !== OPERATOR) authorize(mayInvite(actor), actor, t.onlyAdminsInvite);
  const token = newToken();
  const { id } = await database().invitation.create({
    data: {
      tokenHash: tokenHash(token),
      sealed: encrypt(PURPOSE, token),
      note,
      uses,
      madeById: actor === OPERATOR ? null : actor.id,
      expiresAt: new Date(Date.now() + days * DAY),
    },
    select: { id: true },
  });
  return { id, link: linkOf(token) };
}

/** Whoever came by it stays. @throws NotFound where it has ended */
export async function endInvitation(id: string, actor: Member | Operator): Promise<void> {
  if (actor !== OPERATOR) authorize(mayInvite(actor), actor, t.onlyAdminsInvite);
  const { count } = await database().invitation.updateMany({
    where: { id, ...standing() },
    data: { endedAt: new Date() },
  });
  if (count === 0) throw new NotFound(t.thatInvitationHasEnded);
}

/** Those that still let somebody in, newest first. */
export async function invitationsFor(viewer: Member | Operator): Promise<Invitation[]> {
  if (viewer !== OPERATOR) authorize(mayInvite(viewer), viewer, t.onlyAdminsInvite);
  const rows = await database().invitation.findMany({
    where: { ...standing(), used: { lt: database().invitation.fields.uses } },
    orderBy: { id: "desc" },
    take: SHOWN,
    include: { madeBy: { select: { handle: true } } },
  });
  return rows.map(({ id, sealed, note, uses, used, madeBy, expiresAt }) => {
    const token = decrypt(PURPOSE, sealed);
    const link = token === null ? null : linkOf(token);
    return { id, link, note, uses, used, madeBy: madeBy?.handle ?? null, expiresAt: expiresAt.toISOString() };
  });
}

/** The id of the invitation with this token, while it lets somebody in; else null. */
export async function findInvitation(token: string): Promise<string | null> {
  const found = await database().invitation.findUnique({
    where: { tokenHash: tokenHash(token), ...standing(), used: { lt: database().invitation.fields.uses } },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Takes one of its places, in the transaction that makes the account; whoever made it hears of it. @throws NotAllowed where the last one has just been taken */
export async function useInvitation(tx: Database, id: string): Promise<void> {
  const [taken] = await tx.$queryRaw<{ madeBy: string | null; used: number }[]>`
    UPDATE invitation SET used = used + 1
    WHERE id = ${id}::uuid AND used < uses AND ended_at IS NULL AND expires_at > now() RETURNING made_by AS "madeBy", used`;
  if (!taken) throw new NotAllowed(t.thatInvitationIsUsedUp);
  const { madeBy, used } = taken;
  if (madeBy !== null)
    await notify(tx, { memberId: madeBy, kind: "invitation-accepted", cause: `invitation ${id} ${used}` });
}

/** The same under the site's secret of now. */
export const resealInvitation = (sealed: string): Resealed => reseal(PURPOSE, sealed);

const standing = () => ({ endedAt: null, expiresAt: { gt: new Date() } });

const linkOf = (token: string): string => `${env.siteUrl}/sign-up?invitation=${token}`;
