import "server-only";

import { commentsOfMember } from "@/domain/comments/comments-of-member";
import { MembersCommentsQuery } from "@/domain/comments/schema";
import { changePassword } from "@/domain/members/passwords";
import { setRole } from "@/domain/members/roles";
import { AddressBarred, signUp } from "@/domain/members/sign-up";
import { refuseMachine, refuseUnagreed } from "@/domain/members/joining/sign-up-form";
import { memberDirectory } from "@/domain/members/directory";
import { DirectoryPageSchema, DirectoryQuery } from "@/domain/members/directory-schema";
import { changeProfile } from "@/domain/members/profile";
import { ownData } from "@/domain/members/own-data";
import { OwnDataSchema } from "@/domain/members/own-data-schema";
import { ownDataPage } from "@/domain/members/own-data-page";
import { accountOf, memberByHandle } from "@/domain/members/queries";
import { ChangedPassword, NewMember, NewProfile, NewRole, ProfileChange } from "@/domain/members/schema";
import { NotFound } from "@/platform/refusal";
import { MembersCommentsSchema } from "@/domain/comments/answers";
import {
  AccountSchema,
  AuthorSchema,
  ProfileSchema,
  ChangedProfileSchema,
  OneProfileSchema,
  OwnAccountSchema,
  SignedInSchema,
} from "@/domain/members/answers";
import { created, done, ok } from "@/web/route/answer";
import { perHour, perMinute } from "@/web/protection/rate-limit";
import { isForm } from "@/web/route/read-body";
import { anyone, memberOrBanned, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import { streamBody } from "@/web/route/stream-body";
import { sameSitePath } from "@/web/pages/paths";
import { logSecurity } from "@/web/protection/security-log";
import { askedCookie } from "@/web/sessions/asked-cookie";
import { deviceCookie } from "@/web/sessions/device-cookie";
import { sessionCookie } from "@/web/sessions/session-cookie";
import * as t from "#messages/api";

/** Nothing runs, only our own style is loaded. */
const ONLY_WORDS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
};

/** New accounts of one address in an hour: a class may join together, a crowd of one person's may not. */
export const SIGN_UPS = 30;

export function members(door: Door): void {
  joining(door);
  others(door);
  oneself(door);
}

function joining(door: Door): void {
  door.post("/members", {
    who: anyone,
    output: { 201: SignedInSchema },
    summary: "Create an account and sign in; its address may have to be confirmed first",
    input: NewMember,
    example: { handle: "cy", name: "Cy", email: "cy@example.org", password: "seven brass kettles" },
    limit: perHour(SIGN_UPS),
    replay: false,
    signsIn: true,
    run: async ({ input, headers }) => {
      if (isForm({ headers })) {
        refuseMachine(input);
        await refuseUnagreed(input);
      }
      const { member, token, browser, barredBy } = await signUp(input).catch((problem: unknown) => {
        if (problem instanceof AddressBarred)
          logSecurity("sign-up refused", { member: problem.memberId, status: problem.status });
        throw problem;
      });
      logSecurity("signed up", { member: member.id, ...(barredBy !== null && { subject: barredBy }) });
      return created(
        { member: AuthorSchema.strip().parse(member) },
        {
          location: sameSitePath(input.next) ?? `/members/${member.handle}`,
          cookies: [
            await sessionCookie(token),
            // An address that is only claimed may be somebody else's: this browser is not known to their account.
            browser === null ? deviceCookie(input.email, headers.cookie) : askedCookie(browser),
          ],
        },
      );
    },
  });
}

function others(door: Door): void {
  door.get("/members", {
    who: member,
    output: { 200: DirectoryPageSchema },
    summary: "Everyone with an account (admins)",
    query: DirectoryQuery,
    run: async ({ query, actor }) => ok(await memberDirectory(query, actor)),
  });

  door.get("/members/{handle}", {
    who: anyone,
    output: { 200: OneProfileSchema },
    summary: "A member's public profile",
    run: async ({ params }) => {
      const found = await memberByHandle(params.handle);
      if (!found) throw new NotFound(t.memberNotFound);
      return ok({ member: ProfileSchema.strip().parse(found) });
    },
  });

  door.get("/members/{handle}/comments", {
    who: anyone,
    output: { 200: MembersCommentsSchema },
    summary: "A member's comments, newest first",
    query: MembersCommentsQuery,
    run: async ({ params, query, actor }) => {
      const found = await memberByHandle(params.handle);
      if (!found) throw new NotFound(t.memberNotFound);
      return ok(await commentsOfMember(found.handle, query, actor));
    },
  });

  door.put("/members/{handle}/role", {
    who: member,
    output: { 204: null },
    summary: "Change a member's role",
    input: NewRole,
    example: { role: "editor" },
    run: async ({ params, input, actor }) => {
      const subject = await setRole({ handle: params.handle, role: input.role }, actor);
      logSecurity("role given", { member: actor.id, subject, role: input.role });
      return done({ location: `/moderation/members/${params.handle}` });
    },
  });
}

function oneself(door: Door): void {
  door.get("/account", {
    who: member,
    output: { 200: OwnAccountSchema },
    summary: "Your account",
    run: async ({ actor }) => ok({ account: AccountSchema.strip().parse(await accountOf(actor)) }),
  });

  door.get("/account/data", {
    who: memberOrBanned,
    output: { 200: { media: "application/json", schema: OwnDataSchema } },
    summary: "Download your data",
    limit: perHour(20),
    run: async ({ actor }) => {
      const data = await ownData(actor);
      logSecurity("data exported", { member: actor.id });
      return new Response(streamBody(data), {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "cache-control": "private, no-store",
          "content-disposition": `attachment; filename=${actor.handle}.json`,
        },
      });
    },
  });

  door.get("/account/data/page", {
    who: memberOrBanned,
    output: { 200: { media: "text/html" } },
    summary: "The same as a page to read, or to save",
    limit: perHour(20),
    run: async ({ actor }) => {
      const page = await ownDataPage(actor);
      logSecurity("data exported", { member: actor.id });
      return new Response(streamBody(page), {
        headers: { ...ONLY_WORDS, "cache-control": "private, no-store" },
      });
    },
  });

  door.patch("/account", {
    who: member,
    output: { 200: ChangedProfileSchema },
    summary: "Change your name or bio; what you leave out stays as it is",
    input: ProfileChange,
    example: { bio: "Reads more than she writes." },
    limit: perMinute(20),
    run: async ({ input, actor }) => ok({ member: await changeProfile(input, actor) }),
  });

  door.put("/account", {
    who: member,
    output: { 200: ChangedProfileSchema },
    summary: "Replace your profile; a bio you leave out becomes empty",
    input: NewProfile,
    example: { name: "Ada", bio: "Reads more than she writes." },
    limit: perMinute(20),
    run: async ({ input, actor }) =>
      ok({ member: await changeProfile(input, actor) }, { location: "/account" }),
  });

  door.put("/account/password", {
    who: member,
    output: { 204: null },
    summary: "Change your password; all other browsers are signed out",
    input: ChangedPassword,
    example: { current: "the old one, at length", password: "a new one, at length" },
    limit: perHour(20),
    run: async ({ input, actor }) => {
      const { token } = await changePassword(input, actor);
      logSecurity("password changed", { member: actor.id });
      return done({ location: "/account", cookies: [await sessionCookie(token)] });
    },
  });
}
