import type { ReactNode } from "react";
import type { LogEntry } from "@/domain/moderation/log/entry";
import { ROLES } from "@/domain/members/member";
import { ROLE_NAMES } from "./member-directory";
import * as t from "#messages/offices";
import { rich } from "@/messages/rich";

type Props = Pick<LogEntry, "action" | "before" | "after" | "article"> & { member: ReactNode };

/** What an appointment did, to follow on who did it: "made Bo a moderator of …". */
export function Appointment({ action, before, after, article, member }: Props) {
  if (action === "role")
    return <>{rich(t.gaveRole, { member, before: roleName(before), after: roleName(after) })}</>;
  const discussion = article ? <a href={`/articles/${article.slug}`}>{article.title}</a> : t.aDiscussion;
  return <>{rich(action === "appoint" ? t.madeModerator : t.removedAsModerator, { member, discussion })}</>;
}

function roleName(kept: string | null): string {
  const role = ROLES.find((one) => one === kept);
  return role === undefined ? "" : ROLE_NAMES[role];
}
