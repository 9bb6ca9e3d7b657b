import { isActive, isAdmin, type Member, type Role } from "./member";
import { isLoopback } from "@/platform/loopback";

/** The person at the server's own keyboard, who may do what an admin may. */
export const OPERATOR = "operator";
export type Operator = typeof OPERATOR;

export const mayGiveRoles = (actor: Member | Operator | null): boolean =>
  actor === OPERATOR || isAdmin(actor);

/** Reads who is a member, with role, standing and last sign-in. */
export const mayListMembers = (actor: Member | null): actor is Member => isActive(actor) && isAdmin(actor);

/** Decides who may join, and gives out invitations. */
export const mayInvite = (actor: Member | null): actor is Member => isActive(actor) && isAdmin(actor);

/** On request: everybody erases their own account by themselves, with their password. */
export const mayEraseMember = (actor: Member | null, person: { id: string } | null): actor is Member =>
  isActive(actor) && isAdmin(actor) && actor.id !== person?.id;

/** A demo has its sample's admins; any other site needs one of its own. */
export const wantsFirstAdmin = ({ admins, demo }: { admins: number; demo: boolean }): boolean =>
  admins === 0 && !demo;

/** Whoever holds the token that the last start printed, once, and only while nobody is admin. */
export const mayBecomeFirstAdmin = ({
  admins,
  holdsToken,
}: {
  admins: number;
  holdsToken: boolean;
}): boolean => admins === 0 && holdsToken;

/** Says of which roles a second factor is demanded. */
export const mayDemandSecondFactor = (actor: Member | null): actor is Member =>
  isActive(actor) && isAdmin(actor);

/** What a session says of its holder, and the site of their role. */
type Session = Readonly<{ role: Role; sample: boolean; multiFactor: boolean; demanded: boolean }>;

/**
 * Where a second factor is demanded of a role, a session without one has a reader's rights. The sample is on its owner's machine, and
 * has no keys.
 */
export const isHeldBack = ({ role, sample, multiFactor, demanded }: Session): boolean =>
  demanded && role !== "reader" && !multiFactor && !sample;

/** So long ago somebody may have left the keyboard. Milliseconds. */
export const PROOF_HOLDS = 15 * 60_000;

/**
 * Whether they have lately shown that it is them. Operators have no session that could be old, a banned member signed in within the
 * hour, and the sample has nothing to show.
 */
export const provedLately = (
  { sessionToken, sample, authenticatedAt }: Pick<Member, "sessionToken" | "sample" | "authenticatedAt">,
  now = Date.now(),
): boolean =>
  sessionToken === null ||
  sample ||
  (authenticatedAt !== undefined && now - authenticatedAt.getTime() < PROOF_HOLDS);

/** Staff have their names to themselves: nobody else may look like them. */
export const isStaff = (member: { role: Role }): boolean => member.role !== "reader";

/**
 * One click signs in a member of the sample cast only where nobody else can be: on a site with its sample, asked
 * from the same machine, under a name that means this machine (a page elsewhere cannot borrow that name).
 */
export const mayTryTheSample = (request: { demo: boolean; ip: string; host: string }): boolean =>
  request.demo && isLoopback(request.ip) && isLoopback(request.host);
