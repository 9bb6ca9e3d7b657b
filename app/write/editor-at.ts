import "server-only";

import { whoMay } from "@/app/moderation/moderator-at";
import { mayReadUnpublished, mayWrite } from "@/domain/articles/policy";
import type { Member } from "@/domain/members/member";

/** Whoever writes articles. Signed out one signs in first; to everyone else the page is not there. */
export const editorAt = (path: string): Promise<Member> => whoMay(mayWrite, path);

/** Whoever looks after articles or their discussions. */
export const staffAt = (path: string): Promise<Member> => whoMay(mayReadUnpublished, path);
