import "server-only";

import { askForAddress, proveAddress, undoAddress } from "@/domain/members/address-change";
import { SecurityEventsSchema, SessionsSchema } from "@/domain/members/answers";
import { AddressProof, NewAddress } from "@/domain/members/schema";
import { securityEventsOf } from "@/domain/members/security-events";
import { sessionsOf } from "@/domain/members/own-sessions";
import { endOtherSessions, endSession } from "@/domain/members/sessions";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";

const ADDRESSES_TRIED = 10;

/** What is one's own: where one is signed in, what was done to the account, its address. */
export function account(door: Door): void {
  door.get("/account/sessions", {
    who: member,
    output: { 200: SessionsSchema },
    summary: "The browsers you are signed in with",
    run: async ({ actor }) => ok({ sessions: await sessionsOf(actor) }),
  });

  door.delete("/account/sessions/{id}", {
    who: member,
    output: { 204: null },
    summary: "Sign out of one browser",
    run: async ({ params, actor }) => {
      await endSession(params.id, actor);
      logSecurity("signed out", { member: actor.id });
      return done({ location: "/account?said=session" });
    },
  });

  door.delete("/account/other-sessions", {
    who: member,
    output: { 204: null },
    summary: "Sign out of every browser but this one",
    run: async ({ actor }) => {
      await endOtherSessions(actor);
      logSecurity("signed out everywhere", { member: actor.id });
      return done({ location: "/account?said=sessions" });
    },
  });

  door.get("/account/security", {
    who: member,
    output: { 200: SecurityEventsSchema },
    summary: "Account activity, newest first",
    run: async ({ actor }) => ok({ events: await securityEventsOf(actor) }),
  });

  door.put("/account/address", {
    who: member,
    output: { 204: null },
    summary: "Ask to change your e-mail address; a link is sent to the new one",
    input: NewAddress,
    example: { email: "cy@example.com" },
    limit: perHour(ADDRESSES_TRIED),
    run: async ({ input, actor }) => {
      await askForAddress(input, actor);
      logSecurity("another address asked for", { member: actor.id });
      return done({ location: "/account?said=address" });
    },
  });

  door.post("/account/address/proof", {
    who: anyone,
    output: { 204: null },
    summary: "Confirm a new address by the link that was sent to it",
    input: AddressProof,
    example: { token: "q".repeat(43) },
    limit: perHour(60),
    replay: false,
    run: async ({ input, actor }) => {
      const owner = await proveAddress(input.token);
      // A mail is read on any device, where nobody is signed in, or somebody else.
      return done({ location: owner === actor?.id ? "/account?said=proven" : "/new-address?said=proven" });
    },
  });

  door.post("/account/address/undo", {
    who: anyone,
    output: { 204: null },
    summary: "Undo a change of address by the link that was sent to the old one",
    input: AddressProof,
    example: { token: "q".repeat(43) },
    limit: perHour(60),
    replay: false,
    run: async ({ input }) => {
      await undoAddress(input.token);
      return done({ location: "/forgotten-password?said=undone" });
    },
  });
}
