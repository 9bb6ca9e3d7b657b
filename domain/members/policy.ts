import { isAdmin, type Member, type Role } from "@/domain/members/member";

/** The person at the server's own keyboard, who may do what an admin may. */
export const OPERATOR = "operator";
export type Operator = typeof OPERATOR;

export const mayGiveRoles = (actor: Member | Operator | null): boolean =>
  actor === OPERATOR || isAdmin(actor);

/** Staff have their names to themselves: nobody else may look like them. */
export const isStaff = (member: { role: Role }): boolean => member.role !== "reader";

/**
 * One click signs in a member of the sample cast only where nobody else can be: on a site with its sample, asked
 * from the same machine, under a name that means this machine (a page elsewhere cannot borrow that name).
 */
export const mayTryTheSample = (request: { demo: boolean; address: string; host: string }): boolean =>
  request.demo && isLoopbackAddress(request.address) && isLoopbackHost(request.host);

/** 127.0.0.0/8 and ::1, also as an IPv4 address in IPv6's clothes. */
export const isLoopbackAddress = (address: string): boolean =>
  address === "::1" || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address);

export const isLoopbackHost = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
