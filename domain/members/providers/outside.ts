import { z } from "zod";

/** Somebody as an outside provider knows them: `issuer` and `subject` together are who they are, an address is not. */
export const Outsider = z.object({
  issuer: z.string(),
  subject: z.string().min(1).max(255),
  /** In its one spelling, and only where the provider says that it is theirs. */
  email: z.string().nullable(),
  /** What they are called there, to begin with. */
  name: z.string().max(200),
  /** They have shown a second factor there, where the operator lets that count. */
  multiFactor: z.boolean().optional(),
});
export type Outsider = z.infer<typeof Outsider>;

/** What becomes of somebody who comes back from a provider. */
export type Arrival =
  | { kind: "signed in"; memberId: string; token: string }
  /** Nobody here yet: an account can be opened. */
  | { kind: "new"; outsider: Outsider & { email: string } }
  /** The provider does not say that the address is theirs, or names none. */
  | { kind: "unproven" }
  /** The address is an account's, which must say itself that this is its holder. */
  | { kind: "taken" };

/** An outside account one signs in by: `provider` as people call it, `joinedAt` in ISO 8601 UTC. */
export type Joined = { id: string; provider: string; joinedAt: string };

/** A provider as a page names it: `id` stands in our addresses, `name` on the button. */
export type OfferedProvider = { id: string; name: string };
