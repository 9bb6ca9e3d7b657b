import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { endRaidMode, startRaidMode } from "./commands";
import { currentRaid } from "./queries";
import { NEW_BELOW, readRaid } from "./raid";
import { post } from "@/domain/comments/post";
import { signUp } from "@/domain/members/sign-up";
import { database } from "@/platform/database";
import { aMember, aModerator, anEstablishedReader } from "@/test/cast";
import { aPlainArticle } from "@/test/desk";

const SENTENCE = "Nobody writes down what everybody in the room knows anyway.";
const someone = () => {
  const handle = `x${randomUUID().slice(0, 8)}`;
  return { handle, name: handle, email: `${handle}@example.org`, password: "seven brass kettles" };
};

afterEach(async () => {
  await database().siteSetting.deleteMany({ where: { key: "raid" } });
});

test("in raid mode a newcomer's comment waits, others' do not; after its end the next one stands", async () => {
  const [mo, bo, cy, fay] = await Promise.all([
    aModerator(),
    anEstablishedReader(),
    aMember({ name: "Cy", approvedCount: NEW_BELOW - 1 }),
    aMember({ name: "Fay", approvedCount: NEW_BELOW }),
  ]);
  const { slug } = await aPlainArticle();
  await startRaidMode({ hours: 1, signUpClosed: false }, mo);
  const says = {
    newcomer: await post(slug, { body: SENTENCE }, cy),
    established: await post(slug, { body: "The article leaves out who pays for it." }, bo),
    known: await post(slug, { body: "My team has tried both, one after the other." }, fay),
    moderator: await post(slug, { body: "Please stay with the question." }, mo),
  };
  const states = Object.values(says).map(({ state }) => state);
  expect(states).toEqual(["held", "visible", "visible", "visible"]);
  await endRaidMode(mo);
  expect((await post(slug, { body: `${SENTENCE} And after?` }, cy)).state).toBe("visible");
});

test("sign-up is closed only when that was wished, says until when, and opens with the end", async () => {
  const mo = await aModerator();
  await startRaidMode({ hours: 2, signUpClosed: false }, mo);
  await signUp(someone());
  const raid = await startRaidMode({ hours: 2, signUpClosed: true }, mo);
  await expect(signUp(someone())).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining(raid.until.slice(0, 10)) as string,
  });
  await endRaidMode(mo);
  await signUp(someone());
});

test("it ends by itself, by the database's clock", async () => {
  const mo = await aModerator();
  const raid = await startRaidMode({ hours: 3, signUpClosed: false }, mo);
  expect(await currentRaid()).toEqual({ ...raid, by: mo.handle });
  expect(Date.parse(raid.until) - Date.parse(raid.since)).toBe(3 * 3_600_000);
  expect(readRaid(raid, new Date(raid.until))).toBeNull();
});

test("readers and article moderators do not switch it", async () => {
  const cy = await anEstablishedReader();
  await expect(startRaidMode({ hours: 1, signUpClosed: false }, cy)).rejects.toMatchObject({ status: 403 });
  await expect(endRaidMode(cy)).rejects.toMatchObject({ status: 403 });
});
