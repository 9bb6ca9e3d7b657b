import type { Member } from "@/domain/members/member";

/** To hear of something, or not to, needs nobody's leave. */
export const mayFollow = (actor: Member | null): actor is Member => actor !== null;

/** Anybody but oneself. What staff decide is told all the same. */
export const mayMute = (actor: Member | null, person: { id: string }): actor is Member =>
  actor !== null && actor.id !== person.id;
