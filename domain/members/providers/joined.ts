import "server-only";

import type { Joined, OfferedProvider, Outsider } from "./outside";
import { hasAnotherWayIn } from "./ways-in";
import type { Member } from "@/domain/members/member";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { noteSecurity } from "@/domain/members/security-events";
import { tellProviderJoined, tellProviderLeft } from "@/domain/members/security-mails";
import { database, transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { Conflict, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/providers";

/** The outside accounts the viewer signs in by. */
export async function joinedBy(viewer: Member): Promise<Joined[]> {
  const rows = await database().outsideAccount.findMany({
    where: { memberId: viewer.id },
    orderBy: { id: "asc" },
    select: { id: true, issuer: true, joinedAt: true },
  });
  return rows.map(({ id, issuer, joinedAt }) => ({
    id,
    provider: nameOf(issuer),
    joinedAt: joinedAt.toISOString(),
  }));
}

/** What the settings name, in their order. */
export const offeredProviders = (): OfferedProvider[] => env.providers.map(({ id, name }) => ({ id, name }));

/** Providers the viewer could join. */
export async function joinableBy(viewer: Member): Promise<OfferedProvider[]> {
  if (viewer.sample) return [];
  const rows = await database().outsideAccount.findMany({
    where: { memberId: viewer.id },
    select: { issuer: true },
  });
  return env.providers
    .filter(({ issuer }) => !rows.some((row) => row.issuer === issuer))
    .map(({ id, name }) => ({ id, name }));
}

/** Joins an outside account to the actor's, who is signed in at both. @throws Conflict where it, or another of that provider, is joined */
export async function joinProvider({ issuer, subject }: Outsider, actor: Member): Promise<void> {
  if (actor.sample) throw new NotAllowed(t.theSampleJoinsNothing);
  await demandFreshProof(actor);
  await transaction(async (tx) => {
    const { count } = await tx.outsideAccount.createMany({
      data: [{ memberId: actor.id, issuer, subject }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Conflict(t.thatIsJoinedAlready);
    await noteSecurity(tx, actor.id, "provider-joined");
    const { email } = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
    if (email !== null) await tellProviderJoined(tx, actor.id, email, nameOf(issuer));
  });
}

/** Takes one away again. @throws Conflict where nobody could get into the account any more, NotFound */
export async function leaveProvider(id: string, actor: Member): Promise<void> {
  await demandFreshProof(actor);
  await transaction(async (tx) => {
    // Of two that go at once the second sees that the first has gone.
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const gone = await tx.outsideAccount.findUnique({ where: { id, memberId: actor.id } });
    if (!gone) throw new NotFound(t.thatIsNotJoined);
    await tx.outsideAccount.delete({ where: { id } });
    if (!(await hasAnotherWayIn(tx, actor.id))) throw new Conflict(t.thatIsTheLastWayIn);
    await noteSecurity(tx, actor.id, "provider-left");
    const { email } = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
    if (email !== null) await tellProviderLeft(tx, actor.id, email, nameOf(gone.issuer));
  });
}

/** One that is not in the settings any more is called by its host. */
const nameOf = (issuer: string): string =>
  env.providers.find((provider) => provider.issuer === issuer)?.name ?? URL.parse(issuer)?.host ?? issuer;
