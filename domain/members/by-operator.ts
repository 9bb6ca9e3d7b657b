import "server-only";

import type { Role } from "./member";

import { endProofs } from "./proofs";
import { eventsOf, noteSecurity, type SecurityEvent } from "./security-events";
import { endSessions } from "./sessions";
import { tellPasswordChanged } from "./security-mails";
import { type Database, database, transaction } from "@/platform/database";
import { hashPassword } from "@/platform/passwords";
import { Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/*
 * What only the person at the server's own keyboard does to an account, so nobody is asked who they are: `bin/` calls it and no route.
 * Each ends every session the account had, for whoever held one may be why help was asked for.
 */

/** A new password. Nobody needs to know the old one. */
export async function setPassword({ handle, password }: { handle: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const { id, email } = await heldMember(tx, handle);
    await tx.member.update({ where: { id }, data: { passwordHash } });
    await endProofs(tx, { purpose: "password", memberId: id });
    await endSessions(tx, id);
    await noteSecurity(tx, id, "password-set");
    if (email !== null) await tellPasswordChanged(tx, id, email);
  });
}

/** Another e-mail address, for which the operator vouches. @throws Conflict where it is somebody else's */
export async function setEmail({ handle, email }: { handle: string; email: string }): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await heldMember(tx, handle);
    const holder = await tx.member.findUnique({ where: { email }, select: { id: true } });
    if (holder && holder.id !== id) throw new Conflict(t.anotherMemberHasThatAddress);
    await tx.member.update({
      where: { id },
      data: { email, claimedEmail: null, provenAt: new Date(), mailRefusedAt: null, mailRefusals: 0 },
    });
    await endProofs(tx, { memberId: id });
    await endSessions(tx, id);
    await noteSecurity(tx, id, "address-set");
  });
}

/** Takes all keys and codes away, of whoever lost them; the password stays. */
export async function removeKeys(handle: string): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await heldMember(tx, handle);
    await forgetKeys(tx, id);
    await endSessions(tx, id);
  });
}

/**
 * For whoever has lost everything: a new password, no keys, codes or accounts elsewhere, another address where one is given, and no erasure under way.
 * @throws Conflict where the address is somebody else's
 */
export async function recoverMember(wish: {
  handle: string;
  password: string;
  email: string | undefined;
}): Promise<void> {
  const { handle, password, email } = wish;
  await transaction(async (tx) => {
    const { id } = await heldMember(tx, handle);
    if (email !== undefined) await setEmail({ handle, email });
    await setPassword({ handle, password });
    await forgetKeys(tx, id);
    await forgetOutsideAccounts(tx, id);
    await tx.erasure.deleteMany({ where: { memberId: id, dueAt: { gt: new Date() } } });
    await tx.$executeRaw`
      UPDATE member SET hidden_at = NULL WHERE id = ${id}::uuid AND NOT EXISTS (SELECT FROM erasure WHERE member_id = member.id)`;
  });
}

async function forgetKeys(tx: Database, memberId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { memberId } });
  await tx.totp.deleteMany({ where: { memberId } });
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await noteSecurity(tx, memberId, "keys-removed-by-operator");
}

async function forgetOutsideAccounts(tx: Database, memberId: string): Promise<void> {
  const { count } = await tx.outsideAccount.deleteMany({ where: { memberId } });
  if (count > 0) await noteSecurity(tx, memberId, "provider-left");
}

/** @returns how many browsers were signed out */
export async function endSessionsOf(handle: string): Promise<number> {
  return transaction(async (tx) => {
    const { id } = await heldMember(tx, handle);
    const ended = await tx.session.count({ where: { memberId: id, expiresAt: { gt: new Date() } } });
    await endSessions(tx, id);
    await noteSecurity(tx, id, "sessions-ended-by-operator");
    return ended;
  });
}

export type ShownAccount = {
  handle: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  sessions: { browser: string; createdAt: Date; seenAt: Date }[];
  passkeys: string[];
  /** Codes from an app are on. */
  app: boolean;
  /** Recovery codes left. */
  codes: number;
  events: SecurityEvent[];
};

/** An account as the operator sees it. */
export async function accountByHandle(handle: string): Promise<ShownAccount> {
  const row = await database().member.findUnique({
    where: { handle, erasedAt: null },
    select: {
      id: true,
      handle: true,
      name: true,
      email: true,
      claimedEmail: true,
      role: true,
      joinedAt: true,
      passkeys: { orderBy: { id: "asc" }, select: { name: true } },
      totp: { select: { confirmedAt: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      sessions: {
        where: { expiresAt: { gt: new Date() } },
        orderBy: { id: "desc" },
        select: { browser: true, createdAt: true, seenAt: true },
      },
    },
  });
  if (!row) throw new NotFound(t.thereIsNoMember);
  const { id, email, claimedEmail, passkeys, totp, _count, ...shown } = row;
  const keys = {
    passkeys: passkeys.map(({ name }) => name),
    app: totp !== null && totp.confirmedAt !== null,
    codes: _count.recoveryCodes,
  };
  const claims = claimedEmail === null ? "" : say(t.notConfirmedYet, { email: claimedEmail });
  return { ...shown, ...keys, email: email ?? claims, events: await eventsOf(id) };
}

type Held = { id: string; email: string | null };

async function heldMember(tx: Database, handle: string): Promise<Held> {
  const [row] = await tx.$queryRaw<Held[]>`
    SELECT id::text, email FROM member WHERE handle = ${handle} AND erased_at IS NULL FOR UPDATE`;
  if (!row) throw new NotFound(t.thereIsNoMember);
  return row;
}
