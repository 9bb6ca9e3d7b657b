import "server-only";

import type { Member } from "./member";
import { provedLately } from "./policy";
import { database } from "@/platform/database";
import { ReauthenticateFirst } from "@/platform/refusal";
import * as t from "#messages/keys";

/**
 * Asked by every command that could take an account away from its holder, or do much harm with it: whoever asks has shown lately that
 * it is them, and with a key or a code where the account has one. @throws ReauthenticateFirst
 */
export async function demandFreshProof(actor: Member): Promise<void> {
  if (!provedLately(actor)) throw new ReauthenticateFirst();
  if (await lacksItsFactor(actor)) throw new ReauthenticateFirst(t.pleaseUseYourKey);
}

/** The same as a question, for a page that shows what can be done now. */
export const isFreshlyProven = async (viewer: Member): Promise<boolean> =>
  provedLately(viewer) && !(await lacksItsFactor(viewer));

/** A password alone is not enough: the account has something better, and this session has not been shown it. */
async function lacksItsFactor(actor: Member): Promise<boolean> {
  return actor.sessionToken !== null && actor.multiFactor !== true && (await hasFactor(actor));
}

/** Codes of an app count for everybody, for every way in asks for one; a passkey counts for those who hold an office. */
export async function hasFactor(viewer: Member): Promise<boolean> {
  const holdsOffice = (viewer.heldBack ?? viewer.role) !== "reader";
  const [found] = await database().$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM totp WHERE member_id = ${viewer.id}::uuid AND confirmed_at IS NOT NULL)
      OR (${holdsOffice} AND EXISTS (SELECT FROM passkey WHERE member_id = ${viewer.id}::uuid)) AS has`;
  return found?.has === true;
}
