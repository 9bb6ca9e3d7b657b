import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import {
  accountByHandle,
  endSessionsOf,
  recoverMember,
  removeKeys,
  setEmail,
  setPassword,
} from "./by-operator";
import { askErasure } from "./erasure";
import { CodeNeeded } from "./second-factor-ticket";
import { beginApp, begunApp, confirmApp } from "./keys/app-codes";
import { signInByPasskey, signInOptions } from "./keys/asserted";
import { addPasskey, passkeyOptions } from "./keys/passkeys";
import { OPERATOR } from "./policy";
import { memberByHandle, memberBySession } from "./queries";
import { setRole } from "./roles";
import { eventsOf } from "./security-events";
import { signIn } from "./sign-in";
import { database } from "@/platform/database";
import { Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import { anAuthenticator } from "@/test/authenticator";
import { aMember, aModerator, CAST_PASSWORD } from "@/test/cast";

const FRESH = "four grey herons";

test("who forgot their password is given another by the operator, and every browser is signed out", async () => {
  const bo = await aMember();
  await setPassword({ handle: bo.handle, password: FRESH });
  expect(await memberBySession(bo.sessionToken)).toBeNull();
  await expect(signIn({ email: bo.email, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
  const { token } = await signIn({ email: bo.email, password: FRESH });
  expect(await memberBySession(token)).toMatchObject({ handle: bo.handle });
});

test("an address is set for one member and never for two", async () => {
  const [bo, cy] = [await aMember(), await aMember()];
  await expect(setEmail({ handle: bo.handle, email: cy.email })).rejects.toThrow(Conflict);
  expect(await memberBySession(bo.sessionToken)).not.toBeNull();
  const email = `new-${bo.email}`;
  await setEmail({ handle: bo.handle, email });
  expect(await memberBySession(bo.sessionToken)).toBeNull();
  expect(await signIn({ email, password: CAST_PASSWORD })).toMatchObject({ member: { id: bo.id } });
});

test("an account is shown with its browsers and with what was done to it", async () => {
  const bo = await aMember();
  expect(await endSessionsOf(bo.handle)).toBe(1);
  await setRole({ handle: bo.handle, role: "editor" }, OPERATOR);
  await signIn({ email: bo.email, password: CAST_PASSWORD });
  expect(await accountByHandle(bo.handle)).toMatchObject({
    email: bo.email,
    role: "editor",
    sessions: [{ browser: "" }],
    events: [{ kind: "role-given" }, { kind: "sessions-ended-by-operator" }],
  });
});

/** With a passkey, codes from an app, and recovery codes. */
async function withKeys() {
  const ada = await aModerator();
  const key = anAuthenticator();
  await addPasskey(key.make(await passkeyOptions(ada)), ada);
  const strong = { ...ada, multiFactor: true as const };
  await beginApp(strong);
  const secret = Secret.fromBase32((await begunApp(strong))?.groups.join("") ?? "");
  await confirmApp(new TOTP({ secret }).generate(), strong);
  return { ada, key };
}

test("who lost phone and keys gets in with the password again, once the operator has taken them away", async () => {
  const { ada, key } = await withKeys();
  await expect(signIn({ email: ada.email, password: CAST_PASSWORD })).rejects.toThrow(CodeNeeded);
  expect(await accountByHandle(ada.handle)).toMatchObject({
    app: true,
    codes: 10,
    passkeys: [expect.any(String)],
  });
  await removeKeys(ada.handle);
  expect(await memberBySession(ada.sessionToken)).toBeNull();
  expect(await signIn({ email: ada.email, password: CAST_PASSWORD })).toMatchObject({
    member: { id: ada.id },
  });
  await expect(signInByPasskey(key.answer(signInOptions()))).rejects.toThrow(Unacceptable);
  expect((await eventsOf(ada.id))[0]?.kind).toBe("keys-removed-by-operator");
});

test("who lost everything is let back in: a new password and address, no keys, and no erasure under way", async () => {
  const { ada } = await withKeys();
  await database().outsideAccount.create({
    data: { memberId: ada.id, issuer: "https://sso.example", subject: ada.id },
  });
  await askErasure({ texts: "stay", sure: true }, { ...ada, multiFactor: true });
  const email = `again-${ada.email}`;
  await recoverMember({ handle: ada.handle, password: FRESH, email });
  expect(await signIn({ email, password: FRESH })).toMatchObject({
    member: { id: ada.id, role: "moderator" },
  });
  await expect(signIn({ email, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
  expect(await memberByHandle(ada.handle)).toMatchObject({ handle: ada.handle });
  expect(await database().outsideAccount.count({ where: { memberId: ada.id } })).toBe(0);
});

test("of nobody nothing is shown or changed", async () => {
  const handle = "nobody-is-called-so";
  for (const deed of [
    () => accountByHandle(handle),
    () => endSessionsOf(handle),
    () => setEmail({ handle, email: "a@example.org" }),
    () => setPassword({ handle, password: FRESH }),
    () => removeKeys(handle),
    () => recoverMember({ handle, password: FRESH, email: undefined }),
  ])
    await expect(deed()).rejects.toThrow(NotFound);
});
