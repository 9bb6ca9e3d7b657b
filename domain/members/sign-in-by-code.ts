import "server-only";

import { whyNotThisCode } from "./keys/app-codes";
import { isCodeOf } from "./keys/factors";
import type { Credentials, SignedIn } from "./sessions";
import { letIn } from "./sign-in";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/keys";

/** The second half of signing in. @throws Unacceptable by field, AccountClosed */
export async function signInWithCode(code: string, half: Credentials): Promise<SignedIn> {
  if (!(await isCodeOf(half.id, code))) {
    const why = await whyNotThisCode(half.id);
    throw new Unacceptable(why, { code: why });
  }
  return letIn(half, t.pleaseBeginAgain, true);
}
