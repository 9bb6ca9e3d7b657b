import "server-only";

import { isCodeOf } from "./keys/factors";
import type { Credentials, SignedIn } from "./sessions";
import { letIn } from "./sign-in";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/keys";

/** The second half of signing in. @throws Unacceptable by field, AccountClosed */
export async function signInWithCode(code: string, half: Credentials): Promise<SignedIn> {
  if (!(await isCodeOf(half.id, code)))
    throw new Unacceptable(t.thatCodeIsWrong, { code: t.thatCodeIsWrong });
  return letIn(half, t.pleaseBeginAgain, true);
}
