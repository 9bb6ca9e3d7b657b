import "server-only";

import { type SignedIn, signIn } from "@/domain/members/commands";
import type { SignIn } from "@/domain/members/schema";
import { dailyHash, rateLimitKey } from "@/web/protection/client-ip";
import { uncountRequest, type Limit, countRequest } from "@/web/protection/rate-limit";

/**
 * Signs in, and slows down whoever guesses: one account from one address, one address at many accounts, and many
 * addresses at one account. Each try is counted before the password is looked at, so that a thousand at once are
 * counted too, and taken out again when it was right.
 */
export async function signInCarefully(
  input: Pick<SignIn, "email" | "password">,
  ip: string,
): Promise<SignedIn> {
  const counts = countsOf(input.email, rateLimitKey(ip));
  for (const { rule, who, limit } of counts) await countRequest(rule, who, limit);
  const signedIn = await signIn(input);
  for (const { rule, who } of counts) await uncountRequest(rule, who);
  return signedIn;
}

const QUARTER_OF_AN_HOUR = 900;
const HOUR = 3_600;

/** The keys are keyed hashes of the day: the table of counts holds no address of either kind. */
const countsOf = (email: string, ip: string): { rule: string; who: string; limit: Limit }[] => [
  // A person who forgot a password tries a handful.
  {
    rule: "sign-in",
    who: dailyHash(`${email} ${ip}`),
    limit: { requests: 10, seconds: QUARTER_OF_AN_HOUR },
  },
  // A school or an office behind one address mistypes more often than a person.
  { rule: "sign-in from", who: dailyHash(ip), limit: { requests: 50, seconds: QUARTER_OF_AN_HOUR } },
  // High, because whoever reaches it locks the account's own holder out of new sign-ins.
  { rule: "sign-in to", who: dailyHash(email), limit: { requests: 100, seconds: HOUR } },
];
