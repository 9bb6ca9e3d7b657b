import { z } from "zod";
import * as t from "#messages/joining";
import { say } from "@/messages/say";

/** Who may open an account: anybody; whoever has an address of some domains, or an invitation; with an invitation only; nobody. */
export const WAYS = ["open", "domains", "invitation", "closed"] as const;
export type Way = (typeof WAYS)[number];

/** Nobody fills in a form of four fields in less; a password manager and its owner need longer. Milliseconds. */
export const FILLED_IN_AFTER = 2_000;

/** Longer lists of domains are no community's. */
export const MOST_DOMAINS = 50;

const Joining = z.object({
  way: z.enum(WAYS).default("open"),
  /** In their one spelling (see `email-address.ts`). */
  domains: z.array(z.string().max(253)).max(MOST_DOMAINS).default([]),
});
export type Joining = z.infer<typeof Joining>;

/** Nobody was let in by a setting that cannot be read: where it is another version's, an admin looks at it. */
const UNREADABLE: Joining = { way: "closed", domains: [] };

/** The kept value; without one everybody may join. */
export const readJoining = (kept: unknown): Joining => Joining.safeParse(kept ?? {}).data ?? UNREADABLE;

/** The sentence for whoever may not join, or null. @param email in its one spelling */
export function whyNotJoin(
  joining: Joining,
  { email, invited }: { email: string; invited: boolean },
): string | null {
  if (joining.way === "closed") return t.nobodyCanJoin;
  if (invited || joining.way === "open") return null;
  if (joining.way === "invitation") return t.onlyWithAnInvitation;
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return joining.domains.includes(domain)
    ? null
    : say(t.onlyFromTheseDomains, { domains: joining.domains.join(", ") });
}

/** What the page to sign up says, and whether there is a form on it. */
export type ToKnow = { open: boolean; sentence: string | null };

/** @param invitation whether one came, and lets somebody in */
export function whatToKnow({ way, domains }: Joining, invitation: "none" | "good" | "bad"): ToKnow {
  if (way === "closed") return { open: false, sentence: t.nobodyCanJoin };
  if (way === "open") return { open: true, sentence: invitation === "good" ? t.youAreInvited : null };
  if (invitation === "good") return { open: true, sentence: t.youAreInvited };
  if (way === "domains")
    return { open: true, sentence: say(t.joinWithAnAddressAt, { domains: domains.join(", ") }) };
  return { open: false, sentence: invitation === "bad" ? t.thatInvitationIsNotGood : t.onlyWithAnInvitation };
}

/** `link` is the whole address, null where the site has another secret now; times in ISO 8601 UTC. */
export type Invitation = {
  id: string;
  link: string | null;
  note: string;
  uses: number;
  used: number;
  madeBy: string | null;
  expiresAt: string;
};

/** What somebody who signs up is shown and agrees to, by version, and the age they say they have (years; 0: none is asked). */
export type Agreement = { rules: number; terms: number; privacy: number; age: number };

/** As the member's row keeps it. The age is not kept: with the day they joined, the versions of the setting say what was asked. */
export const agreedTo = ({ rules, terms, privacy }: { [Part in keyof Agreement]?: number | undefined }) => ({
  rulesVersion: rules,
  termsVersion: terms,
  privacyVersion: privacy,
});
