import "server-only";

import { Secret } from "otpauth";
import { hasAnyFactor } from "./last-factor";
import { refuseSample } from "./passkeys";
import { tellOfKey } from "./told";
import type { Member } from "@/domain/members/member";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { noteSecurity } from "@/domain/members/security-events";
import { type Database, transaction } from "@/platform/database";
import { Conflict } from "@/platform/refusal";
import { tokenHash } from "@/platform/tokens";
import * as t from "#messages/keys";

export const RECOVERY_CODES = 10;
/** 120 bits, in 24 signs of base 32: nobody guesses one, so a fast hash is enough to keep it by. */
const CODE_BYTES = 15;

/** Ten new ones, for whoever has something that can be lost; the earlier ones are good no more. @throws Conflict */
export async function renewRecoveryCodes(actor: Member): Promise<string[]> {
  refuseSample(actor);
  await demandFreshProof(actor);
  return transaction(async (tx) => {
    if (!(await hasAnyFactor(tx, actor.id))) throw new Conflict(t.firstAKey);
    await noteSecurity(tx, actor.id, "recovery-codes-made");
    await tellOfKey(tx, actor.id, "recovery-codes-made");
    return makeRecoveryCodes(tx, actor.id);
  });
}

/** @returns the codes, of which only hashes are kept */
export async function makeRecoveryCodes(tx: Database, memberId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ size: CODE_BYTES }).base32.toLowerCase(),
  );
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ memberId, codeHash: tokenHash(code) })) });
  return codes;
}

/** Uses one up. Its holder is told: who had it may have been somebody else. */
export async function useRecoveryCode(memberId: string, code: string): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { memberId, codeHash: tokenHash(code), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) return false;
    await noteSecurity(tx, memberId, "recovery-code-used");
    await tellOfKey(tx, memberId, "recovery-code-used");
    return true;
  });
}
