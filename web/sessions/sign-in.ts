import "server-only";

import { CodeNeeded } from "@/domain/members/second-factor-ticket";
import type { SignedIn } from "@/domain/members/sessions";
import { AccountClosed, signIn } from "@/domain/members/sign-in";
import type { SignIn } from "@/domain/members/schema";
import { isRefusal } from "@/platform/refusal";
import { dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { countRequest, type Limit, perMinute, uncountRequest } from "@/web/protection/rate-limit";
import { logSecurity, shortHash } from "@/web/protection/security-log";
import { deviceOf } from "./device-cookie";

/** `cookies` is the Cookie header. */
type From = Readonly<{ ip: string; cookies: string | undefined }>;

/**
 * Signs in, and slows down whoever guesses: one account from one address, one address at many accounts, and many
 * addresses at one account. A browser that has signed in to the account before is counted by itself alone. Each try is counted
 * before the password is looked at, so that a thousand at once are counted too, and taken out again when it was right.
 */
export async function signInCarefully(
  { email, password }: Pick<SignIn, "email" | "password">,
  { ip, cookies }: From,
): Promise<SignedIn> {
  try {
    const { tries, failures } = countsOf(email, rateLimitKey(ip), deviceOf(email, cookies));
    for (const { rule, who, limit } of [tries, ...failures]) await countRequest(rule, who, limit);
    const signedIn = await signIn({ email, password }).catch(async (problem: unknown) => {
      // The password was right.
      if (problem instanceof CodeNeeded) await uncount(failures);
      throw problem;
    });
    await uncount(failures);
    logSecurity("signed in", { member: signedIn.member.id });
    return signedIn;
  } catch (problem) {
    if (problem instanceof CodeNeeded) logSecurity("code asked for", { account: shortHash(email) });
    else if (isRefusal(problem))
      logSecurity("sign-in refused", {
        account: shortHash(email),
        status: problem.status,
        member: problem instanceof AccountClosed ? problem.memberId : undefined,
      });
    throw problem;
  }
}

async function uncount(failures: readonly Count[]): Promise<void> {
  for (const { rule, who } of failures) await uncountRequest(rule, who);
}

const QUARTER_OF_AN_HOUR = 900;
const HOUR = 3_600;

type Count = { rule: string; who: string; limit: Limit };

/** The keys are keyed hashes of the day: the table of counts holds no address of either kind. */
function countsOf(email: string, ip: string, device: string | null): { tries: Count; failures: Count[] } {
  if (device !== null) {
    const who = dailyHash(`device ${device}`);
    return {
      tries: { rule: "sign-ins on", who, limit: perMinute(60) },
      failures: [{ rule: "sign-in on", who, limit: { requests: 10, seconds: QUARTER_OF_AN_HOUR } }],
    };
  }
  return {
    tries: { rule: "sign-ins from", who: dailyHash(ip), limit: perMinute(60) },
    failures: [
      // A person who forgot a password tries a handful.
      {
        rule: "sign-in",
        who: dailyHash(`${email} ${ip}`),
        limit: { requests: 10, seconds: QUARTER_OF_AN_HOUR },
      },
      // A school or an office behind one address mistypes more often than a person.
      {
        rule: "sign-in from",
        who: dailyHash(ip),
        limit: { requests: 50, seconds: QUARTER_OF_AN_HOUR },
      },
      // High, because whoever reaches it locks the account's own holder out of browsers it is not known to.
      { rule: "sign-in to", who: dailyHash(email), limit: { requests: 100, seconds: HOUR } },
    ],
  };
}
