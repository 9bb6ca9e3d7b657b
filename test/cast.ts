import { randomBytes } from "node:crypto";
import { endSessions } from "@/domain/members/sessions";
import { signIn } from "@/domain/members/sign-in";
import { addMember } from "@/domain/members/sign-up";
import type { Member, Role } from "@/domain/members/member";
import { memberBySession } from "@/domain/members/queries";
import { database } from "@/platform/database";

/** What everyone in the cast signs in with. */
export const CAST_PASSWORD = "a play of many parts";

/** Well past being a newcomer, whatever the policy of the day counts as one. */
const ESTABLISHED = 20;

export type Player = Member & { email: string; sessionToken: string };

/** Ada moderates, Bo writes and is known here, Cy is new, Dee is banned. Each call is another company, with handles of its own. */
export async function cast(): Promise<{ ada: Player; bo: Player; cy: Player; dee: Player }> {
  const [ada, bo, cy, dee] = await Promise.all([
    aModerator(),
    anEstablishedReader(),
    aMember({ name: "Cy" }),
    aBannedMember(),
  ]);
  return { ada, bo, cy, dee };
}

export const aModerator = (): Promise<Player> => aMember({ name: "Ada", role: "moderator" });
export const anEditor = (): Promise<Player> => aMember({ name: "Eve", role: "editor" });
export const anAdmin = (): Promise<Player> => aMember({ name: "Max", role: "admin" });
export const anEstablishedReader = (): Promise<Player> => aMember({ name: "Bo", approvedCount: ESTABLISHED });

/** A member as they come from sign-in. */
export async function aMember({
  name = "Fay",
  role = "reader",
  approvedCount = 0,
}: { name?: string; role?: Role; approvedCount?: number } = {}): Promise<Player> {
  const handle = `${name.toLowerCase().replace(/[^a-z0-9]/gu, "x")}-${randomBytes(6).toString("hex")}`;
  const email = `${handle}@example.org`;
  await addMember({ email, handle, name: `${name} ${handle.slice(-4)}`, role, password: CAST_PASSWORD });
  if (approvedCount > 0) await database().member.update({ where: { handle }, data: { approvedCount } });
  const { token } = await signIn({ email, password: CAST_PASSWORD });
  return { ...(await again(token)), email, sessionToken: token };
}

async function again(token: string): Promise<Member> {
  const member = await memberBySession(token);
  if (!member) throw new Error("A player who has just come on is gone.");
  return member;
}

/** Gil has signed up, and has not confirmed his address yet. */
export async function anUnprovenMember(): Promise<Player> {
  const gil = await aMember({ name: "Gil" });
  const claims = { email: null, claimedEmail: gil.email, provenAt: null };
  await database().member.update({ where: { id: gil.id }, data: claims });
  return { ...gil, unproven: true };
}

/** Her session is over and no new one opens; a command that is handed her all the same finds her shut out. */
async function aBannedMember(): Promise<Player> {
  const dee = await aMember({ name: "Dee" });
  const reason = "Insulted everyone in turn.";
  await database().sanction.create({ data: { memberId: dee.id, kind: "ban", reason, decisionId: dee.id } });
  await endSessions(database(), dee.id);
  return { ...dee, suspension: { until: null, reason } };
}
