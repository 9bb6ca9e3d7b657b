import "server-only";

import { cookies } from "next/headers";
import { cache } from "react";
import { holderOfTicket } from "@/domain/members/second-factor-ticket";
import type { Member } from "@/domain/members/member";
import { bannedMemberFrom } from "./banned-access";
import { secondFactorTicket } from "./second-factor-cookie";
import { recoveryCodesIn } from "./recovery-codes-cookie";
import { viewerOf } from "./session-cookie";
import { drawnFor } from "@/web/pages/whose-page";

/** Who reads a personal page; asked once a request however many components ask. Public pages must not ask. */
export const currentViewer = cache(async (): Promise<Member | null> => {
  const viewer = await viewerOf((await cookies()).toString());
  drawnFor(viewer);
  return viewer;
});

/** A banned member who has signed in to read the decisions about them; they are nobody everywhere else. */
export const currentBannedMember = cache(async (): Promise<Member | null> => {
  const banned = await bannedMemberFrom((await cookies()).toString());
  drawnFor(banned);
  return banned;
});

/** Whether this browser has shown a password, or a mail's link, of an account that asks for a code as well. */
export const awaitsSecondFactor = async (): Promise<boolean> =>
  (await holderOfTicket(secondFactorTicket((await cookies()).toString()))) !== null;

/** Recovery codes that this browser has just had made for the viewer. */
export const newRecoveryCodesOf = async (viewer: Member): Promise<string[]> =>
  recoveryCodesIn((await cookies()).toString(), viewer.id);
