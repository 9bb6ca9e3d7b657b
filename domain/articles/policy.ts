import { isActive, isEditor, isModerator, type Member } from "@/domain/members/member";

/** Who sits at the machine itself, and so may do what an editor may. */
export const operator = "operator";
export type Publisher = Member | typeof operator;

/** The member who does it, for those who are told; null for the operator. */
export const memberIn = (by: Publisher): Member | null => (by === operator ? null : by);

export const mayPublish = (by: Publisher | null): boolean =>
  by === operator || (isActive(by) && isEditor(by));

/** Articles are written where they are published: an editor's draft is every editor's. */
export const mayWrite = (viewer: Member | null): viewer is Member => isActive(viewer) && isEditor(viewer);

/** What was taken from readers is read by those who look after articles and discussions. */
export const mayReadUnpublished = (viewer: Member | null): boolean => isEditor(viewer) || isModerator(viewer);
