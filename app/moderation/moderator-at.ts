import "server-only";

import { notFound, redirect } from "next/navigation";
import type { Member } from "@/domain/members/member";
import { mayListMembers } from "@/domain/members/policy";
import { mayModerate, mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { logRefusal } from "@/web/protection/security-log";
import { signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";

/**
 * Whoever reads a page of the desk: a moderator, of the site or of some articles. Signed out one signs in first; to everyone
 * else it is not there.
 */
export const moderatorAt = (path: string): Promise<Member> => whoMay(mayModerate, path);

/** A page about the whole site. */
export const siteModeratorAt = (path: string): Promise<Member> => whoMay(mayModerateEverywhere, path);

/** A page about who may do what. */
export const adminAt = (path: string): Promise<Member> => whoMay(mayListMembers, path);

/** Whoever may, by that policy. */
export async function whoMay(policy: (viewer: Member) => boolean, path: string): Promise<Member> {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(path));
  if (policy(viewer)) return viewer;
  // The way to their rights is on their account.
  if (viewer.heldBack) redirect("/account");
  logRefusal(403, { route: path.split("/", 3).join("/"), member: viewer.id });
  notFound();
}
