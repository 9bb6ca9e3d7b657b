import type { Member } from "@/domain/members/member";
import { OPERATOR, type Operator } from "@/domain/members/policy";
import { mayGovern } from "@/domain/moderation/decisions/policy";

/** Makes a member moderator of an article, and ends it. */
export const mayAppoint = (actor: Member | Operator | null): boolean =>
  actor === OPERATOR || mayGovern(actor);
