import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import type * as argon2 from "@node-rs/argon2";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changePassword } from "./passwords";
import { setRole } from "./roles";
import { endSessions, signOut, signOutEverywhere } from "./sessions";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { changeProfile } from "./profile";
import { OPERATOR } from "./policy";
import { accountOf, memberBySession } from "./queries";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import { database } from "@/platform/database";
import { anAdmin, aMember, CAST_PASSWORD, cast } from "@/test/cast";
import { effort } from "@/test/effort";
import { asTheOwner } from "@/test/owner";

// Counted and otherwise real: times wobble, numbers of comparisons do not.
const work = vi.hoisted(() => ({ hashed: 0, compared: 0, free: false }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return {
    ...real,
    hash: (...of: Parameters<typeof real.hash>) => (
      work.hashed++,
      work.free ? Promise.resolve("a hash that cost nothing") : real.hash(...of)
    ),
    verify: (...of: Parameters<typeof real.verify>) => (
      work.compared++,
      work.free ? Promise.resolve(true) : real.verify(...of)
    ),
  };
});
afterEach(() => void Object.assign(work, { hashed: 0, compared: 0, free: false }));

const somebody = () => {
  const handle = `gil-${randomUUID().slice(0, 8)}`;
  return { email: `${handle}@example.org`, handle, password: "seven brass kettles" };
};

describe("signing up and in", () => {
  test("a newcomer signs up and is signed in", async () => {
    const gil = somebody();
    const { member, token } = await signUp(gil);
    expect(member).toMatchObject({
      handle: gil.handle,
      name: gil.handle,
      role: "reader",
      sample: false,
      approvedCount: 0,
      suspension: null,
      sessionToken: token,
    });
    expect(await memberBySession(token)).toEqual(member);
  });

  test("a password that was kept in another form of Unicode still signs in, and is kept in today's from then on", async () => {
    const gil = { ...somebody(), password: "ﬁve brass ①s" };
    await signUp(gil);
    const kept = async () =>
      (await database().member.findUniqueOrThrow({ where: { email: gil.email } })).passwordHash;
    const asToday = await kept();
    const { hashPassword, isPassword } = await import("@/platform/passwords");
    const passwordHash = await hashPassword(gil.password.normalize("NFKC"));
    await database().member.update({ where: { email: gil.email }, data: { passwordHash } });
    await signIn(gil);
    expect([await isPassword(gil.password, await kept()), await isPassword(gil.password, asToday)]).toEqual([
      true,
      true,
    ]);
    await signIn(gil);
    await expect(signIn({ ...gil, password: "fıve brass 1s" })).rejects.toThrow(Unacceptable);
  });

  test("a new password is not made of what others know of its owner", async () => {
    const gil = somebody();
    const { member } = await signUp(gil);
    const poor = changePassword({ current: gil.password, password: `${gil.handle} 99` }, member);
    await expect(poor).rejects.toMatchObject({
      extra: { fields: { password: expect.any(String) as string } },
    });
  });

  test("the password is kept as argon2id, 19 MiB, two passes, and the token as its hash", async () => {
    const gil = somebody();
    const { token } = await signUp(gil);
    const row = await database().member.findUniqueOrThrow({
      where: { handle: gil.handle },
      include: { sessions: true },
    });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(inspect(row, { depth: null })).not.toContain(token);
  });

  test("a known and an unknown address get the same answer after the same work", async () => {
    const bo = await aMember();
    const tries = [bo.email, `nobody-${randomUUID()}@example.org`].map((email) => ({
      email,
      password: "not the password",
    }));
    const answers = [];
    for (const attempt of tries) {
      Object.assign(work, { hashed: 0, compared: 0 });
      const refusal: unknown = await signIn(attempt).catch((problem: unknown) => problem);
      const { hashed, compared } = work;
      answers.push({ refusal, hashed, compared });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ hashed: 0, compared: 1 });
    expect(answers[0]?.refusal).toBeInstanceOf(Unacceptable);
  });

  test("the comparison for nobody costs what a member's costs", async () => {
    const { hashPassword } = await import("@/platform/passwords");
    const parameters = (hash: string) => hash.split("$").slice(1, 4).join("$");
    const source = await import("node:fs/promises").then((fs) =>
      fs.readFile("platform/passwords.ts", "utf8"),
    );
    expect(source).toContain(`"$${parameters(await hashPassword("anything at all"))}$`);
  });

  test("an address or a handle that is taken is refused at its field, and nothing else changes", async () => {
    const gil = somebody();
    await signUp(gil);
    await expect(signUp({ ...somebody(), email: gil.email })).rejects.toMatchObject({
      status: 422,
      extra: { fields: { email: expect.any(String) as string } },
    });
    await expect(signUp({ ...somebody(), handle: gil.handle })).rejects.toMatchObject({
      status: 422,
      extra: { fields: { handle: expect.any(String) as string } },
    });
  });

  test("nobody gets a handle or a name that looks like a moderator's", async () => {
    const { ada } = await cast();
    const looksLikeAda = ada.handle.replace("a", "а"); // Cyrillic
    await expect(signUp({ ...somebody(), name: looksLikeAda })).rejects.toMatchObject({
      extra: { fields: { name: expect.any(String) as string } },
    });
    await expect(signUp({ ...somebody(), handle: ada.handle.replace("ada-", "ada_") })).rejects.toMatchObject(
      {
        extra: { fields: { handle: expect.any(String) as string } },
      },
    );
  });

  test("of many who sign up with one address, fifty at a time, one gets it", async () => {
    // It is the table that is tried here, and a thousand hashes take half a minute.
    work.free = true;
    const email = `${randomUUID()}@example.org`;
    let made = 0;
    for (let wave = 0; wave < effort(4, 20); wave++)
      made += (await Promise.all(Array.from({ length: 50 }, (_, n) => addOne(email, n)))).filter(
        Boolean,
      ).length;
    expect(made).toBe(1);
    expect(await database().member.count({ where: { email } })).toBe(1);
  }, 60_000);

  async function addOne(email: string, n: number): Promise<boolean> {
    try {
      await signUp({
        email,
        handle: `crowd-${randomUUID().slice(0, 13)}-${n}`,
        password: "seven brass kettles",
      });
      return true;
    } catch (problem) {
      if (problem instanceof Unacceptable) return false;
      throw problem;
    }
  }
});

describe("a session ends at once", () => {
  test("when its holder signs out, and only that one", async () => {
    const bo = await aMember();
    const { token: phone } = await signIn({ email: bo.email, password: CAST_PASSWORD });
    await signOut(phone);
    expect(await memberBySession(phone)).toBeNull();
    expect(await memberBySession(bo.sessionToken)).not.toBeNull();
    await signOut(phone);
  });

  test("everywhere, when its holder says so", async () => {
    const bo = await aMember();
    const { token: phone } = await signIn({ email: bo.email, password: CAST_PASSWORD });
    await signOutEverywhere(bo);
    expect([await memberBySession(phone), await memberBySession(bo.sessionToken)]).toEqual([null, null]);
  });

  test("everywhere, when the password is changed; who changed it goes on with a fresh one", async () => {
    const bo = await aMember();
    const { token } = await changePassword({ current: CAST_PASSWORD, password: "four grey herons" }, bo);
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    expect(await memberBySession(token)).toMatchObject({ id: bo.id });
    await expect(signIn({ email: bo.email, password: CAST_PASSWORD })).rejects.toThrow(Unacceptable);
    await expect(
      changePassword({ current: "not this", password: "four grey herons" }, bo),
    ).rejects.toMatchObject({ status: 422 });
  });

  test("when its time is up", async () => {
    const bo = await aMember();
    await database().session.updateMany({
      where: { memberId: bo.id },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    expect(await memberBySession(bo.sessionToken)).toBeNull();
  });

  test("when its holder is banned, even before the row is gone; only who knows the password hears why", async () => {
    const { dee, bo } = await cast();
    await database().sanction.create({
      data: { memberId: bo.id, kind: "ban", reason: "Sold shoes.", decisionId: bo.id },
    });
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    await expect(signIn({ email: dee.email, password: CAST_PASSWORD })).rejects.toThrow(NotAllowed);
    await expect(signIn({ email: dee.email, password: "a guess at it" })).rejects.toThrow(Unacceptable);
  });

  test("when its holder is erased", async () => {
    const bo = await aMember();
    await asTheOwner().member.update({ where: { id: bo.id }, data: { erasedAt: new Date() } });
    expect(await memberBySession(bo.sessionToken)).toBeNull();
  });

  test("and a suspended member is still somebody, with the reason and the end", async () => {
    const bo = await aMember();
    const until = new Date(Date.now() + 86_400_000);
    await database().sanction.create({
      data: { memberId: bo.id, kind: "suspension", reason: "Cool down.", until, decisionId: bo.id },
    });
    expect(await memberBySession(bo.sessionToken)).toMatchObject({
      suspension: { until, reason: "Cool down." },
    });
  });

  test("and a password changed while somebody signs in leaves no session made with the old one", async () => {
    const bo = await aMember();
    const signingIn = Array.from({ length: 8 }, () =>
      signIn({ email: bo.email, password: CAST_PASSWORD }).catch(() => null),
    );
    const changing = changePassword({ current: CAST_PASSWORD, password: "four grey herons" }, bo);
    const [{ token }, ...others] = await Promise.all([changing, ...signingIn]);
    for (const other of others) if (other) expect(await memberBySession(other.token)).toBeNull();
    expect(await accountOf(bo)).toMatchObject({ sessions: 1 });
    expect(await memberBySession(token)).not.toBeNull();
  });
});

describe("roles and profiles", () => {
  test("a reader gives nobody a role", async () => {
    const bo = await aMember();
    await expect(setRole({ handle: bo.handle, role: "admin" }, bo)).rejects.toThrow(NotAllowed);
  });

  test("two admins who demote each other at the same moment leave one", async () => {
    const admins = () => database().member.findMany({ where: { role: "admin", erasedAt: null } });
    await Promise.all([anAdmin(), anAdmin(), anAdmin()]);
    const results = await Promise.allSettled(
      (await admins()).map(({ handle }) => setRole({ handle, role: "reader" }, OPERATOR)),
    );
    expect(await admins()).toHaveLength(1);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([expect.any(Conflict)]);
  });

  test("a member renames themselves, and not into staff", async () => {
    const { ada, bo } = await cast();
    expect(await changeProfile({ name: "Bo Bookbinder", bio: "Binds." }, bo)).toEqual({
      handle: bo.handle,
      name: "Bo Bookbinder",
      role: "reader",
      bio: "Binds.",
    });
    await expect(changeProfile({ name: ada.name.toUpperCase(), bio: "" }, bo)).rejects.toThrow(Unacceptable);
    expect(await changeProfile({ name: ada.name, bio: "I look after the place." }, ada)).toMatchObject({
      name: ada.name,
    });
  });

  test("sessions are ended within somebody else's transaction", async () => {
    const bo = await aMember();
    await endSessions(database(), bo.id);
    expect(await memberBySession(bo.sessionToken)).toBeNull();
  });
});
