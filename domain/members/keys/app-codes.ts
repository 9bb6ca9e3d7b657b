import "server-only";

import { Secret, TOTP } from "otpauth";
import { makeRecoveryCodes } from "./recovery-codes";
import type { AppSecret } from "./key";
import { noteRemoved } from "./last-factor";
import { refuseSample } from "./passkeys";
import { RELYING_PARTY } from "./relying-party";
import { tellOfKey } from "./told";
import type { Member } from "@/domain/members/member";
import { demandFreshProof, isFreshlyProven } from "@/domain/members/reauthentication";
import { noteSecurity } from "@/domain/members/security-events";
import { endOtherSessions } from "@/domain/members/sessions";
import { database, transaction } from "@/platform/database";
import { decrypt, encrypt, reseal, type Resealed } from "@/platform/encryption";
import { Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import { tokenHash } from "@/platform/tokens";
import * as t from "#messages/keys";

/** RFC 4226 asks for 128 bits and recommends 160. */
const SECRET_BYTES = 20;
/** Thirty seconds before and after are good as well: clocks differ (RFC 6238, 5.2). */
const WINDOW = 1;
const GROUP = 4;

/** A new secret for an app, good once a code of it was typed. One that was not confirmed is thrown away. */
export async function beginApp(actor: Member): Promise<void> {
  refuseSample(actor);
  await demandFreshProof(actor);
  const sealed = seal(actor.id, new Secret({ size: SECRET_BYTES }).base32);
  const begun = await database().$executeRaw`
    INSERT INTO totp (member_id, sealed_secret) VALUES (${actor.id}::uuid, ${sealed})
    ON CONFLICT (member_id) DO UPDATE SET sealed_secret = ${sealed} WHERE totp.confirmed_at IS NULL`;
  if (begun === 0) throw new Conflict(t.thereIsAnAppAlready);
}

/** What was begun and not confirmed; null without, and for whoever has not just shown that it is them. */
export async function begunApp(viewer: Member): Promise<AppSecret | null> {
  const row = await database().totp.findUnique({ where: { memberId: viewer.id, confirmedAt: null } });
  const totp =
    row && (await isFreshlyProven(viewer)) ? open(row.memberId, row.sealedSecret, viewer.handle) : null;
  if (!totp) return null;
  const groups = totp.secret.base32.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  return { address: totp.toString(), groups };
}

/**
 * From now on signing in asks for a code. Every other session ends, for none of them was asked for one.
 * @returns ten recovery codes, which are shown this once
 * @throws Unacceptable by field, NotFound, Conflict
 */
export async function confirmApp(code: string, actor: Member): Promise<string[]> {
  await demandFreshProof(actor);
  return transaction(async (tx) => {
    const row = await tx.totp.findUnique({ where: { memberId: actor.id } });
    if (!row) throw new NotFound(t.nothingWasBegun);
    if (row.confirmedAt) throw new Conflict(t.thereIsAnAppAlready);
    const step = stepOf(code, open(actor.id, row.sealedSecret));
    if (step === null) throw new Unacceptable(t.thatCodeIsWrong, { code: t.thatCodeIsWrong });
    await tx.totp.update({
      where: { memberId: actor.id },
      data: { confirmedAt: new Date(), lastStep: step },
    });
    if (actor.sessionToken !== null)
      await tx.session.updateMany({
        where: { tokenHash: tokenHash(actor.sessionToken) },
        data: { multiFactor: true },
      });
    await endOtherSessions(actor);
    await noteSecurity(tx, actor.id, "app-added");
    await tellOfKey(tx, actor.id, "app-added");
    return makeRecoveryCodes(tx, actor.id);
  });
}

/** Takes back also what was only begun. */
export async function removeApp(actor: Member): Promise<void> {
  await demandFreshProof(actor);
  await transaction(async (tx) => {
    const row = await tx.totp.findUnique({ where: { memberId: actor.id } });
    if (!row) throw new NotFound(t.nothingWasBegun);
    await tx.totp.delete({ where: { memberId: actor.id } });
    if (row.confirmedAt === null) return;
    await noteRemoved(tx, actor.id);
    await noteSecurity(tx, actor.id, "app-removed");
    await tellOfKey(tx, actor.id, "app-removed");
  });
}

/** Whether signing in to this account asks for a code. */
export async function asksForCode(memberId: string): Promise<boolean> {
  return (await database().totp.count({ where: { memberId, confirmedAt: { not: null } } })) > 0;
}

/** Uses the code up: neither it nor an earlier one is good again. */
export async function isAppCode(memberId: string, code: string): Promise<boolean> {
  const row = await database().totp.findUnique({ where: { memberId, confirmedAt: { not: null } } });
  const step = row && stepOf(code, open(memberId, row.sealedSecret));
  if (step === null) return false;
  const { count } = await database().totp.updateMany({
    where: { memberId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** What is said to a wrong code: where the site's secret is another one since, no code of the app is right ever again. */
export async function whyNotThisCode(memberId: string): Promise<string> {
  const row = await database().totp.findUnique({ where: { memberId, confirmedAt: { not: null } } });
  return row && !open(memberId, row.sealedSecret) ? t.codesOfTheAppAreLost : t.thatCodeIsWrong;
}

/** The thirty seconds this is the code of; null for a wrong one. */
function stepOf(code: string, totp: TOTP | null): number | null {
  const delta = totp?.validate({ token: code, window: WINDOW }) ?? null;
  return totp === null || delta === null ? null : totp.counter() + delta;
}

const purposeFor = (memberId: string): string => `totp ${memberId}`;

const seal = (memberId: string, secret: string): string => encrypt(purposeFor(memberId), secret);

/** The same under the site's secret of now. */
export const resealApp = (memberId: string, sealed: string): Resealed => reseal(purposeFor(memberId), sealed);

/** Null where the site's secret is another one since. */
function open(memberId: string, sealed: string, label = memberId): TOTP | null {
  const secret = decrypt(purposeFor(memberId), sealed);
  return secret === null ? null : new TOTP({ issuer: RELYING_PARTY.id, label, secret });
}
