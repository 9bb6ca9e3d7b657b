import "server-only";

import { asksForCode, isAppCode } from "./app-codes";
import type { OwnFactors } from "./key";
import { passkeysOf } from "./passkeys";
import { useRecoveryCode } from "./recovery-codes";
import { isRecoveryCode } from "./schema";
import type { Member } from "@/domain/members/member";
import { database } from "@/platform/database";

/** What stands beside the viewer's password. */
export async function factorsOf(viewer: Member): Promise<OwnFactors> {
  const [passkeys, app, codes] = await Promise.all([
    passkeysOf(viewer),
    asksForCode(viewer.id),
    database().recoveryCode.count({ where: { memberId: viewer.id, usedAt: null } }),
  ]);
  return { passkeys, app, codes };
}

/** Whether this is a code of the account's: of its app, or for recovery. It is used up. */
export const isCodeOf = (memberId: string, code: string): Promise<boolean> =>
  isRecoveryCode(code) ? useRecoveryCode(memberId, code) : isAppCode(memberId, code);
