import "server-only";

import { readJoining, whyNotJoin, type Joining } from "./joining";
import { findInvitation } from "./invitations";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { NotAllowed, Unacceptable } from "@/platform/refusal";

/** Who may join now. */
export async function currentJoining(): Promise<Joining> {
  const row = await database().siteSetting.findUnique({ where: { key: "joining" } });
  return readJoining(row?.value);
}

/** Whether new accounts confirm their address here, without which a rule about domains keeps nobody out. */
export const addressesAreProven = (): boolean => env.provesAddress;

/** The invitation that somebody comes with, where one is needed and this one is good. */
export type Admission = { invitation: string | null };

/**
 * Whether somebody with this address may open an account now. An invitation is looked at only where it makes a difference.
 * @param token of an invitation, if one came
 * @throws NotAllowed; Unacceptable by field for an address of another domain
 */
export async function admit(email: string, token: string | undefined): Promise<Admission> {
  const joining = await currentJoining();
  const invitation = joining.way === "open" || token === undefined ? null : await findInvitation(token);
  const why = whyNotJoin(joining, { email, invited: invitation !== null });
  if (why === null) return { invitation };
  if (joining.way === "domains") throw new Unacceptable(why, { email: why });
  throw new NotAllowed(why);
}

/** The same for a new account that wants its proof sent to another address. */
export async function refuseOtherDomain(email: string, { invited }: { invited: boolean }): Promise<void> {
  const joining = await currentJoining();
  if (joining.way !== "domains") return;
  const why = whyNotJoin(joining, { email, invited });
  if (why !== null) throw new Unacceptable(why, { email: why });
}
