import "server-only";

import { randomInt } from "node:crypto";
import { database, outsideTransaction, type Database } from "@/platform/database";
import { isSigned, sign } from "@/platform/signature";
import { newToken, tokenHash } from "@/platform/tokens";

export type Purpose = "password" | "address" | "address-undo" | "claim" | "sign-in";

/** Somebody who mistypes needs two or three; a million codes are not guessed with five. */
const TRIES = 5;
const CODE = "proof code";
const FIGURES = 6;

export type NewProof = Readonly<{
  purpose: Purpose;
  /** Null for an address without an account: all is done as with one, and nothing opens. */
  memberId: string | null;
  address: string;
  /** Seconds. */
  lasts: number;
  /** The token of the browser that asks, where a code shall do there. */
  browser?: string;
}>;

/** `at` is when it was made. */
export type Proof = { id: string; memberId: string | null; address: string; at: Date };

/** A new proof to be sent. @returns the token for its link, and the code */
export async function makeProof(
  tx: Database,
  { purpose, memberId, address, lasts, browser }: NewProof,
): Promise<{ id: string; token: string; code: string }> {
  const token = newToken();
  const code = String(randomInt(10 ** FIGURES)).padStart(FIGURES, "0");
  const { id } = await tx.proof.create({
    data: {
      purpose,
      memberId,
      address,
      tokenHash: tokenHash(token),
      expiresAt: new Date(Date.now() + lasts * 1_000),
      ...(browser !== undefined && {
        browserHash: tokenHash(browser),
        codeHash: sign(CODE, `${browser} ${code}`),
      }),
    },
    select: { id: true },
  });
  return { id, token, code };
}

/**
 * Ends what was sent before, by whom it is for or by where it was sent. With `undoing`, the undoing of an address, what undoes an earlier
 * change stays good.
 */
export async function endProofs(
  tx: Database,
  { undoing, ...which }: { purpose?: Purpose; memberId?: string; address?: string; undoing?: Proof },
): Promise<void> {
  const stays = undoing && { purpose: "address-undo" as const, id: { lt: undoing.id } };
  await tx.proof.updateMany({
    where: { ...which, usedAt: null, ...(stays && { NOT: stays }) },
    data: { usedAt: new Date() },
  });
}

/** The proof of this link, while it is good. Looking changes nothing. */
export async function proofByToken(purpose: Purpose, token: string): Promise<Proof | null> {
  return database().proof.findUnique({
    where: { purpose, tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, memberId: true, address: true, at: true },
  });
}

/**
 * The proof of this code in the browser that asked. Each try is counted before the code is looked at, also where the rest is undone.
 * @returns null for a wrong code, and after the last try for every one
 */
export async function proofByCode(purpose: Purpose, browser: string, code: string): Promise<Proof | null> {
  const hash = tokenHash(browser);
  const [asked] = await outsideTransaction(
    (db) => db.$queryRaw<(Proof & { code: string })[]>`
      UPDATE proof SET tries = tries + 1
      WHERE browser_hash = ${hash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > now() AND tries < ${TRIES}
      RETURNING id::text, member_id::text AS "memberId", address, at, code_hash AS code`,
  );
  if (!asked || !isSigned(CODE, `${browser} ${code}`, asked.code)) return null;
  return { id: asked.id, memberId: asked.memberId, address: asked.address, at: asked.at };
}

/** Uses it up. @returns false where somebody else just did, or a newer one ended it */
export async function useProof(tx: Database, { id }: Proof): Promise<boolean> {
  const { count } = await tx.proof.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
