import "server-only";

import type { Member } from "@/domain/members/member";
import { SignInFirst } from "@/platform/refusal";
import { bannedMemberFrom } from "@/web/sessions/banned-access";
import { viewerOf } from "@/web/sessions/session-cookie";

type Cookies = string | undefined;

/**
 * Who a route is for, and how they are found by the Cookie header. This only says whether somebody must be signed in; what they
 * may do, a policy decides in the command.
 */
export type Who<Actor extends Member | null> = {
  name: "anyone" | "member" | "memberOrBanned";
  find: (cookies: Cookies) => Promise<Actor>;
};

export const anyone: Who<Member | null> = { name: "anyone", find: viewerOf };

export const member: Who<Member> = {
  name: "member",
  find: async (cookies) => (await viewerOf(cookies)) ?? refuseTheUnknown(),
};

/** A member, or a banned one who has signed in to what a ban leaves them: reasons, appeal, a copy of their data. */
export const memberOrBanned: Who<Member> = {
  name: "memberOrBanned",
  find: async (cookies) =>
    (await viewerOf(cookies)) ?? (await bannedMemberFrom(cookies)) ?? refuseTheUnknown(),
};

function refuseTheUnknown(): never {
  throw new SignInFirst();
}
