import { mayPublish, mayReadUnpublished, type Publisher } from "@/domain/articles/policy";
import type { Member } from "@/domain/members/member";

/** Whoever writes articles puts pictures into them. */
export const mayUpload = (by: Publisher | null): boolean => mayPublish(by);

/** A picture that nothing published shows is seen by whoever may read what is not published. */
export const maySeeUnpublished = (viewer: Member | null): boolean => mayReadUnpublished(viewer);
