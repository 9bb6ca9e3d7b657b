import { expect, test } from "vitest";
import { accountByHandle, endSessionsOf, setEmail, setPassword } from "./by-operator";
import { OPERATOR } from "./policy";
import { memberBySession } from "./queries";
import { setRole } from "./roles";
import { signIn } from "./sign-in";
import { Conflict, NotFound, Unacceptable } from "@/platform/refusal";
import { aMember, CAST_PASSWORD } from "@/test/cast";

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

test("of nobody nothing is shown or changed", async () => {
  const handle = "nobody-is-called-so";
  for (const deed of [
    () => accountByHandle(handle),
    () => endSessionsOf(handle),
    () => setEmail({ handle, email: "a@example.org" }),
    () => setPassword({ handle, password: FRESH }),
  ])
    await expect(deed()).rejects.toThrow(NotFound);
});
