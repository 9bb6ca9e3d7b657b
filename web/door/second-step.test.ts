import { Secret, TOTP } from "otpauth";
import { afterAll, beforeEach, expect, test } from "vitest";
import { beginApp, begunApp, confirmApp } from "@/domain/members/keys/app-codes";
import { signInOptions } from "@/domain/members/keys/asserted";
import { addPasskey, passkeyOptions } from "@/domain/members/keys/passkeys";
import { database } from "@/platform/database";
import { anAuthenticator } from "@/test/authenticator";
import { aMember, anAdmin, CAST_PASSWORD, type Player } from "@/test/cast";
import { pairOf, serve, type HttpAnswer } from "@/test/serve";
import { recoveryCodesIn } from "@/web/sessions/recovery-codes-cookie";
import { sessionCookie } from "@/web/sessions/session-cookie";

const site = await serve();
const { ask } = site;
beforeEach(async () => {
  await database().rateWindow.deleteMany();
});
afterAll(() => site.close());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const HTML = { accept: "text/html" };
/** As a browser keeps them: what is set to nothing is gone. */
const cookiesOf = ({ headers }: HttpAnswer): string =>
  headers
    .getSetCookie()
    .map(pairOf)
    .filter((pair) => !pair.endsWith("="))
    .join("; ");
const there = ({ headers }: HttpAnswer): URL => new URL(headers.get("location") ?? "", "http://moot.invalid");

/** A member whose account asks for codes. @returns recovery codes, and a code that was not used yet */
async function withCodes(player: Player) {
  await beginApp(player);
  const begun = await begunApp(player);
  const totp = new TOTP({ secret: Secret.fromBase32((begun?.groups ?? []).join("")) });
  const codes = await confirmApp(totp.generate(), player);
  return { codes, next: () => totp.generate({ timestamp: Date.now() + 30_000 }) };
}

const byPassword = ({ email }: Player, cookies = "") =>
  ask("POST", "/session", cookies, form({ email, password: CAST_PASSWORD, _return: "/sign-in" }), HTML);
const withCode = (code: string, cookies: string) => ask("POST", "/session/second-factor", cookies, { code });

test("after the password a code is asked for, by a plain form too; only then is anybody signed in", async () => {
  const bo = await aMember();
  const { next } = await withCodes(bo);
  const half = await byPassword(bo);
  expect([half.status, there(half).pathname]).toEqual([303, "/sign-in"]);
  expect((await ask("GET", "/me", cookiesOf(half))).body).toEqual({ member: null });
  const done = await ask(
    "POST",
    "/session/second-factor",
    cookiesOf(half),
    form({ code: next(), _return: "/second-factor" }),
    HTML,
  );
  expect([done.status, there(done).pathname]).toEqual([303, "/second-factor"]);
  expect((await ask("GET", "/me", cookiesOf(done))).body).toMatchObject({ member: { handle: bo.handle } });
});

test("a program is told so too, and a code without the first half leads nowhere", async () => {
  const bo = await aMember();
  const { next } = await withCodes(bo);
  const half = await ask("POST", "/session", null, { email: bo.email, password: CAST_PASSWORD });
  expect(half).toMatchObject({ status: 403, body: { detail: "Now enter the code from your app." } });
  expect((await withCode(next(), "")).status).toBe(401);
  expect((await withCode(next(), "moot-half-way=made-up")).status).toBe(401);
  expect((await withCode(next(), cookiesOf(half))).status).toBe(200);
});

test("after five wrong codes one waits; a recovery code is let in, and so is a browser that was here before", async () => {
  const bo = await aMember();
  const { codes, next } = await withCodes(bo);
  const known = cookiesOf(await withCode(codes[0] ?? "", cookiesOf(await byPassword(bo))));
  const strange = cookiesOf(await byPassword(bo));
  const tries = [];
  for (let nth = 0; nth < 6; nth += 1) tries.push((await withCode("000000", strange)).status);
  expect(tries).toEqual([422, 422, 422, 422, 422, 429]);
  expect((await withCode(next(), strange)).status).toBe(429);
  expect((await withCode(codes[1] ?? "", strange)).status).toBe(200);
  const here = `${known}; ${cookiesOf(await byPassword(bo, known))}`;
  expect((await withCode(next(), here)).status).toBe(200);
});

test("a passkey signs in without a name, and a plain form of it finishes what waited", async () => {
  const bo = await aMember();
  const key = anAuthenticator();
  await addPasskey(key.make(await passkeyOptions(bo)), bo);
  const options = await ask("POST", "/session/passkey/options");
  expect(options.body).toMatchObject({ rpId: "localhost", userVerification: "required" });
  const credential = JSON.stringify(key.answer(signInOptions()));
  const answer = await ask("POST", "/session/passkey", null, form({ credential, _return: "/sign-in" }), HTML);
  expect(answer.status).toBe(303);
  expect((await ask("GET", "/me", cookiesOf(answer))).body).toMatchObject({ member: { handle: bo.handle } });
  const removed = await ask("POST", "/session/passkey", null, {
    credential: key.answer(signInOptions()),
    next: "/rules",
  });
  expect(removed.headers.get("location")).toBe("/rules");
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"id":"q"}',
  '{"id":"<script>","response":{}}',
  JSON.stringify({ id: "q", response: 7 }),
])("“%s” is not what a passkey answers", async (credential) => {
  expect((await ask("POST", "/session/passkey", null, { credential })).status).toBe(422);
});

/** A session as it is a day after signing in. */
const aDayLater = (player: Player) =>
  database().session.updateMany({ where: { memberId: player.id }, data: { authenticatedAt: new Date(0) } });

test("a deed that asks who one is waits while one confirms, and is done then, once, with what was typed", async () => {
  const [max, cy] = [await anAdmin(), await aMember()];
  await aDayLater(max);
  const page = `/moderation/members/${cy.handle}`;
  const wish = form({ _method: "put", role: "editor", _return: `${page}?said=role#role` });
  const asked = await ask("POST", `/members/${cy.handle}/role`, max, wish, HTML);
  expect([asked.status, there(asked).pathname]).toEqual([303, "/confirm-identity"]);
  const kept = new URL(there(asked).searchParams.get("next") ?? "", "http://moot.invalid").searchParams.get(
    "kept",
  );
  const cookies = `${cookiesOf(asked)}; ${await sessionOf(max)}`;

  const confirm = (current: string) =>
    ask(
      "POST",
      "/session/confirmation",
      cookies,
      form({ current, _finish: kept ?? "", _return: "/confirm-identity" }),
      HTML,
    );
  const wrong = await confirm("a guess at it");
  expect(there(wrong).pathname).toBe("/confirm-identity");
  expect(await roleOf(cy)).toBe("reader");
  const done = await confirm(CAST_PASSWORD);
  expect([done.status, done.headers.get("location")]).toEqual([303, `${page}?said=role#role`]);
  expect(await roleOf(cy)).toBe("editor");
});

test("a program is told what is missing, and a browser that follows a link is led there", async () => {
  const bo = await aMember();
  await aDayLater(bo);
  expect(await ask("GET", "/account/data", bo)).toMatchObject({
    status: 401,
    body: { reauthenticate: true },
  });
  const led = await ask("GET", "/account/data", bo, undefined, HTML);
  expect([led.status, there(led).pathname]).toEqual([303, "/confirm-identity"]);
  const confirmed = await ask("POST", "/session/confirmation", bo, { current: CAST_PASSWORD });
  expect((await ask("GET", "/account/data", cookiesOf(confirmed))).status).toBe(200);
});

test("after five wrong passwords one waits, in this session alone", async () => {
  const bo = await aMember();
  const tries = [];
  for (let nth = 0; nth < 6; nth += 1)
    tries.push((await ask("POST", "/session/confirmation", bo, { current: "a guess at it" })).status);
  expect(tries).toEqual([422, 422, 422, 422, 422, 429]);
  const elsewhere = cookiesOf(
    await ask("POST", "/session", null, { email: bo.email, password: CAST_PASSWORD }),
  );
  expect((await ask("POST", "/session/confirmation", elsewhere, { current: CAST_PASSWORD })).status).toBe(
    200,
  );
});

test("recovery codes reach the page that shows them sealed, and nobody else's", async () => {
  const bo = await aMember();
  await addPasskey(anAuthenticator().make(await passkeyOptions(bo)), bo);
  const made = await ask(
    "POST",
    "/account/recovery-codes",
    bo,
    form({ _return: "/account/keys#codes" }),
    HTML,
  );
  const cookie = made.headers.getSetCookie().find((line) => line.startsWith("moot-codes=")) ?? "";
  expect(cookie).toContain("HttpOnly");
  expect(recoveryCodesIn(pairOf(cookie), bo.id)).toHaveLength(10);
  expect(recoveryCodesIn(pairOf(cookie), (await aMember()).id)).toEqual([]);
});

const sessionOf = async ({ sessionToken }: Player): Promise<string> =>
  pairOf(await sessionCookie(sessionToken));

const roleOf = async ({ id }: Player) => (await database().member.findUniqueOrThrow({ where: { id } })).role;
