import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notify } from "@/domain/inbox/commands";
import { askForAddress } from "@/domain/members/address-change";
import { memberBySession } from "@/domain/members/queries";
import { database } from "@/platform/database";
import { sameSitePath } from "@/web/pages/paths";
import { aMember, anAdmin, CAST_PASSWORD, cast } from "@/test/cast";
import { sentTo } from "@/test/mails";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";
import { openFormFlash } from "@/web/route/form-flash";

const site = await serve();
const { ask } = site;
beforeAll(async () => {
  // Everyone here comes from one address; what an earlier file sent is not counted against them.
  await database().rateWindow.deleteMany();
});
afterAll(() => site.close());

const cookieOf = (answer: HttpAnswer): string =>
  answer.headers.getSetCookie().find((line) => line.startsWith("next-auth.session-token=")) ?? "";

const somebody = () => {
  const handle = `gil-${randomUUID().slice(0, 8)}`;
  return { email: `${handle}@example.org`, handle, password: "seven brass kettles" };
};

describe("signing in", () => {
  test("whoever signs up is signed in by next-auth's own cookie", async () => {
    const gil = somebody();
    const response = await ask("POST", "/members", null, { ...gil, email: gil.email.toUpperCase() });
    expect(response.status).toBe(201);
    expect(cookieOf(response)).toMatch(/HttpOnly; SameSite=Lax/);
    const me = await ask("GET", "/me", pairOf(cookieOf(response)));
    expect(me.body).toMatchObject({
      member: { handle: gil.handle, name: gil.handle, role: "reader" },
      unread: 0,
    });
  });

  test("a plain form comes back to where its writer was", async () => {
    const bo = await aMember();
    const response = await ask(
      "POST",
      "/session",
      null,
      new URLSearchParams({ email: bo.email, password: CAST_PASSWORD, next: "/articles/a/reply?kept=1" }),
    );
    expect([response.status, response.headers.get("location")]).toEqual([303, "/articles/a/reply?kept=1"]);
    expect(cookieOf(response)).not.toBe("");
    // NangoHQ/nango#7520: a link with a long tail keeps nobody from signing in.
    const next = `/articles/a?ref=${"x".repeat(3_000)}`;
    const long = await ask("POST", "/session", null, { email: bo.email, password: CAST_PASSWORD, next });
    expect(long.status).toBe(200);
  });

  // jellypbc/poster#138: nobody is told on their own account page of somebody else's address, and whoever is signed out is told at all.
  test("a new address is confirmed on any device, and said on the account's page only where it is that account's", async () => {
    const [bo, cy] = [await aMember(), await aMember()];
    for (const [who, page] of [
      [bo, "/account?said=proven"],
      [cy, "/new-address?said=proven"],
      [null, "/new-address?said=proven"],
    ] as const) {
      const email = `new-${randomUUID()}@example.org`;
      await askForAddress({ email }, bo);
      const { token } = await sentTo(email);
      const proven = await ask("POST", "/account/address/proof", who, new URLSearchParams({ token }));
      expect([proven.status, proven.headers.get("location")]).toEqual([303, page]);
    }
  });

  test("a plain form that is refused goes back to its page, which keeps the address and no password", async () => {
    const bo = await aMember();
    const response = await ask(
      "POST",
      "/session",
      null,
      new URLSearchParams({ email: bo.email, password: "wrong", next: "/a", _return: "/sign-in?next=%2Fa" }),
    );
    const back = new URL(response.headers.get("location") ?? "", "http://moot.invalid");
    expect(back.pathname).toBe("/sign-in");
    const cookies = response.headers.getSetCookie()[0]?.split(";")[0];
    const kept = await openFormFlash(back.searchParams.get("kept") ?? "", cookies);
    expect(kept?.fields).toEqual({ email: bo.email, next: "/a" });
    expect(kept?.problem).toBe("Wrong e-mail address or password.");
  });

  test("a known and an unknown address get the same answer", async () => {
    const bo = await aMember();
    const answers = await Promise.all(
      [bo.email, `${randomUUID()}@example.org`].map(async (email) => {
        const response = await ask("POST", "/session", null, { email, password: "wrong" });
        return {
          status: response.status,
          text: response.text,
          cookies: response.headers.getSetCookie(),
        };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test("whoever guesses at one account is slowed down, and its holder on another address is not locked out", async () => {
    const bo = await aMember();
    const guess = () => ask("POST", "/session", null, { email: bo.email, password: "a guess" });
    const statuses = (await Promise.all(Array.from({ length: 14 }, guess))).map(
      (response) => response.status,
    );
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await guess()).headers.get("retry-after")).toMatch(/^\d+$/);
  });

  test("nobody is sent to another site, however the way there is written", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "//",
      "%2f",
      "%5c",
      "http:",
      "javascript:",
      "\t",
      "\n",
      "\u0000",
      " ",
      "evil.example",
      "?",
      "#",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join("")),
          fc.webUrl(),
          fc.string(),
        ),
        (wish) => {
          const path = sameSitePath(wish);
          if (path === null) return;
          expect(new URL(path, "https://moot.example").origin).toBe("https://moot.example");
          expect(sameSitePath(path)).toBe(path);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test("a way back to another site is ignored, not followed", async () => {
    const bo = await aMember();
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "/.//evil.example"]) {
      const response = await ask(
        "POST",
        "/session",
        null,
        new URLSearchParams({ email: bo.email, password: CAST_PASSWORD, next }),
      );
      expect([next, response.headers.get("location")]).toEqual([next, "/"]);
    }
  });

  test("odd input is refused at its field", async () => {
    const gil = somebody();
    const odd: [string, object][] = [
      ["email", { email: "not an address" }],
      ["email", { email: "nul\u0000@example.org" }],
      ["email", { email: ["a@example.org"] }],
      ["handle", { handle: "Ünder_score" }],
      ["handle", { handle: "adm1n" }],
      ["handle", { handle: "--" }],
      ["name", { name: "\u202e\u3164" }],
      ["name", { name: "M0derator" }],
      ["name", { name: "x".repeat(51) }],
      ["password", { password: "short" }],
      ["password", { password: " ".repeat(12) }],
      ["password", { password: "password123" }],
      ["password", { password: gil.email }],
      ["password", { password: "x".repeat(201) }],
      ["form", { role: "admin" }],
    ];
    for (const [field, wrong] of odd) {
      const response = await ask("POST", "/members", null, { ...gil, ...wrong });
      const problem = response.body as { fields?: Record<string, string> };
      expect([wrong, response.status, Object.keys(problem.fields ?? {})]).toEqual([wrong, 422, [field]]);
    }
    expect(await database().member.count({ where: { email: gil.email } })).toBe(0);
  });
});

describe("being signed in", () => {
  test("signing out ends the session and takes the cookie back", async () => {
    const bo = await aMember();
    const response = await ask("DELETE", "/session", bo);
    expect([response.status, cookieOf(response)]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    expect((await ask("DELETE", "/session", bo)).status).toBe(204);
  });

  test("a new password keeps this browser signed in and no other", async () => {
    const bo = await aMember();
    const changed = await ask("PUT", "/account/password", bo, {
      current: CAST_PASSWORD,
      password: "four grey herons",
    });
    expect(changed.status).toBe(204);
    expect((await ask("GET", "/account", bo)).status).toBe(401);
    const account = await ask("GET", "/account", pairOf(cookieOf(changed)));
    expect(account.body).toMatchObject({ account: { email: bo.email, sessions: 1 } });
  });

  test("what is not given stays, and a form that is emptied empties", async () => {
    const bo = await aMember();
    await ask("PATCH", "/account", bo, { bio: "I bind books." });
    expect((await ask("PATCH", "/account", bo, { name: "Bo Binder" })).body).toMatchObject({
      member: { bio: "I bind books." },
    });
    await ask("POST", "/account", bo, new URLSearchParams({ _method: "PUT", name: "Bo Binder", bio: "" }));
    expect((await ask("GET", `/members/${bo.handle}`)).body).toMatchObject({
      member: { name: "Bo Binder", bio: "" },
    });
  });

  test("only an admin gives roles, and nobody reads an address", async () => {
    const [{ ada, bo }, max] = await Promise.all([cast(), anAdmin()]);
    expect((await ask("PUT", `/members/${bo.handle}/role`, ada, { role: "editor" })).status).toBe(403);
    expect((await ask("PUT", `/members/${bo.handle}/role`, max, { role: "editor" })).status).toBe(204);
    expect((await ask("GET", `/members/${bo.handle}`)).text).not.toContain("@");
    expect(await memberBySession(bo.sessionToken)).toMatchObject({ role: "editor" });
  });

  test("a banned member's cookie is nobody's", async () => {
    const { dee } = await cast();
    expect((await ask("GET", "/me", dee)).body).toEqual({ member: null });
    expect((await ask("POST", "/session", null, { email: dee.email, password: CAST_PASSWORD })).status).toBe(
      403,
    );
  });

  test("the inbox is one's own, is paged, and is read up to where one read", async () => {
    const { bo, cy } = await cast();
    await notify(
      database(),
      ...Array.from({ length: 35 }, (_, nth) => ({
        memberId: bo.id,
        kind: "decision" as const,
        cause: `test ${nth}`,
      })),
    );
    type Page = { items: { id: string; read: boolean }[]; next: string; unread: number };
    const first = (await ask("GET", "/inbox", bo)).body as Page;
    expect([first.items.length, first.unread]).toEqual([30, 35]);
    const rest = (await ask("GET", `/inbox?after=${first.next}`, bo)).body as Page;
    expect([rest.items.length, rest.next]).toEqual([5, null]);
    await ask("POST", "/inbox/read", bo, { upTo: rest.items[0]?.id });
    expect((await ask("GET", "/inbox", bo)).body).toMatchObject({ unread: 30 });
    await ask("POST", "/inbox/read", cy, {});
    expect((await ask("GET", "/me", bo)).body).toMatchObject({ unread: 30 });
    await ask("POST", `/inbox/${first.items[0]?.id}/read`, cy);
    expect((await ask("GET", "/me", bo)).body).toMatchObject({ unread: 30 });
    await ask("POST", `/inbox/${first.items[0]?.id}/read`, bo);
    expect((await ask("GET", "/me", bo)).body).toMatchObject({ unread: 29 });
    expect((await ask("GET", "/inbox?after=yesterday", bo)).status).toBe(400);
    expect((await ask("GET", "/inbox")).status).toBe(401);
  });
});

test("the sample cast is not for whoever comes through a proxy or a tunnel on this machine", async () => {
  for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip"]) {
    const answer = await ask("POST", "/session/demo", null, { as: "editor" }, { [header]: "203.0.113.9" });
    expect(answer.status, header).toBe(403);
  }
});
