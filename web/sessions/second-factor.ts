import "server-only";

import { confirmByCode, confirmByPassword } from "@/domain/members/confirm-identity";
import { holderOfTicket } from "@/domain/members/second-factor-ticket";
import { isRecoveryCode } from "@/domain/members/keys/schema";
import type { Member } from "@/domain/members/member";
import type { SignedIn } from "@/domain/members/sessions";
import { signInWithCode } from "@/domain/members/sign-in-by-code";
import { SignInFirst } from "@/platform/refusal";
import { dailyHash } from "@/web/protection/client-ip";
import { countRequest, type Limit, uncountRequest } from "@/web/protection/rate-limit";
import { deviceCookie, deviceOf } from "./device-cookie";
import { secondFactorTicket } from "./second-factor-cookie";
import * as t from "#messages/keys";

/** Somebody who mistypes needs two or three. */
const AT_ONCE: Limit = { requests: 5, seconds: 900 };
/** A million codes, three of them good at a time: so many tries a day find one in thirty years. */
const IN_A_DAY: Limit = { requests: 30, seconds: 86_400 };

/**
 * The second half of signing in. Tries are counted for the account, and nobody comes so far without its password or its mail; a browser
 * that has signed in to it before is counted by itself, so that not even they lock its holder out. A recovery code is not guessed, so
 * it is not counted: its holder gets in whatever others try.
 * @param cookies the Cookie header
 * @returns also the Set-Cookie lines by which this browser is known to the account
 */
export async function codeCarefully(
  code: string,
  cookies: string | undefined,
): Promise<SignedIn & { known: string[] }> {
  const half = await holderOfTicket(secondFactorTicket(cookies));
  if (!half) throw new SignInFirst(t.pleaseBeginAgain);
  const { email, ...credentials } = half;
  const device = email === null ? null : deviceOf(email, cookies);
  const who = dailyHash(device === null ? `code ${credentials.id}` : `code on ${device}`);
  const signedIn = await counted(code, who, () => signInWithCode(code, credentials));
  return { ...signedIn, known: email === null ? [] : [deviceCookie(email, cookies)] };
}

/** Whoever holds the session is counted, and nobody else is hindered by it. */
export const confirmCodeCarefully = (code: string, actor: Member): Promise<SignedIn> =>
  counted(code, whoConfirms(actor), () => confirmByCode(code, actor));

export const confirmPasswordCarefully = (current: string, actor: Member): Promise<SignedIn> =>
  counted("", whoConfirms(actor), () => confirmByPassword(current, actor));

const whoConfirms = ({ id, sessionToken }: Member): string =>
  dailyHash(`confirm ${id} ${sessionToken ?? ""}`);

async function counted<T>(code: string, who: string, attempt: () => Promise<T>): Promise<T> {
  if (isRecoveryCode(code)) return attempt();
  await countRequest("code", who, AT_ONCE);
  await countRequest("code in a day", who, IN_A_DAY);
  const done = await attempt();
  await uncountRequest("code", who);
  await uncountRequest("code in a day", who);
  return done;
}
