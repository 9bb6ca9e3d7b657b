import { isActive, isAdmin, type Member } from "@/domain/members/member";

/** What the machine is doing: for those who can do something about it. */
export const mayReadStatus = (actor: Member | null): actor is Member => isActive(actor) && isAdmin(actor);
