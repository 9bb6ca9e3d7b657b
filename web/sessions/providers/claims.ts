import { z } from "zod";
import { readEmail } from "@/domain/members/email-address";
import type { Outsider } from "@/domain/members/providers/outside";

/** What a provider says of somebody, in its token's own words (OpenID Connect Core, 5.1). Some write `email_verified` as a word. */
const Claims = z.object({
  iss: z.string(),
  sub: z.union([z.string().min(1).max(255), z.number().transform(String)]),
  email: z.string().max(1_000).optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
    .optional()
    .catch(undefined),
  name: z.string().optional().catch(undefined),
  /** How they signed in there (OpenID Connect Core, 2; the values of `amr` are those of RFC 8176). */
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
});

/**
 * Null for what names nobody. An address without the provider's word for it is none.
 * @param secondStep values by which the provider is believed that they have shown a second factor there
 */
export function outsiderIn(claims: unknown, secondStep: readonly string[]): Outsider | null {
  const read = Claims.safeParse(claims);
  if (!read.success) return null;
  const { iss, sub, email = "", email_verified: isTheirs = false, name = "", acr = "", amr = [] } = read.data;
  return {
    issuer: iss,
    subject: sub,
    email: isTheirs ? (readEmail(email).address ?? null) : null,
    name: Array.from(name).slice(0, 200).join(""),
    multiFactor: [acr, ...amr].some((value) => secondStep.includes(value)),
  };
}
