import { ROLES, type Role } from "@/domain/members/member";

/** The reader as the door knows them; `unread` notices, and for moderators what waits in the queue. */
export type Me = {
  member: { handle: string; name: string; role: Role } | null;
  unread: number;
  queue?: number;
};

const NOBODY: Me = { member: null, unread: 0 };

/** Who is signed in here. Whatever goes wrong on the way, the page stays as it is for everyone. */
export async function whoAmI(): Promise<Me> {
  const answer = await fetch("/api/v1/me", { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return NOBODY;
  const told: unknown = await answer.json().catch(() => null);
  return isMe(told) ? told : NOBODY;
}

function isMe(told: unknown): told is Me {
  if (!isRecord(told)) return false;
  const { member } = told;
  if (member === null) return true;
  return (
    typeof told.unread === "number" &&
    isRecord(member) &&
    typeof member.handle === "string" &&
    typeof member.name === "string" &&
    ROLES.some((role) => role === member.role)
  );
}

const isRecord = (told: unknown): told is Record<string, unknown> =>
  typeof told === "object" && told !== null;
