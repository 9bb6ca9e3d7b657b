import { mayReport } from "@/domain/comments/policy";
import type { Member } from "@/domain/members/member";

type Reported = Parameters<typeof mayReport>[1];

/** Anyone may give notice of what the law forbids; a member who may not write may still not complain of the house's manners. */
export const mayGiveNotice = (actor: Member | null, comment: Reported): boolean =>
  comment.state === "visible" && (actor === null || actor.id !== comment.authorId);

export { mayReport };
