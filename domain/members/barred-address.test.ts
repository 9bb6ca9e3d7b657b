import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addressMark, forgetEndedBans } from "./barred-address";
import { signUp } from "./sign-up";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { aMember, aModerator, CAST_PASSWORD, type Player } from "@/test/cast";
import { asOwner } from "@/test/voters";

let ada: Player;
beforeAll(async () => {
  ada = await aModerator();
});
const WHY = { ground: "person", explanation: "", cleanUp: "none" } as const;
const ban = (dee: Player, days?: number) => sanction(dee.handle, { kind: "ban", days, ...WHY }, ada);
const erase = (dee: Player) =>
  asOwner("UPDATE member SET email = NULL, password_hash = NULL, erased_at = now() WHERE id = $1", [dee.id]);
const signUpWith = (email: string) =>
  signUp({ email, handle: `x${randomUUID().slice(0, 12)}`, password: CAST_PASSWORD });
/** The status and the words of a refusal by field. */
async function answerTo(email: string) {
  try {
    await signUpWith(email);
    return "an account";
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return { status: problem.status, fields: problem.extra.fields };
  }
}

test("the address of a banned account opens no other, also when the account is erased, or with a tag behind it", async () => {
  const dee = await aMember({ name: "Dee" });
  await ban(dee);
  await erase(dee);
  const tagged = dee.email.replace("@", "+again@");
  for (const email of [dee.email, tagged, dee.email.toUpperCase()])
    await expect(signUpWith(email)).rejects.toMatchObject({ status: 422, memberId: dee.id });
});

test("whoever asks cannot tell a banned address from one that is taken", async () => {
  const [dee, cy] = [await aMember({ name: "Dee" }), await aMember({ name: "Cy" })];
  const taken = await answerTo(cy.email);
  await ban(dee);
  expect(await answerTo(dee.email)).toEqual(taken);
  expect(await answerTo(dee.email.replace("@", "+again@"))).toEqual(taken);
  await erase(dee);
  expect(await answerTo(dee.email)).toEqual(taken);
});

test("it is open again when the ban is lifted, or has ended", async () => {
  const [lifted, ended] = [await aMember({ name: "Dee" }), await aMember({ name: "Dee" })];
  const { sanction: id } = await ban(lifted);
  const { sanction: other } = await ban(ended, 3);
  await Promise.all([erase(lifted), erase(ended)]);
  await lift(id, { explanation: "", restore: false }, ada);
  await database().sanction.update({ where: { id: other }, data: { until: new Date(Date.now() - 1_000) } });
  expect(await answerTo(lifted.email)).toBe("an account");
  expect(await answerTo(ended.email)).toBe("an account");
});

test("only a suspension bars nothing, and no address is kept longer than its ban, or readably", async () => {
  const [dee, cy] = [await aMember({ name: "Dee" }), await aMember({ name: "Cy" })];
  const { sanction: id } = await ban(dee, 3);
  const marks = async () =>
    (await database().sanction.findMany({ where: { memberId: { in: [dee.id, cy.id] } } })).map(
      ({ addressMark: mark }) => mark,
    );
  await sanction(cy.handle, { kind: "suspension", days: 3, ...WHY }, ada);
  expect((await marks()).sort()).toEqual([addressMark(dee.email), null].sort());
  expect(addressMark(dee.email)).not.toContain("dee");
  await forgetEndedBans();
  expect((await marks()).filter(Boolean)).toHaveLength(1);
  await database().sanction.update({ where: { id }, data: { until: new Date(Date.now() - 1_000) } });
  await forgetEndedBans();
  expect((await marks()).filter(Boolean)).toEqual([]);
});
