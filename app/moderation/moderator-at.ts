import "server-only";

import { notFound, redirect } from "next/navigation";
import type { Member } from "@/domain/members/member";
import { mayModerate } from "@/domain/moderation/decisions/policy";
import { signInFor } from "@/web/asked";
import { currentViewer } from "@/web/session";

/** Whoever reads a page of the desk: a moderator. Signed out one signs in first; to everyone else it is not there. */
export async function moderatorAt(path: string): Promise<Member> {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInFor(path));
  if (!mayModerate(viewer)) notFound();
  return viewer;
}
