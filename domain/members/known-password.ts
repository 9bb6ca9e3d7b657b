import "server-only";

import { database } from "@/platform/database";
import { hashPassword, isPassword } from "@/platform/passwords";
import type { Credentials } from "./sessions";

/** Passwords are hashed in NFC. They once were in NFKC, which for most is the same: both are tried, so that nobody is locked out. */
const forms = (typed: string): string[] => [...new Set([typed, typed.normalize("NFKC")])];

/** @param typed in NFC. How often it is compared depends on what was typed alone, unless it is right. */
export async function isKnownPassword(typed: string, kept: string | null): Promise<boolean> {
  return (await formKnown(typed, kept)) !== null;
}

/** The same at sign-in, where an older form gives way to today's. @returns null for a wrong password; else the hash that stands now */
export async function provePassword(typed: string, known: Credentials | null): Promise<Credentials | null> {
  const form = await formKnown(typed, known?.passwordHash ?? null);
  if (!known || form === null) return null;
  return form === typed ? known : renewed(typed, known);
}

async function formKnown(typed: string, kept: string | null): Promise<string | null> {
  for (const form of forms(typed)) if (await isPassword(form, kept)) return form;
  return null;
}

async function renewed(typed: string, { id, passwordHash: before }: Credentials): Promise<Credentials> {
  const passwordHash = await hashPassword(typed);
  // Where it was changed at this moment nothing is written, and no session opens with either.
  await database().member.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } });
  return { id, passwordHash };
}
