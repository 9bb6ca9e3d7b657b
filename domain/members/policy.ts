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

/** Staff have their names to themselves: nobody else may look like them. */
export const isStaff = (member: { role: Role }): boolean => member.role !== "reader";

/**
 * One click signs in a member of the sample cast only where nobody else can be: on a site with its sample, asked
 * from the same machine, under a name that means this machine (a page elsewhere cannot borrow that name).
 */
export const mayTryTheSample = (request: { demo: boolean; ip: string; host: string }): boolean =>
  request.demo && isLoopback(request.ip) && isLoopback(request.host);
