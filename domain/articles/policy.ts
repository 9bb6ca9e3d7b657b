import { isActive, isEditor, type Member } from "@/domain/members/member";

/** Who sits at the machine itself, and so may do what an editor may. */
export const operator = "operator";
export type Publisher = Member | typeof operator;

export const mayPublish = (by: Publisher | null): boolean =>
  by === operator || (isActive(by) && isEditor(by));
