import "server-only";

import { CodeNeeded } from "./second-factor-ticket";
import { asksForCode } from "./keys/app-codes";
import { provePassword } from "./known-password";
import { credentialsOf, lastingBanOf, memberBySession } from "./queries";
import { REDRESS_SECONDS, SESSION_SECONDS, type SignIn } from "./schema";
import { openSession, type Credentials, type SignedIn } from "./sessions";
import { env } from "@/platform/env";
import { NotAllowed, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/** 403 for a banned member who knows the password, with a session that opens the decisions about them and nothing else. */
export class AccountClosed extends NotAllowed {
  constructor(
    message: string,
    readonly memberId: string,
    readonly token: string,
  ) {
    super(message);
  }
}

/** One answer, after one comparison of a password, whether or not there is such an account. */
const NOT_TOGETHER = env.provesAddress ? t.notTogetherOrNotConfirmed : t.thatAddressAndThatPassword;

/** A new session for whoever knows the password. The ban of a banned member is told only to them. */
export async function signIn({ email, password }: Pick<SignIn, "email" | "password">): Promise<SignedIn> {
  const credentials = await provePassword(password, await credentialsOf(email));
  if (!credentials) throw new Unacceptable(NOT_TOGETHER);
  return letIn(credentials, NOT_TOGETHER);
}

/**
 * A session for whoever has shown that the account is theirs, by whichever way.
 * @param sentence for whom the account has changed meanwhile
 * @param multiFactor whether they have shown a second thing as well
 * @throws CodeNeeded where they shall, AccountClosed for a banned member, Unacceptable
 */
export async function letIn(
  credentials: Credentials,
  sentence: string,
  multiFactor = false,
): Promise<SignedIn> {
  if (!multiFactor && (await asksForCode(credentials.id))) throw new CodeNeeded(credentials);
  const ban = await lastingBanOf(credentials.id);
  const seconds = ban ? REDRESS_SECONDS : SESSION_SECONDS;
  const token = await openSession(credentials, { seconds, multiFactor });
  // The password was changed, or the account erased, between the comparison and the session.
  if (token === null) throw new Unacceptable(sentence);
  if (ban)
    throw new AccountClosed(
      say(t.accountClosedUntil, {
        until: ban.until ? say(t.untilUntil, { until: ban.until.toISOString().slice(0, 10) }) : "",
        reason: ban.reason,
      }),
      credentials.id,
      token,
    );
  const member = await memberBySession(token);
  // Banned since.
  if (!member) throw new Unacceptable(sentence);
  return { member, token };
}
