import "server-only";

import { InvitationsSchema, JoiningSchema, MadeInvitationSchema } from "@/domain/members/joining/answers";
import { changeJoining } from "@/domain/members/joining/commands";
import { endInvitation, invitationsFor, makeInvitation } from "@/domain/members/joining/invitations";
import { currentJoining } from "@/domain/members/joining/queries";
import { ChangedJoining, NewInvitation } from "@/domain/members/joining/schema";
import { perMinute } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { created, done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";

/** Who may open an account. */
export function joining(door: Door): void {
  door.get("/joining", {
    who: anyone,
    output: { 200: JoiningSchema },
    summary: "Who may open an account",
    run: async () => ok(await currentJoining()),
  });

  door.put("/joining", {
    who: member,
    output: { 200: JoiningSchema },
    summary: "Decide who may open an account, for admins",
    input: ChangedJoining,
    example: { way: "domains", domains: ["example.org"] },
    limit: perMinute(30),
    run: async ({ input, actor }) => {
      const changed = await changeJoining(input, actor);
      logSecurity("joining changed", { member: actor.id });
      return ok(changed, { location: "/moderation/joining" });
    },
  });

  door.get("/invitations", {
    who: member,
    output: { 200: InvitationsSchema },
    summary: "The open invitations, for admins",
    run: async ({ actor }) => ok({ invitations: await invitationsFor(actor) }),
  });

  door.post("/invitations", {
    who: member,
    output: { 201: MadeInvitationSchema },
    summary: "Create an invitation: a link to sign up with",
    input: NewInvitation,
    example: { uses: 30, days: 14, note: "The class of 2027" },
    limit: perMinute(30),
    replay: false,
    run: async ({ input, actor }) => {
      const made = await makeInvitation(input, actor);
      logSecurity("invitation made", { member: actor.id });
      return created(made, { location: "/moderation/joining" });
    },
  });

  door.delete("/invitations/{id}", {
    who: member,
    output: { 204: null },
    summary: "End an invitation; whoever came by it stays",
    run: async ({ params, actor }) => {
      await endInvitation(params.id, actor);
      logSecurity("invitation ended", { member: actor.id });
      return done({ location: "/moderation/joining" });
    },
  });
}
