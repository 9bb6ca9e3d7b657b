import "server-only";

import { z } from "zod";
import { commentsOfMember } from "@/domain/comments/members";
import { MembersCommentsQuery } from "@/domain/comments/schema";
import { changePassword, changeProfile, setRole, signUp } from "@/domain/members/commands";
import { ROLES } from "@/domain/members/member";
import { ownData } from "@/domain/members/own-data";
import { accountOf, memberByHandle } from "@/domain/members/queries";
import { ChangedPassword, NewMember, NewProfile, NewRole, ProfileChange } from "@/domain/members/schema";
import { NotFound } from "@/platform/refusal";
import { anyone, concerned, created, type Door, done, member, ok, perHour, perMinute } from "@/web/frame";
import { inPieces } from "@/web/in-pieces";
import { sameSitePath } from "@/web/paths";
import { sessionCookie } from "@/web/sessions/session-cookie";

const Author = z.strictObject({ handle: z.string(), name: z.string(), role: z.enum(ROLES) });
const Profile = z.strictObject({
  ...Author.shape,
  bio: z.string(),
  joinedAt: z.iso.datetime(),
  approvedCount: z.int(),
  honourCount: z.int(),
  sample: z.boolean(),
});
const Account = Profile.extend({ email: z.string(), sessions: z.int() });

export function members(door: Door): void {
  door.post("/members", {
    who: anyone,
    summary: "Sign up, and be signed in",
    input: NewMember,
    output: z.strictObject({ member: Author }),
    limit: perHour(SIGN_UPS),
    replay: false,
    run: async ({ input }) => {
      const { member, token } = await signUp(input);
      return created(
        { member: Author.strip().parse(member) },
        {
          location: sameSitePath(input.next) ?? `/members/${member.handle}`,
          cookies: [await sessionCookie(token)],
        },
      );
    },
  });

  door.get("/members/{handle}", {
    who: anyone,
    summary: "A member, as everyone sees them",
    output: z.strictObject({ member: Profile }),
    run: async ({ params }) => {
      const found = await memberByHandle(params.handle);
      if (!found) throw new NotFound("There is no member of that name.");
      return ok({ member: Profile.strip().parse(found) });
    },
  });

  door.get("/members/{handle}/comments", {
    who: anyone,
    summary: "What a member wrote, newest first",
    query: MembersCommentsQuery,
    run: async ({ params, query, actor }) => {
      if (!(await memberByHandle(params.handle))) throw new NotFound("There is no member of that name.");
      return ok(await commentsOfMember(params.handle, query, actor));
    },
  });

  door.put("/members/{handle}/role", {
    who: member,
    summary: "Give a member a role",
    input: NewRole,
    run: async ({ params, input, actor }) => {
      await setRole({ handle: params.handle, role: input.role }, actor);
      return done();
    },
  });

  door.get("/account", {
    who: member,
    summary: "One's own account",
    output: z.strictObject({ account: Account }),
    run: async ({ actor }) => ok({ account: Account.strip().parse(await accountOf(actor)) }),
  });

  door.get("/account/data", {
    who: concerned,
    summary: "A copy of one's data, to take away",
    limit: perHour(20),
    run: ({ actor }) =>
      new Response(inPieces(ownData(actor)), {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "cache-control": "private, no-store",
          "content-disposition": `attachment; filename=${actor.handle}.json`,
        },
      }),
  });

  door.patch("/account", {
    who: member,
    summary: "Change one's name or bio; what is not given stays",
    input: ProfileChange,
    limit: perMinute(20),
    run: async ({ input, actor }) => ok({ member: await changeProfile(input, actor) }),
  });

  door.put("/account", {
    who: member,
    summary: "Write one's profile anew; a bio that is not given is empty",
    input: NewProfile,
    limit: perMinute(20),
    run: async ({ input, actor }) =>
      ok({ member: await changeProfile(input, actor) }, { location: "/account" }),
  });

  door.put("/account/password", {
    who: member,
    summary: "Change one's password; every other browser is signed out",
    input: ChangedPassword,
    limit: perHour(20),
    run: async ({ input, actor }) => {
      const { token } = await changePassword(input, actor);
      return done({ location: "/account", cookies: [await sessionCookie(token)] });
    },
  });
} /** New accounts of one address in an hour: a class may join together, a crowd of one person's may not. */
const SIGN_UPS = 30;
