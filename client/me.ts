import { readClock } from "@/client/clock";
import { ROLES, type Role } from "@/domain/members/member";

/** The reader as the door knows them, their unread notices, and for those who keep order what is waiting. */
export type Me =
  | { member: null }
  | { member: { handle: string; name: string; role: Role }; unread: number; waiting?: number };

const NOBODY: Me = { member: null };

/** Who is signed in here. Whatever goes wrong on the way, the page stays as it is for everyone. */
export async function whoAmI(): Promise<Me> {
  const answer = await fetch("/api/v1/me", { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return NOBODY;
  readClock(answer);
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
